import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { CsvRows } from '../../src/reader/table/csv'
import { recogniseDialect } from '../../src/reader/table/dialect'
import { decoderOf, likelyEncoding } from '../../src/reader/table/encodings'
import type { Encoding } from '../../src/shared/contract/imports'
import { fileOf, importFile, mappingOf, orderColumns } from './import-support'
import { freshWorkspace } from './support'

const read = (text: string, delimiter = ',', quotes = true, size = text.length || 1) => {
  const reader = new CsvRows({ delimiter, quotes })
  const rows: ReturnType<CsvRows['push']> = []
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)))
  return [...rows, ...reader.push('', true)]
}

describe('rows of a text', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '1', ' ', ',', ';', '"', '\n', '\r\n', 'é', '\t'), maxLength: 6 })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

  it('are those that another reader finds, however the text is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, size) => {
          const text = rows.map((cells) => cells.map(quoted).join(',')).join('\n') + '\n'
          const other = parse(text, { relax_column_count: true }) as string[][]
          expect(
            read(text, ',', true, size)
              .filter(({ trouble }) => !trouble)
              .map(({ cells }) => cells)
          ).toEqual(other)
        }
      ),
      { numRuns: 200 }
    )
  })

  it('a mark that is never closed, or only in another row, costs its own line and is told with it', () => {
    const text = 'id,customer,title\n1,A,T\n2,"B,T\n3,C,T\n4,D,"a ""good"" one"\n'
    expect(read(text).map(({ cells, line, trouble }) => [line, trouble ?? cells.length])).toEqual([
      [1, 3],
      [2, 3],
      [3, 'quote'],
      [4, 3],
      [5, 3]
    ])
    // closed in the right place by chance: the rows between would stand in one cell
    const swallowed = 'id,title,by\n1-1,Nut,A\n1-2,"Black gasket,B\n1-3,Bolt,C\n1-4,Pipe 5",D\n1-5,Nut,E\n'
    expect(
      read(swallowed)
        .filter(({ trouble }) => trouble)
        .map(({ line }) => line)
    ).toEqual([3])
    expect(read(swallowed)).toHaveLength(6)
  })

  it('of flat files know no marks', () => {
    const flat = `id\ttitle\tby\n1\t"Black gasket\tA\n2\tBolt 5"\tB\n3\t"Heavy" nut\tC\n`
    expect(recogniseDialect(flat, true, null)).toEqual({ delimiter: '\t', quotes: false })
    expect(recogniseDialect('id\ttitle\n1\t"two\nlines"\n2\tx\n', true, null)).toEqual({ delimiter: '\t', quotes: true })
    expect(recogniseDialect('"sep=;"\na,b;c\n1,2;3\n', true, null)).toMatchObject({ delimiter: ';' })
  })

  it('keep memory and time in proportion, whatever is made to take them', () => {
    const began = performance.now()
    for (const [piece, delimiter] of [
      ['"",', ','],
      ['"', ','],
      ['"a\n', ','],
      ['""",\n"', ','],
      [' ', ','],
      [',', ','],
      ['"x\ty\n', '\t']
    ] as const) {
      const reader = new CsvRows({ delimiter, quotes: true })
      const chunk = piece.repeat(Math.ceil(65_536 / piece.length))
      try {
        for (let at = 0; at < 100; at++) reader.push(chunk)
        reader.push('', true)
      } catch {
        // so many open marks that it is given up
      }
    }
    expect(performance.now() - began).toBeLessThan(30_000)
  })
})

describe('what a file is written in is told by its words', () => {
  const words: [Encoding, string][] = [
    ['windows-1253', 'Πελάτης;Θέμα\nΓαλακτοκομική Βορρά;Το φορτίο δεν έφτασε ποτέ\n'],
    ['windows-1250', 'Zákazník;Předmět\nŘeznictví Žižka;Čerpadlo přišlo rozbité\n'],
    ['windows-1257', 'Klient;Teema\nKõrgõzstani Äri OÜ;Šokolaad jõudis hilja, žürii ootab\n'],
    ['windows-1252', 'Cliente;Asunto\nLácteos Ñandú;¿Dónde está la bomba? 5 € más\n'],
    ['macintosh', 'Cliente;Asunto\nLácteos Ñandú;¿Dónde está la bomba de señal? Camión\n'],
    ['x-mac-greek', 'Πελάτης;Θέμα\nΓαλακτοκομική;Το φορτίο δεν έφτασε\n']
  ]
  it.each(words)('%s', (encoding, text) => {
    const decode = decoderOf(encoding)
    const byte = new Map(
      Array.from({ length: 256 }, (_, at): [string, number] => {
        try {
          return [decoderOf(encoding)(Uint8Array.of(at)), at]
        } catch {
          return ['', at]
        }
      })
    )
    const bytes = Uint8Array.from([...text], (sign) => byte.get(sign)!)
    expect(decode(bytes)).toBe(text)
    expect(likelyEncoding(bytes)).toBe(encoding)
  })
})

describe('a file that would hang it', () => {
  it('a cell of blanks, marks or digits takes no time', async () => {
    const workspace = await freshWorkspace()
    const mapping = mappingOf({ ...orderColumns, quantity: 'q', value: 'v', promisedOn: 'd', crucial: 'c' })
    const began = performance.now()
    for (const piece of [' ', '\u00a0', '1', '1,', '(', "'", '-', '€', 'a ', '.', '1.']) {
      const cell = piece.repeat(90_000 / piece.length)
      const file = fileOf(
        `id;customer;title;q;v;d;c\n1;A;T;${cell};${cell}x;x${cell};${cell}\n2;${cell}B;${cell};1;1;2025-01-01;yes\n`
      )
      await workspace.call('imports.inspect', { file })
      await importFile(
        workspace,
        file,
        { ...mapping, columns: mapping.columns.map((column) => ({ ...column, dates: 'dmy', numbers: 'point' })) },
        true
      )
    }
    expect(performance.now() - began).toBeLessThan(15_000)
  })
})
