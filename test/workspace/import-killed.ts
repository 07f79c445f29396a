import { writeSync } from 'node:fs'
import type { MappingFields } from '../../src/shared/contract/imports'
import { openWorkspace } from '../../src/workspace/index'

// Imports a file in parts of one batch each, and kills itself once so many of them stand in the file.
const [file = '', rows = '', mapping = '', parts = ''] = process.argv.slice(2)
const workspace = await openWorkspace(file)
// time flies: each batch is a part
let now = 0
performance.now = () => (now += 1_000)
const { journal } = workspace.store
const change = journal!.change.bind(journal)
let made = 0
journal!.change = async (work) => {
  const done = await change(work)
  made++
  // somebody else writes in between; what is theirs stays
  if (made === 2) void workspace.call('customers.create', { name: 'In between', currency: 'EUR' })
  if (made === Number(parts)) {
    writeSync(1, `${made}\n`)
    process.kill(process.pid, 'SIGKILL')
  }
  return done
}
await workspace.call('imports.run', {
  file: rows,
  target: 'promises',
  mapping: JSON.parse(mapping) as MappingFields,
  dryRun: false
})
writeSync(1, 'never killed\n')
await workspace.close()
