import { Refusal } from '../../shared/values/errors'
import type { Encoding } from '../../shared/contract/imports'
import { mostColumns, type FileRow, type Reading } from '../../shared/imports/row-source'
import { m } from '../../shared/messages/messages.js'
import type { Bytes } from '../bytes'
import { inSlices, type Rows, type Unplaced } from '../source'
import { beginningOf } from '../table/table'
import { readText } from '../table/text'
import { flat, parsedRecord } from './flat'
import { LineScanner, RecordScanner, WholeScanner, type Scanned } from './scan'
import { mostInRecord } from '../limits'

const sample = 256 * 1024

/** A record with its place. */
interface JsonRecord {
  line: number
  cells: Map<string, string> | null
  trouble?: Scanned['trouble']
}

/** Lists within a record whose members are records, too: what was said in a conversation, the lines of an order. */
const inner = new Set(
  'conversation_parts comments messages line_items lineItems parts articles items replies entries notes'.split(' ')
)

/** Of an order the lines are what was ordered: where every order has some, they come first, and the orders go with them. */
const lines = /^line_?items$/i

/** A list of records in a text of JSON, with the columns that any of them has. */
interface List {
  /** The name that it stands under, and the list within each record that it is made of. */
  list: string | null
  path: string
  headers: Set<string>
  rows: number
}

/** Whether each line is a record, all of the file is one, or it holds lists of them. */
type Shape = 'lines' | 'one' | 'lists'

/** Takes the bytes of a text of JSON, gives the lists of records in it. Error: invalid, it holds none. */
export async function listsIn(bytes: Bytes, encoding: Encoding, name: string): Promise<Unplaced[]> {
  const shape = await shapeOf(bytes, encoding)
  const lists = await listsAs(bytes, encoding, name, shape)
  // nothing in it is a list: then it is one record, whatever it is about
  const found = lists.length > 0 || shape !== 'lists' ? lists : await listsAs(bytes, encoding, name, 'one')
  if (found.length === 0) throw new Refusal('invalid', m.imports_no_records({ file: bytes.name }))
  return found
}

async function listsAs(bytes: Bytes, encoding: Encoding, name: string, shape: Shape): Promise<Unplaced[]> {
  const lists = new Map<string, List>()
  const see = (list: string | null, path: string, cells: Map<string, string> | null) => {
    const key = JSON.stringify([list, path])
    const own = lists.get(key) ?? { list, path, headers: new Set(), rows: 0 }
    lists.set(key, own)
    own.rows++
    for (const header of cells?.keys() ?? []) own.headers.add(header)
    if (own.headers.size > mostColumns)
      throw new Refusal('invalid', m.imports_too_many_columns({ file: bytes.name, maximum: String(mostColumns) }))
  }
  let broken = 0
  for await (const { list, ...record } of scan(bytes, encoding, shape)) {
    const { name, value } = valueOf(record)
    if (!value) broken++
    else {
      see(list ?? name, '', flat(value))
      for (const { path, cells } of innerRows(value)) see(list ?? name, path, cells)
    }
  }
  const partName = ({ list, path }: List) => [name, shape === 'one' ? null : list, path].filter(Boolean).join('/')
  const all = [...lists.values()].filter(({ headers }) => headers.size > 0)
  const lined = (own: List) => all.find((other) => other.list === own.list && lines.test(other.path) && other.rows >= own.rows)
  const rank = (own: List) => (lines.test(own.path) ? 0 : own.path === '' ? 1 : 2)
  return all
    .sort((a, b) => rank(a) - rank(b) || b.rows - a.rows)
    .map((own, at) => ({ ...own, at, under: own.path === '' ? lined(own) : undefined }))
    .map(({ list, path, headers, rows, at, under }) => ({
      // what cannot be read is told with the first list
      part: {
        name: partName({ list, path, headers, rows }),
        kind: 'json',
        hidden: false,
        ...(under && broken === 0 ? { joinedTo: partName(under) } : {}),
        rows: rows + (at === 0 ? broken : 0)
      },
      bytes: bytes.size,
      open: async () => {
        const names = [...headers]
        const records = (reading: Reading) => recordsOf(bytes, encoding, shape, { list, path, first: at === 0 }, reading)
        return { kind: 'json', headers: names, rows: (reading): Rows => inSlices(cellsOf(records(reading), names), reading.signal) }
      }
    }))
}

/** {"ticket": {…}} is a ticket. */
function wrapped(value: unknown): { name: string | null; value: object | null } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { name: null, value: null }
  const inner = Object.entries(value)
  const [name, only] = inner.length === 1 ? inner[0]! : []
  const is = typeof only === 'object' && only !== null && !Array.isArray(only)
  return is ? { name: name!, value: only as object } : { name: null, value }
}

