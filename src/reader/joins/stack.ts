import { bareHeader } from '../../shared/imports/header-names'
import { mostColumns, type FileRow, type Reading } from '../../shared/imports/row-source'
import { inSlices, type Found, type Rows, type Table } from '../source'
import { headerOf } from './header-of'
import { nameOf } from './system'
import { rolesOf } from './systems'

/** So many tables are looked at. */
const mostTables = 2_000

interface Seen {
  found: Found
  headers: string[]
}

/**
 * Takes tables, gives them with those put first that are one thing in several files: the days of a chat, the months of a help
 * desk, the parts into which a large export was cut. They are of one system's kind, or have the same columns.
 */
export async function stackedTables(tables: Found[]): Promise<Found[]> {
  const files = new Set(tables.map(({ file }) => file))
  if (files.size < 2 || tables.length > mostTables) return tables
  const groups = new Map<string, Seen[]>()
  for (const found of tables) {
    if (!stackable.has(found.part.kind) || found.part.joinedTo || found.part.hidden) continue
    const { headers } = await headerOf(await found.open())
    const key = keyOf(headers)
    const group = groups.get(key) ?? []
    // sheets and lists of one file are not the same thing twice
    if (key && !group.some((each) => each.found.file === found.file)) groups.set(key, [...group, { found, headers }])
  }
  const stacks = [...groups.values()].filter((group) => group.length > 1).map(stackOf)
  const names = new Map(stacks.flatMap(({ members, stack }) => members.map((found) => [found, stack.part.name] as const)))
  return [
    ...stacks.map(({ stack }) => stack),
    ...tables.map((found) => (names.has(found) ? { ...found, part: { ...found.part, joinedTo: names.get(found)! } } : found))
  ]
}

const stackable = new Set(['table', 'workbook', 'json', 'cards'])

/** What tables of one thing have in common: the kind that a system's headers say, else every name of a column. */
function keyOf(headers: string[]): string {
  const [first, second] = rolesOf(headers).sort((a, b) => b.signs - a.signs)
  if (first && first.signs !== second?.signs) return `${first.system.name} ${first.role}`
  const names = headers.map(bareHeader).filter(Boolean)
  return names.length < 2 ? '' : JSON.stringify(names.sort())
}

function stackOf(group: Seen[]): { members: Found[]; stack: Found } {
  const members = group.map(({ found }) => found)
  const headers = [...new Map(group.flatMap((each) => namedApart(each.headers))).values()].slice(0, mostColumns)
  const counts = members.map(({ part }) => part.rows)
  const { kind } = members[0]!.part
  return {
    members,
    stack: {
      part: {
        name: nameOfAll(members),
        kind,
        hidden: false,
        rows: counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + count!, 0)
      },
      file: members[0]!.file,
      bytes: members.reduce((sum, { bytes }) => sum + bytes, 0),
      open: async (): Promise<Table> => ({
        kind,
        headers,
        rows: (reading): Rows => inSlices(all(members, headers, reading), reading.signal)
      })
    }
  }
}

const nameOfAll = (members: Found[]): string => {
  const names = members.map(({ part }) => part.name)
  return names.length < 4 ? names.join(' + ') : `${names[0]!} … ${names.at(-1)!} (${names.length})`
}

/** Columns of one name stand several times in a table: the second "Comment" is the second one of the next file, too. */
function namedApart(headers: string[]): [key: string, header: string][] {
  const times = new Map<string, number>()
  return headers.map((header) => {
    const name = nameOf(header)
    const time = times.get(name) ?? 0
    times.set(name, time + 1)
    return [`${name} ${time}`, header]
  })
}

async function* all(members: Found[], headers: string[], reading: Reading): AsyncGenerator<FileRow> {
  const wanted = namedApart(headers).map(([key]) => key)
  let number = 0
  for (const found of members) {
    const table = await found.open()
    const { headers: own, last } = await headerOf(table)
    const places = new Map(namedApart(own).map(([key], at) => [key, at]))
    for await (const rows of table.rows({ ...reading, onHash: undefined })) {
      for (const { row, line = row, cells, ...more } of rows) {
        if (row <= last) continue
        yield {
          row: ++number,
          line,
          cells: more.trouble ? cells : placed({ cells, own: own.length, places, wanted }, more.unended),
          ...more
        }
      }
    }
  }
}

/** The cells of a row at their places; those beyond its own header stay beyond that of all, and what was cut stays short. */
function placed(of: { cells: string[]; own: number; places: Map<string, number>; wanted: string[] }, unended = false): string[] {
  const { cells, own, places, wanted } = of
  const all = [...wanted.map((key) => cells[places.get(key) ?? -1] ?? ''), ...cells.slice(own)]
  if (unended && cells.length < own) while (all.at(-1) === '') all.pop()
  return all
}
