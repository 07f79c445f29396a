import { copyFileSync, existsSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { backupFolder, backupNow, backUpAgain } from '../../src/workspace/store/backup'
import { inPlaceOf, letGoOf } from '../../src/workspace/store/letting-go'
import { quietly } from '../../src/workspace/store/looking'
import { whileRead } from '../../src/workspace/store/stay'
import { freshWorkspace, temporaryFolder } from './support'

const megabytes = (n: number) => Buffer.alloc(n * 1_048_576, 5)
const gently = { ...quietly, gently: true }

describe('a large file that is let go', () => {
  it('goes, and what has another name stays whole', async () => {
    const folder = temporaryFolder()
    const [one, link, soft, other] = ['one', 'link', 'soft', 'other'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
      string
    ]
    writeFileSync(one, megabytes(40))
    await letGoOf(one, gently)
    expect(readdirSync(folder)).toEqual([])

    writeFileSync(one, megabytes(40))
    linkSync(one, link)
    await letGoOf(one, gently)
    expect(readdirSync(folder)).toEqual(['link'])
    expect(readFileSync(link).equals(megabytes(40))).toBe(true)

    symlinkSync(link, soft)
    await letGoOf(soft, gently)
    expect(readFileSync(link).equals(megabytes(40))).toBe(true)

    // what takes the place of a name that is linked takes no more than the name
    linkSync(link, other)
    writeFileSync(one, 'new')
    await inPlaceOf(one, other, gently)
    expect(readFileSync(other, 'utf8')).toBe('new')
    expect(readFileSync(link).equals(megabytes(40))).toBe(true)
    await letGoOf(join(folder, 'not there'))
    expect(readdirSync(folder).sort()).toEqual(['link', 'other'])
  })

  it('holds up nothing: it is done beside, and its room is given back step by step', async () => {
    const file = join(temporaryFolder(), 'large')
    writeFileSync(file, megabytes(80))
    let turns = 0
    const turning = setInterval(() => turns++, 1)
    onTestFinished(() => clearInterval(turning))
    await letGoOf(file, gently)
    expect(existsSync(file)).toBe(false)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('once a backup has been copied', () => {
  it('what is saved while it is looked at stands in the file itself', async () => {
    const workspace = await freshWorkspace()
    await workspace.call('customers.create', { name: 'Before', currency: 'EUR' })
    const plain = join(temporaryFolder(), 'Plain.redress')
    let during: Promise<void> | null = null
    const change = async () => {
      await workspace.call('customers.create', { name: 'During', currency: 'EUR' })
      await vi.waitFor(async () => {
        copyFileSync(workspace.file, plain)
        const copy = await openWorkspace(plain, { readOnly: true })
        const names = (await copy.call('customers.list', {})).map(({ name }) => name)
        await copy.close()
        expect(names).toEqual(['Before', 'During'])
      }, 10_000)
    }
    const onProgress = (done: number, total: number) => {
      if (done > total / 2) during ??= change()
    }
    const folder = backupFolder(workspace.file)
    const path = await whileRead(workspace.store.stay, async (letGo) => {
      const made = await backupNow(workspace.store.readDb, folder, 'changes', new Date(), { ...quietly, letGo, onProgress })
      // as if looking at it took long
      await during
      return made
    })
    expect(during).not.toBeNull()
    const copy = await openWorkspace(path, { readOnly: true })
    expect((await copy.call('customers.list', {})).map(({ name }) => name)).toEqual(['Before'])
    await copy.close()
  })
})

describe('the copy in the second place', () => {
  it('is the same bytes, its owner’s alone; one that is stopped leaves nothing there', async () => {
    const place = temporaryFolder()
    const workspace = await freshWorkspace()
    const { id: customerId } = await workspace.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
    const file = join(temporaryFolder(), 'large.bin')
    writeFileSync(file, megabytes(9))
    await workspace.call('evidence.attach', { customerId, file })
    workspace.upkeep.setPlace(place)
    const path = (await workspace.upkeep.backUp('changes'))!
    const [folder] = readdirSync(place)
    const [name] = readdirSync(join(place, folder!))
    const there = join(place, folder!, name!)
    expect(readFileSync(there).equals(readFileSync(path))).toBe(true)
    expect(statSync(there).mode & 0o077).toBe(0)

    const stop = new AbortController()
    const watch = { signal: stop.signal, onProgress: () => stop.abort() }
    const elsewhere = join(temporaryFolder(), 'second')
    await expect(backUpAgain(path, elsewhere, watch)).rejects.toMatchObject({ name: 'AbortError' })
    expect(readdirSync(elsewhere)).toEqual([])
  })
})
