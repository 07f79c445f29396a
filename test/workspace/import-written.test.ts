// Whatever program wrote a list, and however: the rows that it was made of come back, and each other row is told.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mappingAsTold } from '../../src/shared/imports/as-told'
import type { DateOrder, NumberMark } from '../../src/shared/contract/imports'
import { textIn } from '../../src/reader/table/encodings'
import { bytesIn } from '../support/code-page'
import { fileOf } from './import-support'
import { inspect } from './reader-support'
import { freshWorkspace } from './support'

interface Tongue {
  headers: string[]
  customers: string[]
  items: string[]
  total: string
  charsets: string[]
}
const wide = ['utf-8', 'utf-8 marked', 'utf-16le marked', 'utf-16le']
const tongues: Record<string, Tongue> = {
  en: {
    headers: ['Order number', 'Customer', 'Item', 'Order date', 'Value'],
    customers: ['Quay Dairy', 'Harrow Mills', 'O’Neill & Sons'],
    items: ['Pump', 'Seal, 6" wide', 'Valve; spare', 'Rotor\nwith its case', '“Heavy” gasket', 'Hose\twith taps'],
    total: 'Total',
    charsets: [...wide, 'windows-1252', 'macintosh']
  },
  el: {
    headers: ['Αριθμός παραγγελίας', 'Πελάτης', 'Προϊόν', 'Ημερομηνία παραγγελίας', 'Αξία'],
    customers: ['Αλμυρά ΑΕ', 'Γαλακτοκομικά Όρους', 'Φούρνος Ηλίου'],
    items: ['Αντλία', 'Φλάντζα, φαρδιά', 'Βαλβίδα; εφεδρική', 'Στρόφιγγα «Άλφα»'],
    total: 'Σύνολο',
    charsets: [...wide, 'windows-1253']
  },
  et: {
    headers: ['Tellimuse number', 'Klient', 'Toode', 'Tellimuse kuupäev', 'Väärtus'],
    customers: ['Õlleköök OÜ', 'Pärnu Šokolaad', 'Võrumaa Žürii'],
    items: ['Pump', 'Tihend, lai', 'Klapp; varu', 'Äär ja öötsik'],
    total: 'Kokku',
    charsets: [...wide, 'windows-1257', 'windows-1252']
  },
  es: {
    headers: ['Número de pedido', 'Cliente', 'Producto', 'Fecha de pedido', 'Importe'],
    customers: ['Panadería Muñoz', 'Compañía Eléctrica', 'Señor Café'],
    items: ['Bomba', 'Junta, ancha', 'Válvula; de reserva', 'Cañería'],
    total: 'Total',
    charsets: [...wide, 'windows-1252', 'macintosh']
  }
}

const days = { dmy: ['d', 'm', 'y'], mdy: ['m', 'd', 'y'], ymd: ['y', 'm', 'd'] } as const
function dayAs(day: string, order: 'dmy' | 'mdy' | 'ymd' | 'serial', sign: string): string {
  if (order === 'serial') return String(Math.round(Date.parse(day) / 86_400_000) + 25_569)
  const [y, m, d] = day.split('-') as [string, string, string]
  // nobody puts points behind a month that comes first
  return days[order].map((part) => ({ y, m, d })[part]).join(order === 'mdy' && sign === '.' ? '/' : sign)
}

/** A list as it is written: its rows, and all that a program may do to them. */
const written = fc.constantFrom(...Object.keys(tongues)).chain((tongue) => {
  const { customers, items, charsets } = tongues[tongue]!
  const row = fc.record({
    customer: fc.constantFrom(...customers),
    item: fc.constantFrom(...items),
    day: fc.option(fc.integer({ min: 0, max: 1_500 }).map((at) => new Date(Date.UTC(2023, 0, 13 + at)).toISOString().slice(0, 10))),
    cents: fc.option(fc.integer({ min: 0, max: 99_999_999 }))
  })
  return fc.record({
    tongue: fc.constant(tongue),
    rows: fc.array(row, { minLength: 4, maxLength: 12 }),
    charset: fc.constantFrom(...charsets),
    delimiter: fc.constantFrom(',', ';', '\t', '|'),
    sep: fc.boolean(),
    end: fc.constantFrom('\n', '\r\n', '\r'),
    always: fc.boolean(),
    guard: fc.constantFrom('none', 'formula', 'apostrophe'),
    above: fc.constantFrom(0, 1, 3),
    totals: fc.boolean(),
    footer: fc.boolean(),
    short: fc.boolean(),
    order: fc.constantFrom('dmy' as const, 'mdy' as const, 'ymd' as const, 'serial' as const),
    sign: fc.constantFrom('/', '.', '-'),
    marks: fc.constantFrom('en' as const, 'de' as const),
    nothing: fc.constantFrom('', 'NULL', 'N/A', '–', '-')
  })
})
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never

