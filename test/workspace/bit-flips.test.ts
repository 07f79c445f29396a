import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { verifyFile } from '../../src/workspace/store/verify'
import { drawn } from '../power/disk'
import { customerWithPromise, freshWorkspace } from './support'

// One bit of the file is another, somewhere: the file does not open, or verify says so, or nothing that a person has
// recorded is another. `npm run endurance` flips more.
const flips = Number(process.env.REDRESS_FLIPS ?? 200)
const quietly = { onProgress: () => {}, signal: new AbortController().signal }

/** Everything that a person has recorded, and what the file says of itself. */
function contentOf(file: string): { data: string; self: string } {
  const db = new Database(file, { readonly: true })
  try {
    const parts = db.prepare('SELECT type, name, sql, rootpage FROM sqlite_schema ORDER BY name').all() as {
      type: string
      name: string
    }[]
    const tables = parts.filter(({ type, name }) => type === 'table' && !/^(search|search_.*|sqlite_.*)$/.test(name))
    const data = tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).raw().all()])
    const self = [parts, db.pragma('application_id'), db.pragma('user_version')]
    const plain = (_: string, value: unknown) => (Buffer.isBuffer(value) ? value.toString('hex') : value)
    return { data: JSON.stringify(data, plain), self: JSON.stringify(self) }
  } finally {
    db.close()
  }
}

/** Whether anybody would notice. */
async function seen(file: string, before: ReturnType<typeof contentOf>): Promise<'verify' | 'opening' | 'harmless' | 'unseen'> {
  try {
    if (!(await verifyFile(file, quietly)).ok) return 'verify'
  } catch {
    return 'verify'
  }
  const after = contentOf(file)
  if (after.data !== before.data) return 'unseen'
  if (after.self === before.self) return 'harmless'
  try {
    const workspace = await openWorkspace(file)
    await workspace.close()
    return 'unseen'
  } catch {
    return 'opening'
  }
}

it(`shows every one of ${flips} flipped bits that changes what was recorded`, { timeout: 120_000 + flips * 1_000 }, async () => {
  const workspace = await freshWorkspace()
  const { customerId } = await customerWithPromise(workspace)
  for (let n = 0; n < 12; n++) {
    const fields = { customerId, channel: 'call' as const, direction: 'in' as const, at: '2026-01-01T00:00:00Z' }
    await workspace.call('interactions.create', { ...fields, subject: `Call ${n}`, notes: 'They asked again. '.repeat(n * 20) })
  }
  const exhibit = join(dirname(workspace.file), 'Letter.pdf')
  writeFileSync(exhibit, Buffer.alloc(60_000, 'The words of the customer. '))
  await workspace.call('evidence.attach', { customerId, file: exhibit })
  await workspace.call('drafts.put', { key: 'note', body: 'Called, no answer. '.repeat(300) })
  await workspace.call('workspace.configure', { advocate: 'Maria' })
  await workspace.call('journal.undo', {})
  await workspace.close()
  const good = readFileSync(workspace.file)
  const before = contentOf(workspace.file)
  const random = drawn(7)
  const tally = { verify: 0, opening: 0, harmless: 0, unseen: 0 }
  const pages = new Set<number>()
  const missed: string[] = []
  for (let n = 0; n < flips; n++) {
    const at = Math.floor(random() * good.length)
    const bit = Math.floor(random() * 8)
    const bytes = Buffer.from(good)
    bytes[at]! ^= 1 << bit
    const file = join(dirname(workspace.file), `Flipped.redress`)
    writeFileSync(file, bytes)
    const found = await seen(file, before)
    tally[found]++
    pages.add(Math.floor(at / 4_096))
    if (found === 'unseen') missed.push(`byte ${at}, bit ${bit}`)
  }
  console.log(`${flips} bits in ${pages.size} of ${good.length / 4_096} pages: ${JSON.stringify(tally)}`)
  expect(missed).toEqual([])
  expect(tally.verify).toBeGreaterThan(flips / 10)
})
