import Database from 'better-sqlite3'
import { openWorkspace } from '../../src/workspace/index'

// Leaves a workspace as a crash of an older Redress does: a backup of three customers, six more in the WAL alone.
const [file = ''] = process.argv.slice(2)
const workspace = await openWorkspace(file, { create: true })
const add = (n: number) => workspace.call('customers.create', { name: `Customer ${n}`, currency: 'EUR' })
for (let n = 0; n < 3; n++) await add(n)
await workspace.upkeep.backUp('changes')
// whoever reads an earlier state keeps the WAL from being emptied
const reader = new Database(file, { readonly: true })
reader.exec('BEGIN')
reader.prepare('SELECT count(*) FROM customer').get()
for (let n = 3; n < 9; n++) await add(n)
process.kill(process.pid, 'SIGKILL')
