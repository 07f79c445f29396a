import { z } from 'zod'
import { audiences } from './audience'
import { languages } from '../values/languages'
import { shape, type BriefShape } from './shape'
import type { BriefModel } from './types'

/**
 * The form in which a brief is frozen today. It goes up by one when a model that is stored could no longer be drawn as it
 * is: then the older one is kept in `completed`, and a frozen brief of the form before joins the fixtures of the tests.
 */
export const frozenForm = 1

const text = z.string()
const maybeText = text.nullable()
const figure = z.number()
const ref = z.object({ text, to: text })
const refs = z.array(ref)
const pair = z.object({ label: text, text, refs: refs.optional(), short: z.boolean().optional() })
const pairs = z.array(pair)
const column = z.object({
  label: text,
  numeric: z.boolean().optional(),
  wide: z.boolean().optional(),
  keep: z.boolean().optional()
})
const table = z.object({
  caption: text,
  columns: z.array(column),
  rows: z.array(z.array(text)),
  ids: z.array(text).optional(),
  refs: z.array(refs).optional(),
  sums: z.array(figure).optional()
})
const maybeTable = table.nullable()

const range = { p10: figure, p50: figure, p90: figure }
const picture = { id: text.optional(), title: text, alt: text, currency: text, table }
const chart = z.discriminatedUnion('kind', [
  z.object({
    ...picture,
    kind: z.literal('distribution'),
    data: z.object({
      bins: z.array(z.object({ from: figure, to: figure, count: figure })),
      ...range,
      below: figure,
      above: figure
    }),
    labels: z.object({ amount: text, share: text, low: text, middle: text, high: text })
  }),
  z.object({
    ...picture,
    kind: z.literal('lines'),
    data: z.array(
      z.object({ name: text, ...range, confirmed: z.boolean(), back: z.boolean().optional(), others: z.boolean().optional() })
    ),
    labels: z.object({ line: text, low: text, middle: text, high: text, confirmed: text, estimated: text, back: text })
  }),
  z.object({
    ...picture,
    kind: z.literal('tornado'),
    base: figure,
    data: z.array(z.object({ name: text, low: text, high: text, atLow: figure, atHigh: figure })),
    labels: z.object({ input: text, low: text, high: text, base: text, lossAtLow: text, lossAtHigh: text })
  }),
  z.object({
    ...picture,
    kind: z.literal('chance'),
    data: z.array(z.object({ amount: figure, chance: figure })),
    labels: z.object({ amount: text, chance: text })
  }),
  z.object({
    ...picture,
    kind: z.literal('waiting'),
    data: z.object({
      points: z.array(z.object({ on: text, ...range })),
      today: text,
      cliffs: z.array(z.object({ on: text, name: text }))
    }),
    labels: z.object({ day: text, low: text, middle: text, high: text, today: text })
  })
])

const loss = z.object({
  heading: text,
  main: text,
  mainLabel: text,
  range: text,
  figures: pairs,
  ref,
  notConfirmed: z.object({ text, refs }).nullable(),
  held: maybeText,
  middle: figure,
  driversHeading: text,
  drivers: z.array(z.object({ name: text, text, share: figure, ref: ref.nullable() })),
  statuses: z.array(
    z.object({ label: text, text, share: figure, kind: z.enum(['confirmed', 'estimated', 'recovered', 'compensated']) })
  ),
  terms: z.array(text)
})
const option = z.object({ title: text, recommended: z.boolean(), chosen: z.boolean(), cells: z.array(text), ref: ref.nullable() })
const end = z.object({ day: text, amount: text })
const curve = z.object({
  alt: text,
  points: z.array(z.object({ on: text, ...range })),
  cliffs: z.array(z.object({ on: text, text })),
  ends: z.tuple([end, end])
})
const page = z.object({
  kicker: text,
  title: text,
  byline: text,
  frozen: z.object({ text, changes: z.array(text) }).nullable(),
  ask: z.object({ heading: text, text, facts: pairs, roles: pairs.optional() }).nullable(),
  asked: pairs.nullish(),
  stake: z.object({ heading: text, facts: pairs }).nullable(),
  promised: z.object({ heading: text, table: maybeTable, record: maybeText, more: maybeText, none: maybeText, ref }),
  couldNot: maybeText,
  couldNotName: text.optional(),
  voice: z.object({ heading: text, words: text, who: text, ref }).nullish(),
  facts: z.object({ heading: text, rows: z.array(z.object({ when: text, text })), ref }).nullish(),
  gaveWay: z.object({ note: z.tuple([text, text]), heading: text }).nullish(),
  loss: loss.nullable(),
  noLoss: z.object({ heading: text, text, items: pairs }).nullable(),
  waiting: z
    .object({
      heading: text,
      main: pair.nullable(),
      text: maybeText,
      end: pair.nullable(),
      cliffs: z.array(z.object({ when: text, text, amount: text })),
      more: maybeText,
      ref: ref.nullable(),
      curve: curve.nullish()
    })
    .nullable(),
  options: z
    .object({
      heading: text,
      columns: z.array(column),
      rows: z.array(option),
      note: maybeText,
      more: maybeText,
      recommendedLabel: text
    })
    .nullable(),
  recommendation: z.object({ heading: text, text, decided: z.boolean() }).nullable(),
  containment: z.object({ heading: text, facts: pairs }).nullable(),
  confidence: z.object({ heading: text, items: z.array(text) }).nullable(),
  next: z.object({ heading: text, text }).nullable(),
  guide: text,
  legal: text
})