function bytesOf(given: Written): Buffer {
  const { headers, total } = tongues[given.tongue]!
  const { delimiter, end, always, charset } = given
  const quoted = (cell: string) =>
    (always && cell !== '') || cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
  const number = (at: number) => {
    const text = numberOf(at)
    return given.guard === 'formula' ? `="${text}"` : given.guard === 'apostrophe' ? `'${text}` : text
  }
  const amount = (cents: number) => (cents / 100).toLocaleString(given.marks, { minimumFractionDigits: 2 })
  const line = (cells: string[]) => {
    const last = given.short ? cells.findLastIndex((cell) => cell !== '') + 1 : cells.length
    return cells.slice(0, last).map(quoted).join(delimiter)
  }
  const sum = given.rows.reduce((all, { cents }) => all + (cents ?? 0), 0)
  const lines = [
    ...(given.sep ? [`sep=${delimiter}`] : []),
    ...['Nordkold', 'Nordkold 2026', ''].slice(0, given.above),
    line(headers),
    ...given.rows.map(({ customer, item, day, cents }, at) =>
      line([
        number(at),
        customer,
        item.replaceAll('\n', end),
        day === null ? given.nothing : dayAs(day, given.order, given.sign),
        cents === null ? given.nothing : amount(cents)
      ])
    ),
    ...(given.totals ? [line([total, '', '', '', amount(sum)])] : []),
    ...(given.footer ? ['', quoted('Nordkold, printed by Oona')] : [])
  ]
  const text = lines.join(end) + end
  if (charset === 'utf-8') return Buffer.from(text)
  if (charset === 'utf-8 marked') return Buffer.from(`\ufeff${text}`)
  if (charset.startsWith('utf-16le')) return Buffer.from(charset.endsWith('marked') ? `\ufeff${text}` : text, 'utf16le')
  return bytesIn(charset, text)
}

const numberOf = (at: number) => String(at + 17).padStart(6, '0')

it('rows come back from any list that was made of them', async () => {
  const workspace = await freshWorkspace()
  await fc.assert(
    fc.asyncProperty(written, async (given) => {
      while ((await workspace.call('workspace.info', {})).undo) await workspace.call('journal.undo', {})
      const file = fileOf(bytesOf(given), 'list.csv')
      const seen = await inspect(workspace, [file])
      expect([seen.target, seen.toldBy === 'nothing', seen.own]).toEqual(['orders', false, null])
      const told = mappingAsTold(seen, { zone: 'Europe/Athens', currency: 'EUR' })
      // what could be read in two ways is asked, once for the file, and the answer is the way in which it was written
      const several = (list: { column: number; fits: string[] }[], at: number) =>
        list.find(({ column }) => column === at)?.fits ?? []
      const dates = several(seen.dates, 3)
      const numbers = several(seen.numbers, 4)
      if (given.rows.some(({ day }) => day !== null))
        expect(dates.some((fits) => fits === given.order || (given.order === 'ymd' && fits === 'iso'))).toBe(true)
      const columns = told.columns.map((source) => ({
        ...source,
        dates: source.column === 3 && dates.length > 1 ? (given.order as DateOrder) : source.dates,
        numbers:
          source.column === 4 && numbers.length > 1 ? ((given.marks === 'en' ? 'point' : 'comma') as NumberMark) : source.numbers
      }))
      const mapping = { ...told, columns }
      const { counts, rows } = await workspace.call('imports.run', { file, target: seen.target, mapping, dryRun: false })
      const more = { totals: given.totals ? 1 : 0, footer: given.footer ? 1 : 0 }
      expect(counts).toMatchObject({ create: given.rows.length, update: 0, unchanged: 0, error: more.footer })
      expect(counts.skipped).toBeGreaterThanOrEqual(more.totals)
      expect(Object.values(counts).reduce((all, count) => all + count, 0)).toBe(rows)
      const stored = workspace.store.readDb
        .prepare(
          `SELECT o.orderNumber, c.name, o.title, o.orderedOn, o.value FROM "order" o JOIN customer c ON c.id = o.customerId ORDER BY o.orderNumber`
        )
        .raw()
        .all()
      const plain = ({ item }: Written['rows'][number]) => item.replace(/\s+/g, ' ')
      expect(
        stored.map((row) => (row as unknown[]).map((cell, at) => (at === 2 ? String(cell).replace(/\s+/g, ' ') : cell)))
      ).toEqual(given.rows.map((row, at) => [numberOf(at), row.customer, plain(row), row.day, row.cents]))
    }),
    { numRuns: 40 }
  )
})

it('a text of Windows keeps its dashes, quotes and euro where all of it is decoded in one go', () => {
  for (const text of ['12 €, “heavy” – the customer’s', 'Ž… š'])
    expect(textIn('windows-1252', bytesIn('windows-1252', text))).toBe(text)
})
