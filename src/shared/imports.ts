import { z } from 'zod'
import { id, maybe, text, timeZone, type RowOf } from './fields'
import { currency } from './money'
import { byId, noInput, read, recordProcedures, write } from './procedure'

export const importTargets = ['customers', 'orders', 'interactions', 'promises'] as const
export type ImportTarget = (typeof importTargets)[number]

/** How the dates of one column are written; `ask` when the file cannot tell day from month. */
export const dateOrders = ['iso', 'dmy', 'mdy', 'ymd', 'unix'] as const

/** Where the value of one field comes from: a column (by its place, since names may repeat), or one fixed value. */
export const columnSource = z.strictObject({
  field: z.string().max(64),
  column: maybe(z.number().int().min(0).max(10_000)),
  /** The header at that place when the mapping was made; matched without case when it is used on another file. */
  header: maybe(z.string().max(300)),
  /** Which one of several columns with that header, from 0. */
  occurrence: z.number().int().min(0).max(1_000).optional(),
  fixed: maybe(z.string().max(2_000)),
  dates: maybe(z.enum(dateOrders))
})
export type ColumnSource = z.infer<typeof columnSource>

export const mappingFields = z.strictObject({
  name: text(100),
  target: z.enum(importTargets),
  columns: z.array(columnSource).max(200),
  /** Names the origin, so that the same number from two systems stays two records. */
  source: text(100),
  delimiter: maybe(z.enum([',', ';', '\t', '|'])),
  encoding: maybe(z.enum(['utf-8', 'windows-1252', 'utf-16le'])),
  zone: maybe(timeZone),
  currency: maybe(currency),
  /** The customer that all rows belong to, by name; used when no column names one. */
  customerName: maybe(text(200))
})
export type Mapping = RowOf<typeof mappingFields>

/** What a field of the target takes. */
export interface ImportField {
  id: string
  kind: 'text' | 'moment' | 'day' | 'number' | 'money' | 'choice' | 'customer' | 'zone'
  required: boolean
  choices?: readonly string[]
}

export interface Inspection {
  name: string
  bytes: number
  delimiter: string
  encoding: string
  headers: string[]
  sample: string[][]
  /** For each column that holds dates: the order that fits all rows, or null when several do. */
  dates: { column: number; fits: (typeof dateOrders)[number][] }[]
  /** A saved mapping whose headers are all there. */
  mapping: Mapping | null
  guess: ColumnSource[]
}

export interface RowOutcome {
  row: number
  outcome: 'create' | 'update' | 'unchanged' | 'skipped' | 'error'
  title: string
  reason: string | null
  field: string | null
}

export interface ImportResult {
  counts: Record<RowOutcome['outcome'], number>
  rows: number
  /** The first outcomes of each kind, at most 200 a kind, errors first. */
  outcomes: RowOutcome[]
  importId: string | null
  dryRun: boolean
}

const run = z.strictObject({
  file: z.string().max(4_096),
  target: z.enum(importTargets),
  mapping: mappingFields,
  dryRun: z.boolean()
})

export const importProcedures = {
  ...recordProcedures('mappings', mappingFields),
  'mappings.list': read<Mapping[]>()(noInput),
  'mappings.get': read<Mapping>()(byId),
  'imports.fields': read<ImportField[]>()(z.strictObject({ target: z.enum(importTargets) })),
  'imports.inspect': read<Inspection>()(
    z.strictObject({
      file: z.string().max(4_096),
      target: z.enum(importTargets),
      delimiter: maybe(z.enum([',', ';', '\t', '|'])),
      encoding: maybe(z.enum(['utf-8', 'windows-1252', 'utf-16le']))
    }),
    { files: ['file'], long: true }
  ),
  /** Reads the file row by row; with `dryRun` it only says what would happen. One import is one undo. */
  'imports.run': write<ImportResult>()(run, { files: ['file'], long: true }),
  'imports.list': read<{ id: string; fileName: string; target: ImportTarget; at: string; counts: ImportResult['counts'] }[]>()(
    z.strictObject({ customerId: id.optional() })
  )
}
