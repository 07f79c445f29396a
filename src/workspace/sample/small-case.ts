import type { StoryBuilder } from './story-builder'
import type { Day } from '../../shared/values/flavours'

interface Told {
  title: string
  ask: string
  decider: string
  decideBy: Day
  background: string
  recommendation?: string
  incident: string
  currency: string
  state?: 'draft' | 'ready'
  ifMissed?: string
  /** Title, cost, relief (minor units), days, stay; the first is recommended. */
  options: [string, number, number, number, number][]
}

/** Writes a case with one incident and options of one remedy each. */
export function smallCase(s: StoryBuilder, name: string, local: string, told: Told): void {
  const caseId = s.id(name)
  const { incident, options, ...fields } = told
  s.add('cases.create', local, { ...fields, id: caseId, customerId: s.customerId, preparedBy: 'Maria Ilves' })
  s.add('cases.tieIncident', local, { id: caseId, incidentId: s.id(incident), tied: true })
  for (const [index, [title, cost, relief, days, stay]] of options.entries()) {
    const optionId = s.id(`${name} option ${index}`)
    s.add('options.create', local, { id: optionId, caseId, title, stay, reversible: true, position: index + 1 })
    s.add('remedies.create', local, { id: s.id(`${name} remedy ${index}`), optionId, words: title, cost, relief, days })
  }
  s.add('cases.change', local, { id: caseId, patch: { recommendedId: s.id(`${name} option 0`) } })
}
