import type { Encoding } from '../../shared/contract/imports'
import { addressKey } from '../../shared/imports/origin'
import { domainOf, isOpenDomain } from '../../shared/imports/own'
import type { FileRow } from '../../shared/imports/row-source'
import type { Bytes } from '../bytes'
import { inSlices, type Rows, type Table } from '../source'
import { decoderOf } from '../table/encodings'
import { cardLines, type CardLine } from './card-lines'

/** The columns of address cards. */
const headers = ['Card UID', 'Name', 'Company', 'Person', 'Job title', 'E-mail', 'Phone', 'Language', 'Note'] as const
type Cells = Record<(typeof headers)[number], string>

/** Takes the bytes of address cards (vcf), gives each as a row. Error: invalid, they are too many to be held. */
export async function openCards(bytes: Bytes, encoding: Encoding): Promise<Table> {
  const text = decoderOf(encoding)(await bytes.all()).replace(/^\ufeff/, '')
  return { kind: 'cards', headers: [...headers], rows: ({ signal }): Rows => inSlices(rowsIn(text), signal) }
}

function* rowsIn(text: string): Generator<FileRow> {
  let row = 0
  let card: CardLine[] | null = null
  for (const line of cardLines(text)) {
    const word = line.parts[0]?.toUpperCase()
    if (line.name === 'BEGIN' && word === 'VCARD') {
      // one that never ended was cut
      if (card) yield { row: ++row, line: row, cells: [], trouble: 'broken' }
      card = []
    } else if (line.name === 'END' && word === 'VCARD') {
      if (card) yield { row: ++row, line: row, cells: cellsOf(card) }
      card = null
    } else card?.push(line)
  }
  if (card) yield { row: ++row, line: row, cells: [], trouble: 'broken' }
}

function cellsOf(card: CardLine[]): string[] {
  const all = (name: string) => card.filter((line) => line.name === name && line.parts.some(Boolean))
  // the one that is preferred, else the first
  const best = (name: string) => all(name).find(({ types }) => types.some((type) => type.startsWith('PREF'))) ?? all(name)[0]
  const value = (name: string) => best(name)?.parts.filter(Boolean).join('; ') ?? ''
  const [last = '', first = '', middle = ''] = best('N')?.parts ?? []
  const mail = addressKey(value('EMAIL').replace(/^mailto:/i, '')) ?? ''
  const company = best('ORG')?.parts[0] ?? ''
  const name = value('FN') || [first, middle, last].filter(Boolean).join(' ') || company || mail
  const domain = mail && !isOpenDomain(domainOf(mail)) ? domainOf(mail) : ''
  const cells: Cells = {
    'Card UID': value('UID'),
    Name: name,
    Company: company || domain,
    Person: company || domain ? '' : name,
    'Job title': value('TITLE') || value('ROLE'),
    'E-mail': mail,
    Phone: value('TEL').replace(/^tel:/i, ''),
    Language: value('LANG'),
    Note: value('NOTE')
  }
  return headers.map((header) => cells[header])
}
