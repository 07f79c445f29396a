/**
 * A row as the journal serialises it, field by field, each value as SQLite wrote it. Reading and writing it as JSON would
 * change it: 5.0 would become 5, and no digest would fit any more.
 */
export type Fields = Map<string, string>

/** Takes a row's JSON, gives its fields; null when it is none. Names of fields are names of columns: nothing in them is escaped. */
export function fieldsOf(json: string): Fields | null {
  const fields: Fields = new Map()
  if (json === '{}') return fields
  for (let at = 0; json[at] === (at === 0 ? '{' : ',') && json[at + 1] === '"';) {
    const named = json.indexOf('":', at + 2)
    const end = named < 0 ? -1 : endOfValue(json, named + 2)
    if (end < 0) return null
    fields.set(json.slice(at + 2, named), json.slice(named + 2, end))
    if (json[end] === '}') return end === json.length - 1 ? fields : null
    at = end
  }
  return null
}

/** Where a value ends that begins at `start`: a text, a number or null. */
function endOfValue(json: string, start: number): number {
  if (json[start] !== '"') {
    let end = start
    while (end < json.length && json[end] !== ',' && json[end] !== '}') end++
    return end < json.length ? end : -1
  }
  for (let quote = json.indexOf('"', start + 1); quote > 0; quote = json.indexOf('"', quote + 1)) {
    let escapes = 0
    while (json[quote - 1 - escapes] === '\\') escapes++
    if (escapes % 2 === 0) return quote + 1
  }
  return -1
}

/** Gives the JSON of a row of these fields; with `width`, of the first so many alone. */
export function textOf(fields: Fields, width = fields.size): string {
  const parts: string[] = []
  for (const [name, value] of fields) {
    if (parts.length === width) break
    parts.push(`"${name}":${value}`)
  }
  return `{${parts.join(',')}}`
}

/** Takes a row before and after, gives the JSON of the old values of the fields that differ. */
export function changedFields(before: string, after: string): string {
  const is = fieldsOf(after)!
  return textOf(new Map([...fieldsOf(before)!].filter(([name, value]) => is.get(name) !== value)))
}
