import { mostCharacters } from '../../shared/imports/row-source'
import { eachSign } from './signs'

/** Objects within objects that become columns of their own; what lies deeper stays as it is written. */
const deepest = 4
const mostFields = 2_000

/** Takes a record of JSON, gives its cells by their column: nested names joined with a point ("via.channel"), lists of words with a semicolon. */
export function flat(record: object): Map<string, string> {
  const cells = new Map<string, string>()
  put(cells, '', record, 0)
  return cells
}

function put(cells: Map<string, string>, path: string, value: unknown, depth: number): void {
  if (value === null || value === undefined) return
  if (cells.size > mostFields) return
  if (typeof value !== 'object') {
    cells.set(path, String(value))
    return
  }
  if (Array.isArray(value)) return list(cells, path, value)
  if (depth >= deepest) {
    cells.set(path, written(value))
    return
  }
  for (const [name, inner] of Object.entries(value)) put(cells, path ? `${path}.${name}` : name, inner, depth + 1)
  const name = path ? `${path}.name` : 'name'
  const whole = wholeName(value)
  if (whole && !cells.has(name)) cells.set(name, whole)
}

/** The name of a person that stands in two parts, as shops keep it. */
function wholeName(value: object): string {
  const { first_name, last_name, firstName = first_name, lastName = last_name } = value as Record<string, unknown>
  if (typeof firstName !== 'string' || typeof lastName !== 'string') return ''
  return `${firstName} ${lastName}`.trim()
}

function list(cells: Map<string, string>, path: string, values: unknown[]): void {
  if (values.length === 0) return
  if (values.every((value) => typeof value !== 'object' || value === null)) {
    cells.set(path, values.filter((value) => value !== null).join('; '))
    return
  }
  // fields of one's own, as help desks keep them: each is a column
  const own = values.filter(
    (value): value is { id: unknown; value: unknown } =>
      typeof value === 'object' && value !== null && 'id' in value && 'value' in value
  )
  if (own.length === values.length) {
    for (const { id, value } of own.slice(0, mostFields))
      if (value !== null) cells.set(`${path}.${String(id)}`, typeof value === 'object' ? written(value) : String(value))
    return
  }
  cells.set(path, written(values))
}

const written = (value: unknown): string => JSON.stringify(value).slice(0, mostCharacters)

/**
 * Takes the text of a record, gives the record; numbers of more digits than a computer keeps stay as they are written.
 * Error: SyntaxError.
 */
export function parsedRecord(text: string): unknown {
  return JSON.parse(/[0-9]{16}/.test(text) ? longAsTexts(text) : text)
}

function longAsTexts(text: string): string {
  let out = ''
  let from = 0
  eachSign(text, (code, at) => {
    if (code < 48 || code > 57) return
    let end = at
    while (end < text.length && /[0-9.eE+-]/.test(text[end]!)) end++
    if (end - at >= 16 && /^[0-9]+$/.test(text.slice(at, end)) && text[at - 1] !== '-') {
      out += `${text.slice(from, at)}"${text.slice(at, end)}"`
      from = end
    }
    return end - 1
  })
  return out + text.slice(from)
}