const line = z.object({
  mark: ref.nullable(),
  title: text,
  calculator: text,
  status: text,
  figures: pairs,
  formulaLabel: text,
  formula: text,
  working: maybeTable,
  inputs: maybeTable,
  facts: pairs,
  warnings: z.array(text)
})
const guards = z.object({ heading: text, rows: z.array(z.object({ title: text, why: text, atStake: text, answer: text })) })
const incident = z.object({
  id: text,
  heading: text,
  facts: pairs,
  none: maybeText,
  summary: maybeTable,
  charts: z.array(chart),
  linesHeading: text,
  lines: z.array(line),
  drivers: maybeTable,
  guard: guards.nullable(),
  cliffs: maybeTable,
  rates: maybeTable
})
const part = { id: text, heading: text }
const appendix = z.object({
  heading: text,
  contents: z.array(z.object({ id: text, text })),
  loss: z
    .object({
      ...part,
      text,
      summary: maybeTable,
      ahead: maybeTable,
      charts: z.array(chart),
      incidents: z.array(incident),
      guard: guards.nullable().optional(),
      rates: maybeTable
    })
    .nullable(),
  options: z
    .object({
      ...part,
      options: z.array(z.object({ mark: ref, title: text, text: maybeText, facts: pairs, remedies: maybeTable }))
    })
    .nullable(),
  timeline: z.object({ ...part, facts: maybeTable, record: maybeTable, promises: maybeTable, none: maybeText }).nullable(),
  view: z
    .object({
      ...part,
      facts: pairs,
      voicesHeading: text,
      voices: z.array(z.object({ kind: text, who: text, words: text, reading: maybeText })),
      none: maybeText
    })
    .nullable(),
  exhibits: z.object({ ...part, table: maybeTable, none: maybeText }).nullable(),
  texts: z.object({ ...part, facts: pairs }).nullable(),
  method: z.object({ ...part, paragraphs: z.array(text), questions: z.array(table).optional(), facts: pairs }).nullable()
})

/**
 * What the document needs to be drawn, field by field. It says the same as `BriefModel`, and does not compile when that
 * goes another way: whoever changes the model decides here what becomes of the briefs that are frozen already.
 */
const drawable = z.object({
  language: z.enum(languages),
  locale: text,
  paper: z.enum(['a4', 'letter']),
  audience: z.enum(audiences),
  title: text,
  fileName: text,
  footer: z.object({ left: text, page: z.tuple([text, text, text]), mark: text.optional(), draft: text.optional() }),
  tableLabel: text,
  page,
  appendix
}) satisfies z.ZodType<BriefModel>
type Whole<T> = T extends (infer U)[] ? Whole<U>[] : T extends object ? { [K in keyof T]-?: Whole<T[K]> } : T
type Same<A, B> = [Whole<A>, Whole<B>] extends [Whole<B>, Whole<A>] ? B : never

/** A brief as it is stored, or why it cannot be shown. `never` here: the model has a field that `drawable` does not name. */
type Thawed = { model: Same<z.output<typeof drawable>, BriefModel>; shape?: BriefShape } | { problem: 'newer' | 'damaged' }

/** Takes a brief and what was left out of it, gives the text that is stored of it. */
export function frozenText(model: BriefModel, shape?: BriefShape): string {
  return JSON.stringify({ form: frozenForm, model, shape })
}

/** Takes what is stored of a frozen brief, of this form or an earlier one; gives the brief whole and fit to be drawn, or what is wrong. */
export function thaw(stored: string): Thawed {
  let held: unknown
  try {
    held = JSON.parse(stored)
  } catch {
    return { problem: 'damaged' }
  }
  // the first builds stored the bare model
  const { form = 0, model = held, shape: left } = (held ?? {}) as { form?: unknown; model?: unknown; shape?: unknown }
  if (typeof form !== 'number' || !Number.isInteger(form) || form < 0) return { problem: 'damaged' }
  if (form > frozenForm) return { problem: 'newer' }
  const whole = drawable.safeParse(form === 0 ? completed(model) : model)
  const shaped = shape.optional().safeParse(left)
  return whole.success && shaped.success ? { model: whole.data, shape: shaped.data } : { problem: 'damaged' }
}

/** What a brief of the form 0 may lack. */
function completed(model: unknown): unknown {
  const { page } = (model ?? {}) as { page?: { promised?: object } }
  return page?.promised ? { ...(model as object), page: { ...page, promised: { none: null, ...page.promised } } } : model
}
