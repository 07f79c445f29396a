/**
 * Takes an answer as it was and as it is now; gives the new one, in which every part that has not changed is the object
 * that it was. So what is shown of such a part is not drawn anew. Parts of a list are known by their ids, where they have some.
 */
export function sameParts<T>(was: unknown, is: T): T {
  if (Object.is(was, is) || typeof is !== 'object' || is === null || typeof was !== 'object' || was === null) return is
  if (Array.isArray(is) !== Array.isArray(was)) return is
  return (Array.isArray(is) ? sameRows(was as unknown[], is) : sameFields(was as Fields, is as Fields)) as T
}

type Fields = Record<string, unknown>
const idOf = (row: unknown): unknown => (typeof row === 'object' && row !== null ? (row as { id?: unknown }).id : undefined)

function sameRows(was: readonly unknown[], is: readonly unknown[]): readonly unknown[] {
  const known = new Map(was.map((row) => [idOf(row), row]))
  const rows = is.map((row, at) => {
    const id = idOf(row)
    return sameParts(id === undefined ? was[at] : known.get(id), row)
  })
  return rows.length === was.length && rows.every((row, at) => Object.is(row, was[at])) ? was : rows
}

function sameFields(was: Fields, is: Fields): Fields {
  const names = Object.keys(is)
  const known = (name: string): unknown => (Object.hasOwn(was, name) ? was[name] : undefined)
  const fields = Object.fromEntries(names.map((name) => [name, sameParts(known(name), is[name])]))
  const alike =
    names.length === Object.keys(was).length &&
    names.every((name) => Object.hasOwn(was, name) && Object.is(fields[name], was[name]))
  return alike ? was : fields
}
