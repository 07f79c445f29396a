import { z } from 'zod'
import { idOf, maybe, maybeText, type RowOf, text } from '../values/fields'

/**
 * A question that a decider would put, or a weak point, with its answer. `rule` names the one that Redress finds in the
 * case (`about` is what it was found on); one of the advocate's own has words instead.
 */
export const objectionFields = z.strictObject({
  caseId: idOf('case'),
  rule: maybe(text(60)),
  about: maybe(text(200)),
  words: maybeText(2_000),
  answer: maybeText(10_000),
  position: z.number().int().min(0).max(100_000).optional()
})
export type Objection = RowOf<'objection', typeof objectionFields>
