import type { Joined } from '../../shared/contract/imports'
import { numberKey } from '../../shared/imports/origin'
import { mostColumns, type FileRow, type Reading } from '../../shared/imports/row-source'
import { inSlices, type Found, type Rows, type Table } from '../source'
import { headerOf } from './header-of'
import { joinedColumns, nameOf, type Cells, type LookUp, type System } from './system'
import { rolesOf } from './systems'

/** A table of a system with its header found. */
interface Member {
  found: Found
  role: string
  table: Table
  headers: string[]
  /** The row of the header; 0 where the names stand in no row. */
  last: number
}
/** So many tables are looked at for what belongs together. */
const mostTables = 40
const never = new AbortController().signal

/**
 * Takes tables, gives them with those put first that were joined of several that belong together; what only names people
 * and companies is marked as joined to them, and can still be taken by itself.
 */
export async function joinedTables(tables: Found[]): Promise<{ tables: Found[]; joinsOf(found: Found): Joined[] }> {
  const nothing = { tables, joinsOf: () => [] as Joined[] }
  if (tables.length > mostTables || !tables.some(({ part }) => isOfRecords(part))) return nothing
  const members: (Member & { system: System; signs: number })[] = []
  for (const found of tables) {
    if (!isOfRecords(found.part) || found.part.joinedTo) continue
    const table = await found.open()
    const { headers, last } = await headerOf(table)
    for (const { system, role, signs } of rolesOf(headers)) members.push({ found, system, role, signs, table, headers, last })
  }
  const systems = [...new Set(members.map(({ system }) => system))]
  const sets = systems.map((system) => ({ system, members: best(members.filter((member) => member.system === system)) }))
  const [set] = sets
    .filter(({ system, members }) => members.some(({ role }) => system.records.includes(role)))
    .filter(({ members }) => members.length > 1 || bearsIdsOnly(members[0]!))
    .sort((a, b) => b.members.length - a.members.length)
  if (!set) return nothing
  const joined = new Join(set.system, set.members)
  await joined.load()
  const own = joined.found()
  const marked = tables.map((found): Found => {
    const member = set.members.some((each) => each.found === found)
    return member ? { ...found, part: { ...found.part, joinedTo: own.part.name } } : found
  })
  return { tables: [own, ...marked], joinsOf: (found) => (found === own ? joined.told() : []) }
}

/** Whether a table holds records of a system; mails, meetings and chats name their people themselves. */
const isOfRecords = ({ kind }: Found['part']): boolean => kind === 'table' || kind === 'workbook' || kind === 'json'

/** A table is one thing only, and each thing is one table: those whose headers say most. */
function best<M extends Member & { signs: number }>(members: M[]): M[] {
  const taken: M[] = []
  for (const member of members.toSorted((a, b) => b.signs - a.signs))
    if (!taken.some(({ found, role }) => found === member.found || role === member.role)) taken.push(member)
  return taken
}

/** Whether a table of an interface's own names people and companies by ids and nothing else: then it says so at least. */
const bearsIdsOnly = ({ table, headers }: Member): boolean =>
  table.kind === 'json' && !headers.some((header) => /^(?:organization|requester|company|customer|account)[._]?name$/i.test(header))

class Join implements LookUp {
  private rows = new Map<string, Map<string, string[]>>()
  private places = new Map<string, Map<string, number>>()
  /** Rows of a table that have others under them. */
  private under = new Map<string, Set<string>>()
  private counts = new Map<string, { role: string; by: string; rows: number; missing: Set<string> }>()
  private cut: Joined[] = []
  /** Of each table the columns that the joined one is made of. */
  private asked = new Map<string, Set<string>>()
  private extra: string[] = []
  private otherPlaces = new Map<string, number[]>()

  constructor(
    private readonly system: System,
    private readonly members: Member[]
  ) {
    for (const { role, headers } of members) this.places.set(role, new Map(headers.map((header, at) => [nameOf(header), at])))
  }

  private get records(): Member[] {
    return this.system.records.flatMap((role) => this.members.find((member) => member.role === role) ?? [])
  }

  /** Holds the tables that are looked up, and learns what has rows under it. */
  async load(): Promise<void> {
    const looked = new Set(Object.values(this.system.parents).map(({ role }) => role))
    for (const member of this.members) {
      const isRecord = this.system.records.includes(member.role)
      if (isRecord && !looked.has(member.role)) {
        if (this.system.parents[member.role]) await this.loadParents(member)
        continue
      }
      const rows = new Map<string, string[]>()
      this.rows.set(member.role, rows)
      for await (const { cells } of below(member, { signal: never })) {
        const id = this.cellsOf(member.role, cells)(...ids)
        if (id) rows.set(numberKey(id), isRecord ? short(cells) : cells)
      }
      if (this.system.parents[member.role]) await this.loadParents(member)
    }
    await this.count()
  }

