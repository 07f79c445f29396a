import { untrack } from 'svelte'
import type { LossLine, LossSheet } from '../../../shared/losses'
import type { IncidentLoss } from '../../../shared/losses/incident-loss'
import { ApiError, call } from '../../api'
import { live } from '../../live.svelte'
import { lineDraft, type TypedLine } from './line'

/** An incident's loss as a page shows it: what is stored, and the figures with what is just being typed. */
export interface LossBook {
  readonly sheet: LossSheet | undefined
  /** The stored lines, with the one that is being typed in its place. */
  readonly lines: LossLine[]
  /** The simulated loss; undefined without lines, or before the first answer. */
  readonly loss: IncidentLoss | undefined
  /** Why there are no figures, when there are lines. */
  readonly error: string
  /** What is wrong with the line that is being typed, by path: "inputs.daysLate.low". */
  readonly problems: Record<string, string>
  /** Shows figures as they would be with this line; null goes back to what is stored. */
  type(line: TypedLine | null): void
}

/** Takes how to learn the incident's id, gives its loss. To be called while a component is set up. */
export function lossBook(incidentId: () => string): LossBook {
  const sheet = live(() => ['losses.sheet', { incidentId: incidentId() }])
  let typed = $state.raw<TypedLine | null>(null)
  let loss = $state.raw<IncidentLoss>()
  let error = $state('')
  let problems = $state.raw<Record<string, string>>({})
  let asking = false
  let again = false

  const lines = $derived.by(() => {
    const stored = sheet.data?.lines ?? []
    const now = typed
    if (!now) return stored
    const shown = { incidentId: incidentId(), createdAt: '', updatedAt: '', trashedAt: null, calculatorVersion: 1, position: stored.length, ...now } as LossLine
    return stored.some(({ id }) => id === now.id) ? stored.map((line) => (line.id === now.id ? { ...line, ...now } : line)) : [...stored, shown]
  })

  async function ask(): Promise<void> {
    // one question at a time: what changes meanwhile is asked for once, at its latest
    if (asking) {
      again = true
      return
    }
    const mine = typed
    const shown = lines
    if (shown.length === 0) {
      loss = undefined
      error = ''
      return
    }
    asking = true
    try {
      const edits = mine ? { lines: shown.map((line) => ({ id: line.id, ...lineDraft(line) })) } : undefined
      loss = await call('losses.simulate', { incidentId: incidentId(), edits })
      error = ''
      problems = {}
    } catch (thrown) {
      const fields = thrown instanceof ApiError ? thrown.fields : {}
      if (mine) problems = ofLine(fields, mine.id, shown.findIndex(({ id }) => id === mine.id))
      // while a line is half typed, the figures before it stay
      if (!mine || Object.keys(problems).length === 0) {
        error = thrown instanceof Error ? thrown.message : String(thrown)
        if (!mine) loss = undefined
      }
    } finally {
      asking = false
      if (again) {
        again = false
        void ask()
      }
    }
  }

  $effect(() => {
    void lines
    // no pause: one question at a time already holds back what a quick typist would ask in vain
    if (sheet.data) untrack(() => void ask())
  })

  return {
    get sheet() {
      return sheet.data
    },
    get lines() {
      return lines
    },
    get loss() {
      return loss
    },
    get error() {
      return error || (sheet.error?.message ?? '')
    },
    get problems() {
      return typed ? problems : {}
    },
    type(line) {
      typed = line
      if (!line) problems = {}
    }
  }
}

/** A line's problems come under its id from the engine, under its place from the gate. */
function ofLine(fields: Record<string, string>, id: string, index: number): Record<string, string> {
  const heads = [`${id}.`, `edits.lines.${index}.`]
  const found: Record<string, string> = {}
  for (const [path, sentence] of Object.entries(fields)) {
    const head = heads.find((each) => path.startsWith(each))
    if (head) found[path.slice(head.length)] = sentence
  }
  return found
}
