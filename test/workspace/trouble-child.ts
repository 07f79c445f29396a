import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { writeWhole } from '../../src/files/outgoing'
import { namedTrouble } from '../../src/files/troubles'
import { chosenFiles } from '../../src/main/files'
import { errorNote } from '../../src/shared/values/errors'
import { openWorkspace } from '../../src/workspace/index'
import { restoreUnused } from '../../src/workspace/store/restore'
import { secondFolder } from '../../src/workspace/store/second-place'
import { mappingOf, orderColumns } from './import-support'

// Does everything that touches files while the system refuses it, and prints what was said: a line for each.
const folder = process.argv[2]!
const troubles = process.argv[3]!.split(',')
const out = join(folder, 'out')
const file = join(folder, 'Book.redress')
const letter = join(folder, 'in', 'letter.csv')
const refuse = (path: string, calls: string, code: string) =>
  Object.assign(process.env, {
    REFUSE_PATH: path,
    REFUSE_CALLS: calls,
    REFUSE_ERRNO: code ? String(constants.errno[code as keyof typeof constants.errno]) : ''
  })

const workspace = await openWorkspace(file, { create: true })
const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
for (const each of ['out', 'in', 'second']) mkdirSync(join(folder, each))
writeFileSync(letter, 'id,customer,title\n1,Halden Foods,\n')
const first = workspace.store.readDb.prepare('SELECT id FROM journalEntry WHERE seq = 1').pluck().get() as string
const rows = { file: letter, target: 'orders' as const, mapping: mappingOf(orderColumns) }
const made = (await workspace.upkeep.backUp('changes'))!
// where no newer ones let it go
const backup = join(folder, 'kept', basename(made))
mkdirSync(dirname(backup))
copyFileSync(made, backup)
const changed = () => workspace.call('customers.change', { id: customerId, patch: { about: String(process.hrtime.bigint()) } })
const backedUp = async (place: string | null) => {
  await changed()
  workspace.store.secondPlace = place
  workspace.upkeep.trouble = null
  await workspace.upkeep.backUp('changes')
  if (workspace.upkeep.trouble) throw Object.assign(new Error(workspace.upkeep.trouble), { told: true })
}

/** What is done, on which paths it is refused, by which calls, and how the file is called in the sentence. */
type Deed = [what: string, path: string, calls: string, name: string, work: () => Promise<unknown>]
const reads: Deed[] = [
  ['attach', '/in/', 'open', 'letter.csv', () => workspace.call('evidence.attach', { customerId, file: letter })],
  ['attach, reading', '/in/', 'read', 'letter.csv', () => workspace.call('evidence.attach', { customerId, file: letter })],
  ['import', '/in/', 'open', 'letter.csv', () => workspace.call('imports.run', { ...rows, dryRun: true })],
  ['open', '/Other.redress', 'open', 'Other.redress', () => openWorkspace(join(folder, 'Other.redress'))],
  ['restore from', '/kept/', 'open', basename(backup), async () => restoreUnused(backup, join(folder, 'Other.redress'))]
]
const writes: Deed[] = [
  ['export', '/out', 'open', 'brief.pdf', () => writeWhole(join(out, 'brief.pdf'), Buffer.from('%PDF'))],
  ['export, writing', '/out', 'write', 'brief.pdf', () => writeWhole(join(out, 'brief.pdf'), Buffer.from('%PDF'))],
  ['export, syncing', '/out', 'sync', 'brief.pdf', () => writeWhole(join(out, 'brief.pdf'), Buffer.from('%PDF'))],
  ['export, naming', '/out', 'rename', 'brief.pdf', () => writeWhole(join(out, 'brief.pdf'), Buffer.from('%PDF'))],
  ['left out', '/out', 'open', 'rows.csv', () => workspace.call('imports.leftOut', { ...rows, to: join(out, 'rows.csv') })],
  ['save a backup', '/out', 'open', 'Copy.redress', () => workspace.call('workspace.backup', { file: join(out, 'Copy.redress') })],
  [
    'save a backup, writing',
    '/out',
    'write',
    'Copy.redress',
    () => workspace.call('workspace.backup', { file: join(out, 'Copy.redress') })
  ],
  ['back up', 'Book backups', 'open', 'Book backups', () => backedUp(null)],
  ['back up, writing', 'Book backups', 'write', 'Book backups', () => backedUp(null)],
  ['second place', '/second', 'mkdir,open', basename(secondFolder(folder, file, first)), () => backedUp(join(folder, 'second'))],
  [
    'restore, writing',
    '/Other.redress',
    'open,write',
    'Other.redress',
    async () => restoreUnused(backup, join(folder, 'Other.redress'))
  ],
  ['new', '/New.redress', 'open', 'New.redress', () => openWorkspace(join(folder, 'New.redress'), { create: true })],
  ['keep what was pasted', '/redress-kept-', 'open', 'pasted.csv', async () => chosenFiles().keep('pasted.csv', Buffer.from('a'))]
]

const other = await openWorkspace(join(folder, 'Other.redress'), { create: true })
await other.close()
for (const [doing, deeds] of [
  ['use', reads],
  ['write', writes]
] as const) {
  for (const [what, path, calls, name, work] of deeds) {
    for (const code of troubles) {
      refuse(path, calls, code)
      let said: unknown
      try {
        await work()
        said = { code: 'done', message: '' }
      } catch (error) {
        said = (error as { told?: true }).told
          ? { code: 'told', message: (error as Error).message }
          : errorNote(namedTrouble(error))
      } finally {
        refuse('', '', '')
      }
      process.stdout.write(`${JSON.stringify({ what, doing, code, name, said })}\n`)
    }
  }
}
const parts = [folder, out, dirname(made), join(folder, 'second')].flatMap((each) =>
  readdirSync(each).filter((name) => /\.part/.test(name))
)
const verified = await workspace.call('journal.verify', {})
await changed()
await workspace.close()
const again = await openWorkspace(file)
process.stdout.write(
  `${JSON.stringify({ end: true, parts, ok: verified.ok, out: readdirSync(out), about: (await again.call('customers.list', {})).length })}\n`
)
await again.close()
