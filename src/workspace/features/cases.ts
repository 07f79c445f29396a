import type { Case } from '../../shared/records/cases'
import { m } from '../../shared/messages/messages.js'
import type { HandlersOf } from '../handlers'
import { add, mustFind, name, recordHandlers } from '../records'
import { refOf } from '../store/descriptions'
import { checkedCase } from './case-checks'
import { caseArgument, caseFigures, caseView } from './case-view'
import { followedHandlers } from './followed'
import { answerGuard } from './guard-answers'
import { tieCase } from './incidents'
import { frontierHandlers } from './frontier'
import { learningHandlers } from './learning'
import { storyHandlers } from './story'
import { optionHandlers } from './options'

export const caseHandlers: HandlersOf<'cases' | 'facts' | 'options' | 'remedies' | 'outcomes' | 'askings' | 'objections'> = {
  ...recordHandlers('cases', 'case', checkedCase),
  ...recordHandlers('facts', 'fact'),
  ...optionHandlers,
  ...frontierHandlers,
  ...followedHandlers(caseView),
  ...learningHandlers(caseView),
  ...storyHandlers,
  'cases.create': async (change, { incidentIds = [], ...fields }, context) => {
    const whole = await checkedCase(change, fields, null)
    const made = await add(change, 'case', { preparedBy: context.settings.advocate || null, ...whole })
    // doing nothing is always among the options, so that nobody forgets what it costs
    await add(change, 'option', { caseId: made.id, title: m.case_option_nothing(), nothing: 1, position: 0 })
    for (const incidentId of incidentIds) await tieCase(change, incidentId, made.id)
    return made
  },
  'cases.list': async ({ read }, { customerId }) => {
    const rows = await read
      .selectFrom('case')
      .innerJoin('customer', 'customer.id', 'case.customerId')
      .selectAll('case')
      .select('customer.name as customer')
      .where('case.trashedAt', 'is', null)
      .$if(customerId !== undefined, (query) => query.where('case.customerId', '=', customerId!))
      .orderBy('case.number', 'desc')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      ref: refOf('case', row.number),
      customerId: row.customerId,
      customer: row.customer,
      title: row.title,
      ask: row.ask,
      decider: row.decider,
      decideBy: row.decideBy,
      state: row.state
    }))
  },
  'cases.get': (context, { id }) => caseView(context, id),
  'cases.argument': (context, { id }) => caseArgument(context, id),
  'cases.figures': (context, { id }) => caseFigures(context, id),
  'cases.tieIncident': async (change, { id, incidentId, tied }) => {
    await name(change, tied ? 'tie' : 'untie', 'case', id)
    await tieCase(change, incidentId, id, tied)
    return { id }
  },
  'cases.answerGuard': async (change, { caseId, ...given }) => {
    const { currency } = await mustFind<Case>(change.db, 'case', caseId)
    return answerGuard(change, { caseId }, currency, given)
  },
  'cases.addFacts': async (change, { id, facts }) => {
    await name(change, 'tie', 'case', id)
    const { top } = await change.db
      .selectFrom('fact')
      .select(({ fn }) => fn.max('position').as('top'))
      .where('caseId', '=', id)
      .executeTakeFirstOrThrow()
    const ids: string[] = []
    for (const [index, fact] of facts.entries()) {
      ids.push((await add(change, 'fact', { caseId: id, ...fact, position: (top ?? 0) + 1 + index })).id)
    }
    return { ids }
  }
}
