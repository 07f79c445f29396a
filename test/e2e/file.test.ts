import { execFileSync, execSync } from 'node:child_process'
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test, type Redress } from './support/app'

// What people do with files while Redress has them open, and what they see then. One Redress for all that can share it.

const add = (redress: Redress, name: string) => redress.ask('customers.create', { name, currency: 'EUR' })
const names = async (redress: Redress) => (await redress.ask('customers.list', {})).map(({ name }) => name).sort()
const heading = (redress: Redress) => redress.page.getByRole('heading', { level: 1 })

/** Opens a file as a person does through the system. */
async function open(redress: Redress, file: string): Promise<void> {
  await redress.dialogs({ choose: file })
  await redress.ask('shell.openWorkspace', {})
  await redress.dialogs({})
}

test('copied, renamed, moved, deleted, replaced while it is open: nothing is lost, and the person is told', async ({
  launch,
  folder
}) => {
  const file = join(folder, 'Book.redress')
  const redress = await launch({ workspace: file, create: true })
  const { page } = redress
  const dismiss = async () => page.getByRole('button', { name: 'Dismiss' }).first().click()

  await test.step('a plain copy holds everything', async () => {
    await add(redress, 'One')
    copyFileSync(file, join(folder, 'Copy.redress'))
    await open(redress, join(folder, 'Copy.redress'))
    expect(await names(redress)).toEqual(['One'])
    await open(redress, file)
  })

  const renamed = join(folder, 'Renamed.redress')
  await test.step('renamed: Redress follows and says so', async () => {
    renameSync(file, renamed)
    await expect(page.getByText('is now Renamed.redress')).toBeVisible()
    await expect.poll(async () => (await redress.ask('workspace.info', {})).name).toBe('Renamed')
    await add(redress, 'Two')
    expect(readdirSync(folder).filter((name) => name.startsWith('Book.redress'))).toEqual([])
    expect((await redress.ask('shell.recent', {})).map(({ name }) => name)).not.toContain('Book')
    await dismiss()
  })

  await test.step('moved to another folder, in Greek', async () => {
    await redress.ask('workspace.configure', { language: 'el' })
    mkdirSync(join(folder, 'Elsewhere'))
    renameSync(renamed, join(folder, 'Elsewhere', 'Renamed.redress'))
    await expect(page.getByText('τώρα είναι το Renamed.redress')).toBeVisible()
    await expect.poll(() => names(redress).catch(() => [])).toEqual(['One', 'Two'])
    await redress.ask('workspace.configure', { language: 'en' })
  })

  const moved = join(folder, 'Elsewhere', 'Renamed.redress')
  await test.step('deleted: all of it stands beside, and is opened from there', async () => {
    rmSync(moved)
    await expect(heading(redress)).toHaveText('Renamed.redress is no longer where it was')
    await expect(page.getByRole('main').getByRole('alert')).toContainText('was deleted while it was open')
    await page.getByRole('button', { name: /^Open Renamed saved .*\.redress$/ }).click()
    await expect(heading(redress)).toHaveText('Desk')
    expect(await names(redress)).toEqual(['One', 'Two'])
  })

  await test.step('replaced by another file, in Spanish: that one is left as it is, ours stands beside', async () => {
    await open(redress, join(folder, 'Copy.redress'))
    await redress.ask('workspace.configure', { language: 'es' })
    await add(redress, 'Three')
    const other = join(folder, 'Other.redress')
    writeFileSync(other, 'not ours')
    renameSync(other, join(folder, 'Copy.redress'))
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Otro archivo ha ocupado el lugar de Copy.redress')
    expect(await redress.answer('customers.create', { name: 'Late', currency: 'EUR' })).toMatchObject({ error: { code: 'moved' } })
    await page.getByRole('button', { name: /^Abrir Copy saved / }).click()
    await expect.poll(() => names(redress).catch(() => [])).toEqual(['One', 'Three'])
    expect(readFileSync(join(folder, 'Copy.redress'), 'utf8')).toBe('not ours')
    expect(await redress.ask('journal.verify', {})).toMatchObject({ ok: true })
  })
})

test('an older copy in the place of the file is never opened silently; a second name is refused; a page may not choose for a person', async ({
  launch,
  folder
}) => {
  const file = join(folder, 'Book.redress')
  const first = await launch({ workspace: file, create: true })
  await add(first, 'One')
  copyFileSync(file, join(folder, 'old'))
  await add(first, 'Two')
  const link = join(folder, 'Second name.redress')
  linkSync(file, link)
  const other = await launch({ workspace: link })
  await expect(other.page.getByRole('main').getByRole('alert')).toContainText('open under another name')
  await other.close()
  rmSync(link)

  // the list of recent workspaces belongs to the person, not to a page
  await first.ask('shell.openSample', {})
  expect(await first.ask('shell.openWorkspace', { recent: 0 })).toEqual({ opened: false })
  expect(await first.ask('workspace.info', {})).toMatchObject({ sample: true })
  expect((await first.shown()).at(-1)).toMatchObject({ kind: 'message', message: 'Open the workspace “Book”?' })
  await first.dialogs({ button: 0 })
  expect(await first.ask('shell.openWorkspace', { recent: 0 })).toEqual({ opened: true })
  await first.ask('workspace.configure', { language: 'fil' })
  await expect.poll(() => readFileSync(join(first.userData, 'redress.json'), 'utf8')).toContain('"fil"')
  await first.close()
  writeFileSync(file, readFileSync(join(folder, 'old')))

  // whatever the clock of the computer says
  const again = await launch({ userData: first.userData, sample: false })
  await expect(heading(again)).toHaveText('Mas luma ang Book.redress kaysa sa dapat')
  await expect(again.page.getByRole('main').getByRole('alert')).toContainText('2 pagbabago ang kulang')
  await again.page.getByRole('button', { name: 'Buksan ang naroon' }).click()
  await expect(heading(again)).toHaveText('Desk')
  expect(await names(again)).toEqual(['One'])
})

