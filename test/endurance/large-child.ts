import { dirname } from 'node:path'
import { openWorkspace } from '../../src/workspace/index'
import { fill } from './fill'

// Makes a workspace of many years for a test that opens it in Electron.
const [file = '', orders = '0', interactions = '0'] = process.argv.slice(2)
const workspace = await openWorkspace(file, { create: true })
// no backup before each of the imports that only fill the file
workspace.upkeep.before = () => Promise.resolve()
await fill(workspace, dirname(file), 'orders', Number(orders))
await fill(workspace, dirname(file), 'interactions', Number(interactions))
// what the first screen shows
const [customer] = await workspace.call('customers.list', {})
const promise = { words: 'The labels', madeAt: '2026-03-02T09:00:00Z', zone: 'UTC', dueAt: '2026-03-06' }
await workspace.call('promises.create', { customerId: customer!.id, ...promise })
await workspace.close()
