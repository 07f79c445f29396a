import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileOf } from './import-support'
import { take, workbook } from './reader-support'
import { freshWorkspace } from './support'

/** A record as it might stand in a list; some are odd, some are no record at all. */
const row = fc.record({
  number: fc.constantFrom('1', '2', '00017', '', '-', '1.5E+15', "'0042"),
  customer: fc.constantFrom('Quay', 'Harrow Mills', 'N/A', '', 'Quay;Harrow', '=1+1'),
  item: fc.constantFrom('Pump', 'Seal "A"', 'Two\nlines', '', 'Total'),
  day: fc.constantFrom('2026-08-01', '31.12.2026', '0000-00-00', '31.02.2026', 'soon', '')
})

describe('whatever stands in a list, each record has one outcome', () => {
  const header = ['Order number', 'Customer', 'Item', 'Delivery date']
  it('in a text and in a workbook, taken once and again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), fc.constantFrom('csv', 'xlsx'), async (rows, form) => {
        const cells = rows.map(({ number, customer, item, day }) => [number, customer, item, day])
        const filled = cells.filter((each) => each.some((cell) => cell !== ''))
        if (filled.length === 0) return
        const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
        const text = [header, ...cells].map((each) => each.map(quoted).join(',')).join('\n')
        const file = fileOf(form === 'csv' ? `${text}\n` : workbook({ S: [header, ...cells] }, 'xlsx'), `list.${form}`)
        const workspace = await freshWorkspace()
        const sum = (counts: Record<string, number>) => Object.values(counts).reduce((all, each) => all + each, 0)
        const given = { mapping: { customerName: 'Everybody else' } }
        const dry = await take(workspace, [file], { ...given, dryRun: true })
        const done = await take(workspace, [file], given)
        const again = await take(workspace, [file], given)
        for (const result of [dry, done, again]) {
          // a workbook gives no row for what is empty at its end
          expect(sum(result.counts)).toBe(result.rows)
          expect(result.rows).toBeGreaterThanOrEqual(filled.length)
          expect(result.rows).toBeLessThanOrEqual(cells.length)
        }
        expect(dry.counts).toEqual(done.counts)
        expect(again.counts).toMatchObject({ create: 0, update: 0, error: done.counts.error })
        expect(await workspace.call('orders.list', {})).toHaveLength(done.counts.create)
      }),
      { numRuns: 12 }
    )
  })
})
