import { execFileSync } from 'node:child_process'
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { goOut, mayGoOut, writeWhole } from '../../src/files/outgoing'
import { isHeld } from '../../src/files/held'
import { openWorkspace } from '../../src/workspace/index'
import { fileOf, mappingOf, orderColumns } from './import-support'
import { freshWorkspace, temporaryFolder } from './support'

/** An open workspace, and every way to it and to what belongs to it; with what stands there. */
async function ways() {
  const workspace = await freshWorkspace()
  await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const backup = (await workspace.upkeep.backUp('changes'))!
  const { file } = workspace
  const folder = dirname(file)
  linkSync(file, join(folder, 'brief.pdf'))
  symlinkSync(file, join(folder, 'link.pdf'))
  symlinkSync(folder, join(folder, 'by another way'))
  mkdirSync(join(folder, 'x'))
  copyFileSync(file, join(folder, 'another.csv'))
  writeFileSync(join(folder, 'Damaged.redress'), 'nothing that can be read')
  const names = ['brief.pdf', 'link.pdf', 'another.csv', 'Damaged.redress', 'Test.redress', '.Test.redress.lock']
  const spelled = [`${folder}/./Test.redress`, `${folder}/x/../Test.redress`, join(folder, 'by another way', 'Test.redress')]
  const beside = ['-wal', '-shm', '-journal'].map((end) => file + end)
  return { workspace, file, folder, all: [...names.map((name) => join(folder, name)), ...spelled, ...beside, backup] }
}

describe('what leaves Redress is never put in the place of a workspace or of what belongs to it', () => {
  it('by whatever name and whoever writes it', async () => {
    const { workspace, file, folder, all } = await ways()
    const rows = fileOf('id,customer,title\n1,Halden Foods,\n')
    const asked = { file: rows, target: 'orders' as const, mapping: mappingOf(orderColumns) }
    const before = readFileSync(file)
    const there = readdirSync(folder).sort()
    for (const to of all) {
      const refused = { name: 'Refusal', code: 'conflict', message: expect.stringContaining(basename(to)) }
      expect(() => mayGoOut(to), to).toThrow(expect.objectContaining(refused) as Error)
      await expect(writeWhole(to, Buffer.from('%PDF')), to).rejects.toMatchObject(refused)
      await expect(
        goOut(to, async () => 'written'),
        to
      ).rejects.toMatchObject(refused)
      await expect(workspace.call('imports.leftOut', { ...asked, to }), to).rejects.toMatchObject(refused)
    }
    // a backup is a workspace: it may replace one that nobody has open, and nothing else of one
    const free = [join(folder, 'another.csv'), join(folder, 'Damaged.redress')]
    for (const to of all.filter((each) => !free.includes(each) && !each.includes('backups'))) {
      await expect(workspace.call('workspace.backup', { file: to }), to).rejects.toMatchObject({ code: 'conflict' })
    }
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder).sort()).toEqual(there)
    await workspace.call('customers.create', { name: 'One more', currency: 'EUR' })
    expect(await workspace.call('journal.verify', {})).toMatchObject({ ok: true })
  })

  it('nor in the place of a folder, a pipe or a device', async () => {
    const folder = temporaryFolder()
    execFileSync('mkfifo', [join(folder, 'pipe')])
    mkdirSync(join(folder, 'folder'))
    for (const to of [join(folder, 'pipe'), join(folder, 'folder'), '/dev/null'])
      await expect(writeWhole(to, Buffer.from('x')), to).rejects.toMatchObject({ code: 'invalid' })
    expect(readdirSync(folder).sort()).toEqual(['folder', 'pipe'])
  })

  it('but in the place of anything else, and under a name as long as the system takes', async () => {
    const folder = temporaryFolder()
    const long = `${'n'.repeat(251)}.pdf`
    for (const name of ['brief.pdf', long, 'Report.redress.pdf', 'x-wal']) {
      await writeWhole(join(folder, name), Buffer.from('one'))
      await writeWhole(join(folder, name), Buffer.from('two'))
      expect(readFileSync(join(folder, name), 'utf8')).toBe('two')
    }
    expect(readdirSync(folder)).toHaveLength(4)
  })
})

it('a workspace is not attached to itself: reading it by another way would free the locks of the database', async () => {
  const { workspace, folder, file } = await ways()
  const [customer] = await workspace.call('customers.list', {})
  for (const name of ['Test.redress', 'brief.pdf', 'link.pdf'])
    await expect(workspace.call('evidence.attach', { customerId: customer!.id, file: join(folder, name) })).rejects.toMatchObject({
      code: 'conflict'
    })
  await workspace.call('evidence.attach', { customerId: customer!.id, file: join(folder, 'another.csv') })
  expect(isHeld(file)).toBe(true)
  await expect(openWorkspace(file)).rejects.toMatchObject({ code: 'locked' })
  await workspace.close()
  expect(isHeld(file)).toBe(false)
})
