import { z } from 'zod'
import { idOf, maybe, type RowOf, text, timeZone } from '../values/fields'
import { currency } from '../values/currency'
import type { DaysFound } from '../imports/days'
import { byId, noInput, read, recordProcedures, writeInParts } from './procedure'
import type { Id, Instant } from '../values/flavours'

export const importTargets = [
  'customers',
  'orders',
  'interactions',
  'promises',
  'contacts',
  'voice',
  'incidents',
  'evidence'
] as const
export type ImportTarget = (typeof importTargets)[number]

/** How the dates of one column are written; `iso` also stands for every date that can be read in one way only. */
export const dateOrders = ['iso', 'dmy', 'mdy', 'ymd', 'unix', 'serial'] as const
export type DateOrder = (typeof dateOrders)[number]

/** Which mark a column's numbers have before their decimals: 1,234.56 or 1.234,56. */
export const numberMarks = ['point', 'comma'] as const
export type NumberMark = (typeof numberMarks)[number]

/**
 * What rows with one number at the source are: `one` record, so that a later row may say nothing else, or records of
 * their `own`, as the lines of an order or the comments of a ticket.
 */
export const repeatModes = ['own', 'one'] as const
export type RepeatMode = (typeof repeatModes)[number]

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]
export const encodings = [
  'utf-8',
  'utf-16le',
  'windows-1252',
  'windows-1253',
  'windows-1250',
  'windows-1257',
  'macintosh',
  'x-mac-greek'
] as const
export type Encoding = (typeof encodings)[number]

/**
 * What a file is, by its content: a table of text, a workbook, records of JSON, an archive, mails, appointments,
 * address cards, a saved chat; or several files, given together.
 */
export const fileKinds = ['table', 'workbook', 'json', 'archive', 'mail', 'calendar', 'cards', 'chat', 'several'] as const
export type FileKind = (typeof fileKinds)[number]

/** A table in what was given: a sheet, a list of records, a file of an archive, one of several files. */
export interface Part {
  /** Says which one is meant: "orders.zip/2026.xlsx/August". */
  name: string
  kind: Exclude<FileKind, 'archive' | 'several'>
  /** A sheet that its workbook does not show. */
  hidden: boolean
  /** How many rows it has, where that is known without reading all of it. */
  rows: number | null
  /** It belongs to the table of that name, and was joined to it: the people and companies that tickets name by their ids. */
  joinedTo?: string
}

/** What of one table was found by id in another one. */
export interface Joined {
  /** The table in which the ids were looked up; null where it was not given: then they are shown as they are. */
  part: string | null
  /** What it holds, as its system calls it ("users"), and the column of ids. */
  what: string
  by: string
  /** How many rows have such an id, and how many ids were not found. */
  rows: number
  missing: number
}

/** Where the value of one field comes from: a column (by its place, since names may repeat), or one fixed value. */
export const columnSource = z.strictObject({
  field: z.string().max(64),
  column: maybe(z.number().int().min(0).max(10_000)),
  /** The header at that place when the mapping was made; matched without case when it is used on another file. */
  header: maybe(z.string().max(300)),
  /** Which one of several columns with that header, from 0. */
  occurrence: z.number().int().min(0).max(1_000).optional(),
  fixed: maybe(z.string().max(2_000)),
  /** How the dates, or the numbers, of that column are written; needed only where the file cannot tell. */
  dates: maybe(z.enum(dateOrders)),
  numbers: maybe(z.enum(numberMarks)),
  /** Of the column with the number at the source. */
  repeats: maybe(z.enum(repeatModes)),
  /** What a person said that words of that column mean, by the word in small letters; empty: none of the values. */
  words: maybe(z.record(z.string().max(200), z.string().max(100)))
})
export type ColumnSource = z.infer<typeof columnSource>

export const mappingFields = z.strictObject({
  name: text(100),
  target: z.enum(importTargets),
  columns: z.array(columnSource).max(200),
  /** Names the origin, so that the same number from two systems stays two records. */
  source: text(100),
  delimiter: maybe(z.enum(delimiters)),
  encoding: maybe(z.enum(encodings)),
  /** The row that names the columns, from 1; without it, it is found. */
  headerRow: maybe(z.number().int().min(1).max(200)),
  zone: maybe(timeZone),
  currency: maybe(currency),
  /** The customer that all rows belong to, by name; used when no column names one. */
  customerName: maybe(text(200))
})
export type MappingFields = z.infer<typeof mappingFields>
export type Mapping = RowOf<'mapping', typeof mappingFields>

/** Takes a mapping, gives what its rows with one number are: as a person said, else what is usual for the target. */
export function repeatsOf({ target, columns }: Pick<MappingFields, 'target' | 'columns'>): RepeatMode {
  if (target === 'customers') return 'one'
  return columns.find(({ field }) => field === 'externalId')?.repeats ?? (target === 'promises' ? 'one' : 'own')
}

