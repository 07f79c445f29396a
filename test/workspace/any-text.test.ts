import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isVisible } from '../../src/shared/values/visible'
import { freshWorkspace, temporaryFolder } from './support'

/** Texts as people paste them and as programs break them: half emoji, NUL, marks, directions, any unit at all. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
    fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 60 }).map((units) => String.fromCharCode(...units)),
    fc.integer({ min: 190, max: 210 }).map((most) => `${'a'.repeat(most)}😀 tail`)
  )
  // a name of nothing that is seen is refused
  .filter((text) => isVisible(text.slice(0, 190)))

it('that can be typed or pasted can be journaled, undone and verified', { timeout: 1_800_000 }, async () => {
  const workspace = await freshWorkspace()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const { id } = await workspace.call('promises.create', { customerId, words: text, madeAt: '2026-03-02T09:00:00Z' })
      await workspace.call('interactions.create', {
        customerId,
        channel: 'call',
        direction: 'in',
        at: '2026-03-02T09:00:00Z',
        subject: text.slice(0, 250),
        notes: text
      })
      await workspace.call('promises.close', { id, outcome: 'kept', note: text })
      await workspace.call('drafts.put', { key: 'note', body: text })
      await workspace.call('workspace.configure', { advocate: text.slice(0, 190) })
      await workspace.call('signals.snooze', {
        customerId,
        key: `quiet:${customerId}`,
        until: '2027-01-01',
        reason: text.slice(0, 250)
      })
      await workspace.call('journal.undo', {})
      const promise = await workspace.store.read
        .selectFrom('promise')
        .select('words')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      expect(promise.words).toBe(text.toWellFormed().trim())
    }),
    { numRuns: Number(process.env.REDRESS_RUNS ?? 25) }
  )
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, problems: [] })
})

it('that is imported or attached can be, too', async () => {
  const workspace = await freshWorkspace()
  const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const folder = temporaryFolder()
  const file = join(folder, `${'x'.repeat(58)}😀😀.csv`)
  const bytes = Buffer.concat([
    Buffer.from('id,customer,title,on\n1,Halden Foods,"'),
    // half a character, as a program writes it that knows no better: no UTF-8 at all
    Buffer.from([0xed, 0xa0, 0xbd]),
    Buffer.from(`${'b'.repeat(199)}😀",2026-01-02\n2,"Halden AS",x,2026-01-02\n`)
  ])
  writeFileSync(file, bytes)
  const mapping = {
    name: 'x',
    target: 'orders' as const,
    source: 'x',
    columns: [
      { field: 'externalId', column: 0 },
      { field: 'customer', column: 1 },
      { field: 'title', column: 2 },
      { field: 'orderedOn', column: 3, dates: 'iso' as const }
    ]
  }
  await workspace.call('imports.run', { file, target: 'orders', mapping, dryRun: false })
  await workspace.call('evidence.attach', { customerId, file })
  expect(await workspace.call('orders.list', {})).toHaveLength(2)
  expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true, problems: [] })
})
