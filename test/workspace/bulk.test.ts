import fc from 'fast-check'
import { expect, it } from 'vitest'
import { entities } from '../../src/shared/contract/journal'
import { BulkRows } from '../../src/workspace/store/bulk'
import { newId } from '../../src/workspace/store/ids'
import type { Cell } from '../../src/workspace/store/bulk'
import { columnsOf, rowJson } from '../../src/workspace/store/triggers'
import { customerWithPromise, freshWorkspace } from './support'

const id = fc.uuid()
const at = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(date.toISOString(), date.toISOString().replace('.000', ''), '2026-01-05T08:00:00Z'))
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\b\f\n\r\t\u0001\u001f\u007f', '\u2028€😀', '{"a":1}')
)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one)

it('what the journal takes of many new rows is what SQLite writes of them, to the letter', async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const db = workspace.store.readDb
  const bulk = new BulkRows(db)
  const kinds = {
    promise: {
      columns: ['id', 'createdAt', 'updatedAt', 'number', 'customerId', 'words', 'madeAt', 'zone', 'dueAt', 'closingNote'],
      row: fc.tuple(id, at, at, fc.integer(), fc.constant(customerId), text, at, text, maybe(at), maybe(text))
    },
    importedRow: {
      columns: [
        'id',
        'createdAt',
        'updatedAt',
        'importId',
        'entity',
        'recordId',
        'customerId',
        'source',
        'externalId',
        'rowNumber',
        'fingerprint',
        'raw'
      ],
      row: fc.tuple(
        id,
        at,
        at,
        fc.oneof(id, text),
        fc.constant('order'),
        id,
        fc.constant(customerId),
        text,
        text,
        fc.nat(),
        fc.base64String({ minLength: 24, maxLength: 24 }).map((code) => code.slice(0, 22)),
        maybe(text)
      )
    }
  }
  for (const entity of ['promise', 'importedRow'] as const) {
    const { columns, row } = kinds[entity]
    const json = rowJson(entity, columnsOf(db, entity), 't')
    let [taken, number] = [0, 10]
    await fc.assert(
      fc.asyncProperty(fc.array(row as fc.Arbitrary<Cell[]>, { minLength: 1, maxLength: 60 }), async (given) => {
        // no two are one: neither by id, nor by number, nor by the number at their source
        const own: Record<string, (cell: Cell) => Cell> = {
          id: () => newId(),
          number: () => ++number,
          externalId: (cell) => `${cell} ${++number}`
        }
        const rows = given.map((row) => row.map((cell, at) => own[columns[at]!]?.(cell) ?? cell))
        const { result } = await workspace.store.journal!.change(async (change) => {
          change.put(entity, columns, rows)
          return change.seq
        })
        const stored = db
          .prepare(
            `SELECT ${json} AS json FROM journalRow j JOIN "${entity}" t ON packed_id(t.id) = j.rowId WHERE j.seq = ? ORDER BY j.n`
          )
          .pluck()
          .all(result)
        expect(stored).toHaveLength(rows.length)
        const said = bulk.of(entity, columns, rows)
        if (said) taken++
        if (said) expect(said.map(({ after }) => after)).toEqual(stored)
      }),
      { numRuns: 40 }
    )
    expect(taken, `${entity} goes the short way`).toBeGreaterThan(25)
  }
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, problems: [] })
})

it('what SQLite may write otherwise goes the way of all other rows: it is journaled once, and verifies', async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  const columns = ['id', 'createdAt', 'updatedAt', 'number', 'customerId', 'title', 'quantity']
  const stamp = '2026-01-05T08:00:00Z'
  const rows = [5, 2.5, 1e21].map((quantity, n): Cell[] => [`order-${n}`, stamp, stamp, n + 1, customerId, 'half \ud83d', quantity])
  expect(new BulkRows(workspace.store.readDb).of('order', columns, rows)).toBeNull()
  await workspace.store.journal!.change(async (change) => change.put('order', columns, rows))
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, problems: [], rows: 2 + 3 })
})

it('whose a record is, is told for every kind that is imported', async () => {
  const { ownerColumn } = await import('../../src/workspace/store/descriptions')
  const told = entities.filter((entity) => ownerColumn(entity) !== undefined)
  for (const entity of ['customer', 'contact', 'interaction', 'order', 'promise', 'voice', 'incident', 'evidence', 'importedRow'])
    expect(told).toContain(entity)
  expect(ownerColumn('customer')).toBe('id')
  expect(ownerColumn('rate')).toBeNull()
  expect(ownerColumn('fact')).toBeUndefined()
})