/** What a record says of itself; what stands around lists of records does not. */
const said = ['subject', 'title', 'name', 'email', 'created_at', 'createdAt', 'updated_at', 'summary']

async function shapeOf(bytes: Bytes, encoding: Encoding): Promise<Shape> {
  if (await areLines(bytes, encoding)) return 'lines'
  if (bytes.size > mostInRecord) return 'lists'
  for await (const { text } of scan(bytes, encoding, 'one')) {
    const { value } = valueOf({ text })
    // one ticket with lists in it is no list; a board is nothing but lists
    if (value && 'id' in value && typeof value.id !== 'object' && said.some((name) => name in value))
      return isOfLists(value) ? 'lists' : 'one'
  }
  return 'lists'
}

/** Whether a record holds several lists of records with ids of their own, none of which is what was said or ordered in it. */
const isOfLists = (record: object): boolean =>
  Object.entries(record).filter(([name, list]) => {
    const first: unknown = Array.isArray(list) && !inner.has(name) ? list[0] : null
    return typeof first === 'object' && first !== null && 'id' in first && !('value' in first)
  }).length >= 3

/** Whether each line is a record of its own: the first one is whole, and another follows. */
async function areLines(bytes: Bytes, encoding: Encoding): Promise<boolean> {
  const { text, whole } = await beginningOf(bytes, encoding, sample)
  const [first = '', ...more] = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (!first.trimStart().startsWith('{')) return false
  // a line that goes on beyond what is looked at may be all of the file
  if (more.length === 0) return !whole && bytes.size > sample && !/^\s*\{\s*"[^"]{1,60}"\s*:\s*\[/.test(first)
  try {
    JSON.parse(first)
    return true
  } catch {
    return false
  }
}

async function* scan(bytes: Bytes, encoding: Encoding, shape: Shape, reading: Partial<Reading> = {}): AsyncGenerator<Scanned> {
  if (shape === 'one' && bytes.size > mostInRecord) return
  const scanner = shape === 'lines' ? new LineScanner() : shape === 'one' ? new WholeScanner() : new RecordScanner()
  let first = true
  const { signal, onBytes } = reading
  for await (const piece of readText(bytes, { encoding, signal, onBytes })) {
    yield* scanner.push(first ? piece.replace(/^\ufeff/, '') : piece)
    first = false
  }
  yield* scanner.push('', true)
}

function valueOf({ text }: Pick<Scanned, 'text'>): ReturnType<typeof wrapped> {
  if (text === null) return { name: null, value: null }
  try {
    return wrapped(parsedRecord(text))
  } catch {
    return { name: null, value: null }
  }
}

/** Gives the records of one list, each with its line. */
async function* recordsOf(
  bytes: Bytes,
  encoding: Encoding,
  shape: Shape,
  wanted: { list: string | null; path: string; first: boolean },
  reading: Reading
): AsyncGenerator<JsonRecord> {
  for await (const { list, line, text, trouble } of scan(bytes, encoding, shape, reading)) {
    const { name, value } = valueOf({ text })
    const mine = value ? (list ?? name) === wanted.list : wanted.first
    if (!mine) continue
    const { path } = wanted
    if (path === '') yield { line, cells: value && flat(value), ...(trouble || !value ? { trouble: trouble ?? 'broken' } : {}) }
    else if (value) for (const row of innerRows(value)) if (row.path === path) yield { line, cells: row.cells }
  }
}

/** The records in the lists of a record, each with what its parent says in a few words. */
function innerRows(value: object): { path: string; cells: Map<string, string> }[] {
  const found: { path: string; records: unknown[] }[] = []
  for (const [name, list] of Object.entries(value)) {
    if (!inner.has(name) || typeof list !== 'object' || list === null) continue
    // Intercom and others put a list into an object of the same name
    const records: unknown = Array.isArray(list) ? list : (list as Record<string, unknown>)[name]
    if (Array.isArray(records)) found.push({ path: name, records })
  }
  if (found.length === 0) return []
  const parent = [...flat(value)].filter(([, cell]) => cell.length < 400)
  return found.flatMap(({ path, records }) =>
    records.flatMap((record) => {
      if (typeof record !== 'object' || record === null || Array.isArray(record)) return []
      return [{ path, cells: new Map([...flat(record), ...parent.map(([name, cell]) => [`parent.${name}`, cell] as const)]) }]
    })
  )
}

async function* cellsOf(records: AsyncGenerator<JsonRecord>, headers: string[]): AsyncGenerator<FileRow> {
  let row = 0
  for await (const { line, cells, trouble } of records) {
    row++
    yield { row, line, cells: cells ? headers.map((header) => cells.get(header) ?? '') : [], ...(trouble ? { trouble } : {}) }
  }
}
