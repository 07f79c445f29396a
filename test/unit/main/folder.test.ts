// The folder that is looked at: what it offers, and what it never does.
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { filesIn } from '../../../src/main/folder/look'
import { offeredIn, type Looked } from '../../../src/main/folder/offered'

const endings = new Set(['csv', 'xlsx', 'zip'])

function exportsFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'redress-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, put: (name: string, text = 'a,b\n1,2\n') => writeFileSync(join(folder, name), text) }
}
function looking(looked: Looked) {
  let told = 0
  const offered = offeredIn(looked, endings, () => told++, 0)
  onTestFinished(() => offered.end())
  return { offered, names: () => offered.files().map(({ name }) => name), told: () => told }
}
const knownIn = async (folder: string) => (await filesIn(folder, endings)).map(({ mark }) => mark)

describe('a folder that is looked at', () => {
  it('offers files that came after it was chosen, once they are whole; each of them once, also after a restart', async () => {
    const { folder, put } = exportsFolder()
    put('old.csv')
    const known = await knownIn(folder)
    const { offered, names } = looking({ folder, known })
    await offered.look()
    expect(names()).toEqual([])

    put('tickets.csv')
    await offered.look()
    expect(names(), 'seen for the first time').toEqual([])
    appendFileSync(join(folder, 'tickets.csv'), '3,4\n')
    await offered.look()
    expect(names(), 'still being written').toEqual([])
    await offered.look()
    expect(names()).toEqual(['tickets.csv'])

    const answered = offered.knownWith(offered.files())
    expect(names()).toEqual([])
    await offered.look()
    expect(names()).toEqual([])
    const again = looking({ folder, known: answered })
    put('orders.xlsx')
    await again.offered.look()
    await again.offered.look()
    expect(again.names()).toEqual(['orders.xlsx'])
    // the next export under the same name is another file
    put('tickets.csv', 'a,b\n1,2\n3,4\n5,6\n')
    await again.offered.look()
    await again.offered.look()
    expect(again.names().sort()).toEqual(['orders.xlsx', 'tickets.csv'])
  })

  it('sees no folders within, no links, nothing hidden, half a download or empty, and nothing that cannot be imported', async () => {
    const { folder, put } = exportsFolder()
    const elsewhere = exportsFolder()
    elsewhere.put('secret.csv')
    mkdirSync(join(folder, 'within'))
    mkdirSync(join(folder, 'folder.csv'))
    put('within/deep.csv')
    for (const name of ['.hidden.csv', '~$open.xlsx', 'half.csv.crdownload', 'picture.png', 'noending']) put(name)
    put('empty.csv', '')
    symlinkSync(join(elsewhere.folder, 'secret.csv'), join(folder, 'link.csv'))
    symlinkSync(elsewhere.folder, join(folder, 'linked'))
    put('Good.CSV')
    const { offered, names } = looking({ folder, known: [] })
    await offered.look()
    await offered.look()
    expect(names()).toEqual(['Good.CSV'])
  })

  it('that goes and comes back is told and looked at again; what was known stays known', async () => {
    const { folder, put } = exportsFolder()
    put('old.csv')
    const { offered, names, told } = looking({ folder, known: await knownIn(folder) })
    put('new.csv')
    await offered.look()
    await offered.look()
    expect([names(), offered.trouble()]).toEqual([['new.csv'], null])
    const before = told()
    const away = `${folder}-away`
    renameSync(folder, away)
    await offered.look()
    expect(names()).toEqual([])
    expect(offered.trouble()).toMatch(/\w/)
    expect(told()).toBe(before + 1)
    renameSync(away, folder)
    await offered.look()
    await offered.look()
    expect([names(), offered.trouble()]).toEqual([['new.csv'], null])
  })

  it('with a huge number of files is said to be too much, and changes nothing', async () => {
    const { folder, put } = exportsFolder()
    for (let at = 0; at < 2_001; at++) put(`${at}.csv`, 'x')
    const { offered, names } = looking({ folder, known: [] })
    await offered.look()
    await offered.look()
    expect(names()).toEqual([])
    expect(offered.trouble()).toBe('The folder holds too many files to watch. Choose one that holds exports only.')
    expect(readdirSync(folder)).toHaveLength(2_001)
  })
})