  private async loadParents(member: Member): Promise<void> {
    const { role, by } = this.system.parents[member.role]!
    const under = this.under.get(role) ?? new Set<string>()
    this.under.set(role, under)
    for await (const { cells } of below(member, { signal: never })) {
      const id = this.cellsOf(member.role, cells)(...by)
      if (id) under.add(numberKey(id))
    }
  }

  /** Reads all once to say what was found and what was not. */
  private async count(): Promise<void> {
    for await (const _row of this.all({ signal: never }));
    const parts = this.members.find(({ role }) => role === 'parts')
    const conversations = this.members.find(({ role }) => role === 'conversations')
    if (!parts || !conversations) return
    // at most 500 parts of a conversation are exported, with how many there are
    let said = 0
    let there = 0
    for await (const { cells } of below(conversations, { signal: never }))
      said +=
        Number(this.cellsOf('conversations', cells)('conversation_parts.total_count', 'statistics.count_conversation_parts')) || 0
    for await (const _row of below(parts, { signal: never })) there++
    if (said > there)
      this.cut.push({ part: parts.found.part.name, what: 'parts', by: 'total_count', rows: said, missing: said - there })
  }

  find(role: string, by: string, id: string): Cells | null {
    if (!id) return null
    const key = `${role} ${by}`
    const count = this.counts.get(key) ?? { role, by, rows: 0, missing: new Set<string>() }
    this.counts.set(key, count)
    count.rows++
    const found = this.rows.get(role)?.get(numberKey(id))
    if (!found) {
      count.missing.add(id)
      return null
    }
    return this.cellsOf(role, found)
  }

  has(role: string, id: string): boolean {
    return this.under.get(role)?.has(numberKey(id)) ?? false
  }

  private cellsOf(role: string, cells: string[]): Cells {
    const places = this.places.get(role)!
    const asked = this.asked.get(role) ?? new Set()
    this.asked.set(role, asked)
    return (...names) => {
      for (const name of names) {
        asked.add(nameOf(name))
        const at = places.get(nameOf(name))
        const cell = at === undefined ? '' : (cells[at] ?? '').trim()
        if (cell && cell !== '-') return cell
      }
      return ''
    }
  }

  /** What was looked up, where, and what was not found there. */
  told(): Joined[] {
    const looked = [...this.counts.values()].map(({ role, by, rows, missing }) => ({
      part: this.members.find((member) => member.role === role)?.found.part.name ?? null,
      what: role,
      by,
      rows,
      missing: missing.size
    }))
    return [...looked, ...this.cut]
  }

  found(): Found {
    this.extra = this.others()
    const headers = [...joinedColumns.map((column, at) => (at === 0 ? `${this.system.name} record` : column)), ...this.extra]
    return {
      part: {
        name: `${this.system.name}: ${this.records.map(({ role }) => role).join(' + ')}`,
        kind: this.members[0]!.table.kind,
        hidden: false,
        rows: null
      },
      file: this.members[0]!.found.file,
      bytes: this.members.reduce((sum, { found }) => sum + found.bytes, 0),
      open: async () => ({
        kind: this.members[0]!.table.kind,
        headers,
        rows: (reading): Rows => inSlices(this.all(reading), reading.signal)
      })
    }
  }

  /** What records bear and no column of the joined table says: it is kept with them. */
  private others(): string[] {
    return [...new Set(this.records.flatMap(({ role, headers }) => headers.filter((header) => !this.says(role, header))))].slice(
      0,
      mostColumns - joinedColumns.length
    )
  }

  private says(role: string, header: string): boolean {
    return header === '' || (this.asked.get(role)?.has(nameOf(header)) ?? false)
  }

  private otherCells({ role, headers }: Member, cells: string[]): string[] {
    let places = this.otherPlaces.get(role)
    if (!places) {
      places = this.extra.map((other) => (this.says(role, other) ? -1 : headers.indexOf(other)))
      if (this.extra.length > 0) this.otherPlaces.set(role, places)
    }
    return places.map((at) => cells[at] ?? '')
  }

  private async *all(reading: Reading): AsyncGenerator<FileRow> {
    let row = 0
    for (const member of this.records) {
      for await (const given of below(member, reading)) {
        if (given.trouble) {
          yield { ...given, row: ++row }
          continue
        }
        if (given.cells.every((cell) => cell === '')) continue
        const cells = this.system.row(member.role, this.cellsOf(member.role, given.cells), this)
        if (cells)
          yield {
            row: ++row,
            line: given.line ?? given.row,
            cells: [...joinedColumns.map((column) => cells[column] ?? ''), ...this.otherCells(member, given.cells)]
          }
      }
    }
  }
}

/** The columns that name a row, in the systems that are known. */
const ids = ['id', 'Record ID', 'Company ID', 'Contact ID', 'Ticket ID']

/** Of rows that are looked up and are records, too, long texts are not held. */
const short = (cells: string[]): string[] => cells.map((cell) => (cell.length > 400 ? '' : cell))

async function* below({ table, last }: Member, reading: Reading): AsyncGenerator<FileRow> {
  for await (const rows of table.rows({ ...reading, onHash: undefined })) for (const row of rows) if (row.row > last) yield row
}
