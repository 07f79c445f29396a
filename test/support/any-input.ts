import type { Database } from 'better-sqlite3'
import type { z } from 'zod'
import { entities } from '../../src/shared/contract/journal'
import { kinds } from '../../src/shared/records/kinds'
import { calculators } from '../../src/shared/losses/model/all-calculators'

/** What a schema of zod says of itself, as far as inputs are made from it. */
interface Definition {
  type: string
  shape: Record<string, z.ZodType>
  innerType: z.ZodType
  in: z.ZodType
  element: z.ZodType
  valueType: z.ZodType
  items: z.ZodType[]
  options: z.ZodType[]
  entries: Record<string, unknown>
  values: unknown[]
}

const words = [
  'a',
  'Παγωτό και ψυγεία',
  'x'.repeat(300),
  'We wait since Monday.\nTwo lines',
  '=1+1',
  '<b>bold</b>',
  '👩‍👩‍👧 family',
  'שלום',
  '  spaced  ',
  'Anne-Marie O\'Neil ("q") [x] {y} a|b \\ / * + ? ^ $ . % _',
  '0',
  'null',
  'e\u0301',
  '\ud800',
  '-'
]
const strings = [
  ...words,
  ...['2026-03-29', '2026-11-30', '2027-01-15', '2020-02-29', '2026-03', '2026', '2199', '1800'],
  ...['2026-03-29T12:00:00Z', '2026-10-25T00:30:00Z', '1999-12-31T23:59:59.999Z'],
  ...['UTC', 'Europe/Tallinn', 'America/New_York', 'Asia/Kathmandu', 'EUR', 'USD', 'JPY', 'KWD'],
  ...['en', 'el', 'et', 'fil', 'es', 'a@b.example', '08:30', '23:59', 'a'.repeat(64), 'https://example.org/x', 'FI', 'EE']
]
const numbers = [0, 1, 2, 3, 7, 0.5, 0.25, -1, 24, 100, 12_345, 1e6, 99_999_999, -0.1, 1e12]
const nobody = '0190b0a0-0000-7000-8000-0000000000ff'

/** Which kind of record a field names that is not called after it. */
const named: Record<string, string> = {
  proof: 'evidence',
  leaves: 'lossLine',
  needs: 'remedy',
  excludes: 'remedy',
  first: 'lossLine',
  second: 'lossLine',
  other: 'customer',
  into: 'customer',
  version: 'briefVersion',
  recommended: 'option'
}

/** Makes inputs that a schema takes, of records that are there, the same for the same number. */
export class AnyInput {
  private state: number

  constructor(
    private db: Database,
    private file: string,
    seed: number
  ) {
    this.state = (seed * 2_654_435_761) % 4_294_967_296
  }

  /** A number from 0 up to 1. */
  chance(): number {
    this.state = (this.state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return this.state / 4_294_967_296
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.chance() * list.length)]!
  }

  /** An input of a procedure; a record that is made gets its id from the workspace. */
  of(name: string, schema: z.ZodType): object {
    const input = this.made(schema, [], name.split('.')[0]!) as Record<string, unknown>
    if (name.endsWith('.create')) delete input.id
    return input
  }

  private made(schema: z.ZodType, path: readonly string[], room: string): unknown {
    const def = (schema as unknown as { _zod: { def: Definition } })._zod.def
    const inner = (next: z.ZodType, part?: string) => this.made(next, part === undefined ? path : [...path, part], room)
    switch (def.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape).flatMap(([key, of]) => {
            const value = inner(of, key)
            return value === undefined ? [] : [[key, value]]
          })
        )
      case 'optional':
        return this.chance() < (path.includes('patch') ? 0.75 : 0.4) ? undefined : inner(def.innerType)
      case 'nullable':
        return this.chance() < 0.3 ? null : inner(def.innerType)
      case 'default':
      case 'readonly':
        return inner(def.innerType)
      case 'pipe':
        return inner(def.in)
      case 'string':
        return this.text(schema, path, room)
      case 'number':
        return this.fitting(schema, numbers) ?? 1
      case 'boolean':
        return this.chance() < 0.5
      case 'enum':
        return this.pick(Object.values(def.entries))
      case 'literal':
        return this.pick(def.values)
      case 'array':
        return Array.from({ length: Math.floor(this.chance() * 4) }, (_, at) => inner(def.element, String(at)))
      case 'tuple':
        return def.items.map((item, at) => inner(item, String(at)))
      case 'union':
        return inner(this.pick(def.options))
      case 'record':
        return path.at(-1) === 'inputs' ? this.inputs() : { [this.pick(['a', 'name', 'amount'])]: inner(def.valueType, 'value') }
      default:
        return path.at(-1) === 'inputs' ? this.inputs() : this.pick([this.quantity(), null, 1, 'a', true, {}])
    }
  }

  private text(schema: z.ZodType, path: readonly string[], room: string): string {
    const takes = (text: string) => schema.safeParse(text).success
    if (takes(nobody) && !takes('hello you')) return this.id(path, room)
    if (path.at(-1) === 'calculator') return this.pick(calculators).id
    if (path.at(-1) === 'file') return this.file
    return this.fitting(schema, strings) ?? this.pick(words)
  }

  /** One of some values that the schema takes. */
  private fitting<T>(schema: z.ZodType, values: readonly T[]): T | undefined {
    const taken = values.filter((value) => schema.safeParse(value).success)
    return taken.length > 0 ? this.pick(taken) : undefined
  }

  /** The id of a record that the field may mean, seldom of nobody. */
  private id(path: readonly string[], room: string): string {
    if (this.chance() < 0.04) return nobody
    const field = (path.findLast((part) => !/^\d+$/.test(part)) ?? '').replace(/Ids?$/, '')
    const own = path.includes('reliefs')
      ? this.pick(['lossLine', 'incident', 'cliff'])
      : entities.find((entity) => kinds[entity].family === room)
    const table = field === 'id' || field === 'ids' ? (own ?? room) : (named[field] ?? field)
    const known = (entities as readonly string[]).includes(table) ? table : this.pick(['customer', 'incident', 'promise'])
    const ids = this.db.prepare(`SELECT id FROM "${known}" LIMIT 300`).pluck().all() as string[]
    return ids.length > 0 ? this.pick(ids) : nobody
  }

  private quantity(): object {
    const exact = { as: 'exact', value: Math.floor(this.chance() * 1_000) }
    return this.pick<object>([exact, { as: 'range', low: 1, likely: 5, high: 20 }, { as: 'range', low: 3, likely: 3, high: 3 }])
  }

  private inputs(): object {
    return Object.fromEntries(['amount', 'hours', 'people', 'days', 'rate'].map((name) => [name, this.quantity()]))
  }
}