test('damage that is found once the first screen is there leads to the backups', async ({ launch, folder }) => {
  const file = join(folder, 'Book.redress')
  const first = await launch({ workspace: file, create: true })
  await add(first, 'One')
  await first.close()
  // past the look at opening: a page of an index that the first screen does not read, in a file as Redress left it
  const db = new Database(file, { readonly: true })
  const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'rate'").pluck().get() as number
  const size = db.pragma('page_size', { simple: true }) as number
  db.close()
  const bytes = readFileSync(file)
  bytes.fill(0xff, (page - 1) * size, page * size)
  writeFileSync(file, bytes)
  const heads = join(first.userData, 'heads')
  for (const name of readdirSync(heads)) {
    const head = JSON.parse(readFileSync(join(heads, name), 'utf8')) as object
    const { size, ctimeMs } = statSync(file)
    writeFileSync(join(heads, name), JSON.stringify({ ...head, closed: { size, changed: ctimeMs } }))
  }
  const again = await launch({ userData: first.userData, sample: false })
  await expect(heading(again)).toHaveText('Desk')
  await expect(heading(again)).toContainText('Book.redress', { timeout: 30_000 })
  expect(await again.ask('shell.trouble', {})).toMatchObject({ code: 'corrupt', backups: [{ verified: true }] })
  await again.page.getByRole('listitem').getByRole('button').first().click()
  await expect.poll(() => names(again).catch(() => [])).toEqual(['One'])
})

test('a second place takes every backup; when it is away that is said once; one dialog at a time', async ({ launch, folder }) => {
  const file = join(folder, 'Book.redress')
  const place = join(folder, 'Other disk')
  mkdirSync(place)
  const redress = await launch({ workspace: file, create: true })
  await add(redress, 'One')
  await redress.dialogs({ choose: place })
  expect(await redress.ask('shell.setSecondPlace', { choose: true })).toMatchObject({ folder: place })
  await expect.poll(() => readdirSync(place).flatMap((name) => readdirSync(join(place, name))), { timeout: 20_000 }).toHaveLength(1)
  const { page } = redress
  await page.keyboard.press('Control+,')
  await page.getByRole('tab', { name: /backups/i }).click()
  await expect(page.getByRole('cell', { name: 'In both places' })).toBeVisible()
  if (process.env.REDRESS_PICTURES) await page.screenshot({ path: join(process.env.REDRESS_PICTURES, 'second-place.png') })

  await test.step('a restore keeps a backup of what it replaces', async () => {
    const [row] = await redress.ask('workspace.backups', {})
    await add(redress, 'Two')
    await redress.dialogs({ button: 0 })
    expect(await redress.ask('shell.restore', { backup: row!.name })).toEqual({ opened: true })
    expect(await names(redress)).toEqual(['One'])
    expect(readdirSync(join(folder, 'Book backups')).some((name) => name.includes(' before-restore '))).toBe(true)
  })

  await test.step('away: said', async () => {
    rmSync(place, { recursive: true })
    writeFileSync(place, 'no folder')
    await add(redress, 'Three')
    await redress.ask('workspace.configure', { language: 'el' })
    await redress.dialogs({ button: 0 })
    const [row] = await redress.ask('workspace.backups', {})
    await redress.ask('shell.restore', { backup: row!.name })
    await expect(page.getByRole('alert').filter({ hasText: 'δεν δημιουργήθηκε παντού' })).toHaveCount(1)
    if (process.env.REDRESS_PICTURES) await page.screenshot({ path: join(process.env.REDRESS_PICTURES, 'second-away.png') })
  })

  await test.step('one dialog at a time, whatever asks', async () => {
    await redress.app.evaluate(({ dialog }) => {
      const slow =
        <T>(answer: T) =>
        () =>
          new Promise<T>((resolve) => setTimeout(() => resolve(answer), 1_500))
      dialog.showOpenDialog = slow({ canceled: true, filePaths: [] })
      dialog.showSaveDialog = slow({ canceled: true, filePath: '' })
    })
    const asked = [
      redress.answer('shell.openWorkspace'),
      redress.answer('shell.setSecondPlace', { choose: true }),
      redress.answer('shell.saveBackup'),
      redress.answer('shell.newWorkspace'),
      redress.answer('shell.restore', { choose: true })
    ]
    const refused = (await Promise.all(asked)).filter((answer) => 'error' in answer && answer.error.code === 'conflict')
    expect(refused).toHaveLength(4)
  })
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0

test('a medium that can only be read opens for reading, and says so', async ({ launch, folder }) => {
  test.skip(!canMount, 'only root may mount')
  const medium = join(folder, 'medium')
  mkdirSync(medium)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', medium])
  try {
    const file = join(medium, 'Book.redress')
    const redress = await launch({ workspace: file, create: true })
    await add(redress, 'One')
    await redress.close()
    execSync(`mount -o remount,ro ${medium}`)
    const again = await launch({ userData: redress.userData, sample: false })
    await expect(again.page.getByText("Read only: this file is on a medium that can't be written to.")).toBeVisible()
    expect(await names(again)).toEqual(['One'])
    expect(await again.answer('customers.create', { name: 'X', currency: 'EUR' })).toMatchObject({ error: { code: 'read-only' } })
    await again.close()
  } finally {
    execFileSync('umount', ['-l', medium])
  }
})