/** Takes a stored mapping, gives the fields that `imports.run` takes. */
export function fieldsOfMapping(mapping: Mapping): MappingFields {
  const { name, target, columns, source, delimiter, encoding, headerRow, zone, currency, customerName } = mapping
  return { name, target, columns, source, delimiter, encoding, headerRow, zone, currency, customerName }
}

/**
 * What a field of the target takes. `instant` is a point in time, `moment` an instant or a day as the cell has it,
 * `daytime` the same of goods, where midnight says no hour, `day` a day without a time, `flag` yes or no, `currency` an ISO 4217 code.
 */
export interface ImportField {
  id: string
  kind:
    | 'text'
    | 'instant'
    | 'moment'
    | 'daytime'
    | 'day'
    | 'number'
    | 'money'
    | 'choice'
    | 'flag'
    | 'customer'
    | 'zone'
    | 'currency'
    | 'country'
    | 'language'
  required: boolean
  choices?: readonly string[]
}

/** The rows that are taken, counted as a spreadsheet does; without one, all below the header, to the last. */
export const rowRange = z.strictObject({
  from: maybe(z.number().int().min(1).max(20_000_000)),
  to: maybe(z.number().int().min(1).max(20_000_000))
})
export type RowRange = z.infer<typeof rowRange>

/** A row as it stands in the file; long cells are cut. */
export interface SeenRow {
  row: number
  cells: string[]
}

export interface Inspection {
  name: string
  bytes: number
  kind: FileKind
  /** Every table in it, and the one that this is of. Of mails and appointments there is one. */
  parts: Part[]
  part: string
  /** What was joined from other tables. */
  joins: Joined[]
  /** Of a table of text only. */
  delimiter: Delimiter
  encoding: Encoding
  headers: string[]
  /** The row that names the columns, and in how many rows they stand; 0: what was read has none, as mails. */
  headerRow: number
  headerRows: 0 | 1 | 2
  /** The first rows as they stand there, those above the header too. */
  top: string[][]
  /** How many rows are taken, and the first of them. */
  rows: number
  sample: string[][]
  /** Its last rows. */
  tail: SeenRow[]
  /** Letters of time zones that can mean several, as CST does, by column. */
  letters: { column: number; letters: string[] }[]
  /** For each column that holds dates: the orders that fit all rows. Several: a person must say which; none: no order fits all. */
  dates: { column: number; fits: DateOrder[] }[]
  /** The same for each column that holds numbers. */
  numbers: { column: number; fits: NumberMark[] }[]
  /** What each row is: as was said, else as guessed. */
  target: ImportTarget
  /** How that is known: a person said so, a mapping fits, the headers are those of a known export or tell it, or nothing does. */
  toldBy: 'person' | 'mapping' | 'format' | 'headers' | 'nothing'
  /** The origin of its records, read from what it says: a system, perhaps with the account in it. Never the file's name. */
  source: string
  /** The system whose export it seems to be. */
  format: string | null
  /** The kinds of record that the headers speak for, the best first, with the headers that do. */
  kinds: { target: ImportTarget; by: string[] }[]
  /** The words of columns that hold few different ones, with how often each stands there; addresses by their domain. */
  words: { column: number; words: { word: string; count: number }[] }[]
  /** A saved or built-in mapping whose headers are all there, with its columns at their places in this file. */
  mapping: Mapping | null
  guess: ColumnSource[]
  /**
   * Of mails and appointments, and of lists that name who wrote: whose addresses stand in them, by domain, and which are taken for our own. Where a person
   * has not said so (`settings.own`), it is to be asked: directions and customers hang on it.
   */
  own: { told: boolean; domains: string[]; seen: { domain: string; count: number }[] } | null
}

/** What is done where the source says something else now than the words that are kept here. */
export const rewriteModes = ['keep', 'take', 'add'] as const
/** `keep` what stands here; `take` what the source says now; `add` it as a record of its own. */
export type Rewrite = (typeof rewriteModes)[number]

/** Words that stand here, and what their source says now. */
export interface Differs {
  field: string
  was: string | number
  now: Instant | number | null
}

export interface RowOutcome {
  row: number
  outcome: 'create' | 'update' | 'unchanged' | 'skipped' | 'error'
  title: string
  reason: string | null
  field: string | null
  /** Set where an earlier row bears the same number, or says the same without one; the reason names that row. */
  again?: Again
  /** Words that the source has changed since: they are kept as they are unless a person says otherwise. */
  differs?: Differs[]
  /** What is odd in a row that is taken, and what was made of it. */
  odd?: Odd[]
  /** Everything that keeps a row from being taken. */
  troubles?: Odd[]
}

