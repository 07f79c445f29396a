import { z } from 'zod'
import type { OwnQuantity } from '../losses/model/quantity'
import { anyNumber, checkQuantity } from '../losses/model/validate-quantity'
import { day, idOf, language } from '../values/fields'
import { besides, columns, type Beside, type Column, type QuestionSheet } from './types'

/** The name under which a sheet's own data stand in it: of an attached file, or of a hidden sheet. */
export const questionsFile = 'redress-questions.json'
export const questionsSheet = 'redress-questions'
/** Goes up when what is asked, or how, is another one. */
const form = 1

const texts = <K extends string>(keys: readonly K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.string().max(500)])) as Record<K, z.ZodString>)
const own = z.unknown().transform((raw, context): OwnQuantity => {
  const found = checkQuantity(raw, anyNumber, 'assumed', [])
  if (found) return found
  context.addIssue('quantity')
  return z.NEVER
})
const stored = z.object({
  redress: z.literal('questions'),
  form: z.number(),
  caseId: idOf('case'),
  language,
  made: day,
  title: z.string().max(1_000),
  heads: texts<Column>(columns),
  besides: texts<Beside>(besides),
  rows: z
    .array(
      z.object({
        key: z.string().max(200),
        label: z.string().max(1_000),
        unit: z.string().max(200),
        percent: z.boolean(),
        currency: z.string().length(3).nullable(),
        assumed: own
      })
    )
    .max(5_000)
})

/** What travels in a sheet so that its answers can be told apart: what was asked, in which unit, and what we assumed. */
export type SheetData = Omit<z.output<typeof stored>, 'redress' | 'form'>

/** Takes a sheet, gives the text that travels in it. */
export function sheetText({ caseId, language, made, title, heads, besides, groups }: QuestionSheet): string {
  const rows = groups.flatMap(({ parts }) =>
    parts.flatMap((part) =>
      part.rows.map(({ key, label, unit, percent, currency, assumed }) => ({ key, label, unit, percent, currency, assumed }))
    )
  )
  return JSON.stringify({ redress: 'questions', form, caseId, language, made, title, heads, besides, rows })
}

/** Takes a text that stood in a file, gives what was asked, or what is wrong with it: a form that is none of ours, or is damaged. */
export function sheetDataOf(text: string): SheetData | 'newer' | 'older' | 'damaged' {
  let held: unknown
  try {
    held = JSON.parse(text)
  } catch {
    return 'damaged'
  }
  const said = z.object({ redress: z.literal('questions'), form: z.number() }).safeParse(held)
  if (!said.success) return 'damaged'
  if (said.data.form !== form) return said.data.form > form ? 'newer' : 'older'
  const found = stored.safeParse(held)
  return found.success ? found.data : 'damaged'
}
