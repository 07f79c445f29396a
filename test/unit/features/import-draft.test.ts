import { describe, expect, it } from 'vitest'
import type { Inspection, Mapping } from '../../../src/shared/contract/imports'
import { guessColumns } from '../../../src/shared/imports/fields'
import { answer, datesToAsk, draftOf, fieldsOf, lettersToAsk, mappingOf, take } from '../../../src/renderer/features/imports/draft'

const headers = ['Ticket', 'Created', 'Closed', 'Due', 'Via', 'Subject']
const seen: Inspection = {
  name: 'tickets.csv',
  bytes: 100,
  kind: 'table',
  parts: [],
  part: 'tickets.csv',
  joins: [],
  own: null,
  delimiter: ',',
  encoding: 'utf-8',
  headers,
  headerRow: 1,
  headerRows: 1,
  rows: 2,
  sample: [
    ['1', '03/03/2026', '04/05/2026', '06/07/2026', 'Pigeon', 'A'],
    ['2', '05/06/2026', '', '', 'Phone', 'B']
  ],
  top: [],
  tail: [],
  letters: [{ column: 1, letters: ['CST'] }],
  dates: [
    { column: 1, fits: ['dmy', 'mdy'] },
    { column: 2, fits: ['dmy', 'mdy'] },
    { column: 3, fits: ['dmy', 'mdy'] }
  ],
  numbers: [],
  target: 'promises',
  toldBy: 'headers',
  source: 'Ticket',
  format: null,
  kinds: [],
  words: [],
  mapping: null,
  guess: guessColumns('promises', headers)
}
const standard = { zone: 'Europe/Athens', currency: 'EUR' }

describe('a draft of a mapping', () => {
  it('asks once for the dates of the whole file, by a date that tells the orders apart', () => {
    const draft = draftOf(seen, 'promises', null, standard)
    take(draft, 1, 'madeAt')
    take(draft, 2, 'closedAt')
    take(draft, 3, 'dueAt')
    expect(datesToAsk(draft, seen)).toEqual({ options: ['dmy', 'mdy'], example: '05/06/2026' })
    draft.dates = 'mdy'
    const dated = mappingOf(draft, seen, 'x').columns.filter(({ dates }) => dates)
    expect(dated.map(({ field, dates }) => [field, dates])).toEqual([
      ['madeAt', 'mdy'],
      ['dueAt', 'mdy'],
      ['closedAt', 'mdy']
    ])
  })

  it('says what a column holds: a field of one column leaves the one that it had, texts are joined', () => {
    const draft = draftOf(seen, 'promises', null, standard)
    take(draft, 4, 'outcome')
    take(draft, 2, 'outcome')
    expect(fieldsOf(draft, 4)).toEqual([])
    expect(fieldsOf(draft, 2).map(({ id }) => id)).toEqual(['outcome'])
    take(draft, 4, 'words')
    expect(mappingOf(draft, seen, 'x').columns.filter(({ field }) => field === 'words')).toHaveLength(2)
    take(draft, 4, '-')
    expect(mappingOf(draft, seen, 'x').columns.filter(({ field }) => field === 'words')).toHaveLength(1)
  })

  it('keeps what a person said of words and of letters of zones, also for the next file', () => {
    const draft = draftOf(seen, 'interactions', null, standard)
    take(draft, 4, 'channel')
    take(draft, 1, 'at')
    expect(lettersToAsk(draft, seen)).toEqual(['CST'])
    answer(draft.fields.channel![0]!, 'Pigeon', 'letter')
    answer(draft.fields.channel![0]!, 'Phone', '')
    draft.fields.at![0]!.words = { CST: '-06:00' }
    const mapping = mappingOf(draft, seen, 'x')
    const said = Object.fromEntries(mapping.columns.flatMap(({ field, words }) => (words ? [[field, words]] : [])))
    expect(said).toEqual({ channel: { pigeon: 'letter', phone: '' }, at: { CST: '-06:00' } })
    const kept = { ...mapping, id: 'x', createdAt: '', updatedAt: '', trashedAt: null } as Mapping
    expect(draftOf(seen, 'interactions', kept, standard).fields.channel![0]!.words).toEqual({ pigeon: 'letter', phone: '' })
  })
})
