import { appendFileSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { backupFolder } from '../../src/workspace/store/backup'
import { backupsIn } from '../../src/workspace/store/keep'
import { migrate } from '../../src/workspace/store/migrate'
import { restoreUnused } from '../../src/workspace/store/restore'

// One scene of the power-loss replay: `prepare` makes what is there before, `run` does what is logged, and says in ack.log
// what it has acknowledged: "E seq hash" an entry of the journal, "B name" a backup, "R" a restore.
const [act = '', scene = '', file = '', size = '10'] = process.argv.slice(2)
const many = Number(size)
const at = '2026-01-01T00:00:00Z'

async function prepare(): Promise<void> {
  if (scene === 'migration') return older()
  const workspace = await openWorkspace(file, { create: true })
  for (let n = 0; n < 4; n++) {
    const { id } = await workspace.call('customers.create', { name: `Customer ${n}`, currency: 'EUR' })
    for (let k = 0; k < 3; k++) await workspace.call('interactions.create', { ...call(id), notes: 'word '.repeat(k * 150) })
  }
  if (scene === 'restore') {
    await workspace.upkeep.backUp('changes')
    const reader = new Database(file, { readonly: true })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM customer').get()
    for (let n = 0; n < 5; n++) await workspace.call('customers.create', { name: `Later ${n}`, currency: 'EUR' })
    // a crash leaves the later ones in the WAL
    process.kill(process.pid, 'SIGKILL')
  }
  await workspace.close()
}

const call = (customerId: string) => ({
  customerId,
  channel: 'call' as const,
  direction: 'in' as const,
  at,
  subject: 'Asked again'
})

/** A workspace of the third format, with an entry in its journal of what is in it. */
async function older(): Promise<void> {
  const db = new Database(file)
  migrate(db, 3)
  db.exec(`INSERT INTO draft (key, body, at) VALUES ('note', 'Called, no answer', '${at}')`)
  db.close()
}

async function run(): Promise<void> {
  const said = openSync(join(dirname(file), 'ack.log'), 'a')
  const say = (words: string) => writeSync(said, `${words}\n`)
  if (scene === 'restore') {
    say('READY')
    const [backup] = backupsIn(readdirSync(backupFolder(file)))
    for (let n = 0; n < many; n++) {
      restoreUnused(backup!.name, file)
      say('R')
    }
    return
  }
  if (scene === 'migration') say('READY')
  const workspace = await openWorkspace(file)
  const saved = () => {
    const head = workspace.store.readDb.prepare('SELECT seq, hash FROM journalEntry ORDER BY seq DESC LIMIT 1').get()
    const { seq, hash } = (head ?? { seq: 0, hash: '' }) as { seq: number; hash: string }
    say(`E ${seq} ${hash}`)
  }
  if (scene !== 'migration') say('READY')
  saved()
  await scenes[scene]!(workspace, saved, say)
  await workspace.close()
  say('CLOSED')
}

type Scene = (workspace: Workspace, saved: () => void, say: (words: string) => void) => Promise<void>

const writing: Scene = async (workspace, saved) => {
  const [{ id }] = (await workspace.call('customers.list', {})) as unknown as [{ id: string }]
  const open: string[] = []
  for (let n = 0; n < many; n++) {
    if (n % 11 === 5) await workspace.call('journal.undo', {})
    else if (n % 7 === 3 && open.length)
      await workspace.call('promises.close', { id: open.pop()!, outcome: 'kept' }).catch(() => {})
    else if (n % 3 === 0) {
      const words = 'p '.repeat(1 + ((n * 7919) % 400))
      open.push((await workspace.call('promises.create', { customerId: id, words, madeAt: at })).id)
    } else await workspace.call('interactions.create', { ...call(id), notes: 'word'.repeat((n * 104_729) % 3_000) })
    if (n % 5 === 4) workspace.store.stay?.settle()
    saved()
  }
}

const scenes: Record<string, Scene> = {
  writing,
  // what must lose: not every change is synced before it is acknowledged
  async control(workspace, saved, say) {
    workspace.store.db.pragma('synchronous = NORMAL')
    workspace.store.db.pragma('wal_autocheckpoint = 1000')
    await writing(workspace, saved, say)
  },
  async evidence(workspace, saved) {
    const [{ id: customerId }] = (await workspace.call('customers.list', {})) as unknown as [{ id: string }]
    const path = `${dirname(file)}.pdf`
    for (let n = 0; n < many; n++) {
      writeFileSync(path, Buffer.alloc(9_000 + n * 70_000, n))
      await workspace.call('evidence.attach', { customerId, file: path })
      saved()
    }
  },
  async import(workspace, saved) {
    const path = `${dirname(file)}.csv`
    writeFileSync(path, 'id,customer,title,on\n')
    for (let n = 0; n < many * 10; n++)
      appendFileSync(path, `${n},Customer ${n % 9},Order ${n} ${'t'.repeat(n % 60)},2026-01-${10 + (n % 19)}\n`)
    const fields = ['externalId', 'customer', 'title', 'orderedOn']
    const columns = fields.map((field, column) => ({ field, column, ...(field === 'orderedOn' ? { dates: 'iso' as const } : {}) }))
    const mapping = { name: 'x', target: 'orders' as const, source: 'x', columns }
    await workspace.call('imports.run', { file: path, target: 'orders', mapping, dryRun: false })
    saved()
    await workspace.call('journal.undo', {})
    saved()
    await workspace.call('journal.redo', {})
    saved()
  },
  async backup(workspace, saved, say) {
    for (let n = 0; n < many; n++) {
      await workspace.call('customers.create', { name: `Another ${n}`, currency: 'EUR' })
      saved()
      const path = await workspace.upkeep.backUp('changes')
      say(`B ${path!.split('/').at(-1)}`)
    }
  },
  async migration() {}
}

await (act === 'prepare' ? prepare() : run())