export interface Odd {
  field: string | null
  text: string
  /** What is wrong, without the cell that has it: rows of one trouble have it alike. */
  problem?: string
  /** The cell that has it, for people to see and to correct. */
  column?: number
  cell?: string
}

/** One kind of trouble, with how many rows have it and whether it keeps them from being taken. */
export interface Trouble {
  field: string | null
  problem: string
  count: number
  costs: boolean
}

/** A cell as a person has corrected it; the file stays as it is. */
export const correction = z.strictObject({
  row: z.number().int().min(1),
  column: z.number().int().min(0).max(10_000),
  text: z.string().max(10_000)
})
export type Correction = z.infer<typeof correction>

/**
 * What becomes of such a row: left out, since it says the same; made a record of its own; refused, since a number is one
 * record and this row says something else; or alike, a record of its own without a number.
 */
export type Again = 'left' | 'own' | 'refused' | 'alike'

export interface ImportResult {
  counts: Record<RowOutcome['outcome'], number>
  rows: number
  /** The first outcomes of each kind, at most 200 a kind, errors first, and of each kind first what repeats an earlier row. */
  outcomes: RowOutcome[]
  repeats: Record<Again, number>
  /** What is wrong or odd, the commonest first; of each the first rows are among the outcomes. */
  troubles: Trouble[]
  /** How many rows differ from words that are kept here. */
  differs: number
  /** How many customers that the rows name are not here yet. */
  newCustomers: number
  /** Those of them that may be here under another spelling; at most 50. */
  twins: Twin[]
  importId: string | null
  dryRun: boolean
}

/** A customer whom the rows name, and another one who may be the same. */
export interface Twin {
  name: string
  like: string
}

/** What came in with an import. */
export interface Brought {
  target: ImportTarget
  fileName: string
  /** Those with the most records first, at most 200, and how many there are in all. */
  customers: { id: Id<'customer'>; name: string; records: number }[]
  customerCount: number
}

const given = {
  file: z.string().max(4_096),
  /** Files that were given together with it. */
  others: maybe(z.array(z.string().max(4_096)).max(500)),
  /** Which table of them; without it, the first that has rows, with all that can be joined to it. */
  part: maybe(z.string().max(1_000)),
  /** Our own addresses and domains, where they are others than those of the settings. */
  own: maybe(z.array(z.string().max(320)).max(200))
}

export const importRun = z.strictObject({
  ...given,
  target: z.enum(importTargets),
  mapping: mappingFields,
  dryRun: z.boolean(),
  /** For all rows whose source has changed somebody's words since; without it they are kept, and asked about again. */
  rewrites: maybe(z.enum(rewriteModes)),
  /** The same for single rows. */
  answers: maybe(z.array(z.strictObject({ row: z.number().int().min(1), rewrite: z.enum(rewriteModes) })).max(10_000)),
  range: maybe(rowRange),
  corrections: maybe(z.array(correction).max(10_000)),
  /** Customers of the rows who are others in another spelling, as a person has said; who is not named here stays apart. */
  sames: maybe(z.array(z.strictObject({ name: text(300), as: text(300) })).max(1_000))
})

export const importProcedures = {
  ...recordProcedures('mappings', mappingFields),
  'mappings.list': read<Mapping[]>()(noInput),
  'mappings.get': read<Mapping>()(byId('mapping')),
  'imports.fields': read<ImportField[]>()(z.strictObject({ target: z.enum(importTargets) })),
  'imports.inspect': read<Inspection>()(
    z.strictObject({
      ...given,
      /** Without one, it is guessed. */
      target: maybe(z.enum(importTargets)),
      delimiter: maybe(z.enum(delimiters)),
      encoding: maybe(z.enum(encodings)),
      headerRow: maybe(z.number().int().min(1).max(200)),
      range: maybe(rowRange)
    }),
    { files: ['file', 'others'], long: true }
  ),
  /** Reads the file row by row; with `dryRun` it only says what would happen. One import is one undo. */
  'imports.run': writeInParts<ImportResult>()(importRun, { files: ['file', 'others'] }),
  /** Tries the same and writes the rows that would not be taken to a file, with their reasons; gives how many. */
  'imports.leftOut': read<{ rows: number }>()(importRun.omit({ dryRun: true }).extend({ to: z.string().max(4_096) }), {
    files: ['file', 'others', 'to'],
    long: true
  }),
  /** The whole days that a calendar file names, such as holidays; nothing is taken. */
  'imports.days': read<DaysFound>()(z.strictObject({ file: z.string().max(4_096) }), { files: ['file'], long: true }),
  /** What an import brought or changed: its customers with the count of its records, and the first of the records. */
  'imports.brought': read<Brought>()(byId('import')),
  'imports.list': read<
    { id: Id<'import'>; fileName: string; target: ImportTarget; at: string; counts: ImportResult['counts'] }[]
  >()(z.strictObject({ customerId: idOf('customer').optional() }))
}
