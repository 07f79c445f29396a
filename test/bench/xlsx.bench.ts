import { writeFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import { measureReading } from './read'

const ROWS = 100_000

export const name = 'xlsx'

/** A workbook of 100,000 orders, eight columns, opened and looked at, against the library alone. */
export function run() {
  return measureReading(`a workbook of ${ROWS} rows`, ROWS, 'xlsx', (file) => {
    const rows = Array.from({ length: ROWS }, (_, at) => [
      `${at}`.padStart(8, '0'),
      `Customer ${at % 200}`,
      `Part ${at % 977}, batch ${at}`,
      { t: 'n' as const, v: 46_000 + (at % 300), z: 'dd/mm/yyyy' },
      { t: 'n' as const, v: 46_010 + (at % 300), z: 'dd/mm/yyyy' },
      at % 7 ? 'Open' : 'Delivered',
      1 + (at % 9),
      (at % 100_000) / 100
    ])
    const header = ['Order number', 'Customer', 'Item', 'Order date', 'Delivery date', 'Status', 'Qty', 'Value']
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([header, ...rows], { dense: true }), 'Orders')
    writeFileSync(file, write(book, { type: 'buffer', compression: true }) as Buffer)
  })
}
