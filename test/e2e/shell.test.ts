import { copyFileSync, existsSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commands } from '../../src/shared/contract/commands'
import { languages } from '../../src/shared/values/fields'
import { expect, test, type Redress } from './support/app'

interface Item {
  id: string
  label: string
  accelerator: string | undefined
  enabled: boolean
}

/** The native menu, flat. */
const menu = (redress: Redress): Promise<Item[]> =>
  redress.app.evaluate(({ Menu }) => {
    const flat = (items: Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...flat(item.submenu?.items ?? [])])
    return flat(Menu.getApplicationMenu()!.items).map(({ id, label, accelerator, enabled }) => ({
      id,
      label,
      accelerator: accelerator as string | undefined,
      enabled
    }))
  })
const item = async (redress: Redress, id: string) => (await menu(redress)).find((one) => one.id === id)
const press = (redress: Redress, id: string) =>
  redress.app.evaluate(({ Menu }, id) => Menu.getApplicationMenu()!.getMenuItemById(id)!.click({}), id)
const title = (redress: Redress) => redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())
const worker = (redress: Redress) =>
  redress.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Redress workspace')?.pid)
const url = (redress: Redress) =>
  redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())

/** A workspace with one customer in it. */
async function withCustomer(redress: Redress) {
  return redress.ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
}

test('the menu has every command with its shortcut, in each language', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await redress.ask('workspace.info', {})
  const spoken = new Set<string>()
  for (const language of languages) {
    await redress.ask('workspace.configure', { language })
    await expect.poll(async () => spoken.has((await item(redress, 'new-promise'))!.label)).toBe(false)
    const items = await menu(redress)
    spoken.add(items.find(({ id }) => id === 'new-promise')!.label)
    for (const command of commands)
      expect(
        items.find(({ id }) => id === command),
        `${command} in ${language}`
      ).toMatchObject({ accelerator: expect.stringMatching(/.+/) })
    const keys = items.map(({ accelerator }) => accelerator).filter(Boolean)
    expect(new Set(keys).size).toBe(keys.length)
  }
  expect(spoken.size).toBe(languages.length)
})

test('undo in the menu says what it takes back, and takes it back', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await redress.ask('workspace.configure', { language: 'en' })
  await expect.poll(() => item(redress, 'undo')).toMatchObject({ enabled: false })
  await withCustomer(redress)
  await expect.poll(async () => (await item(redress, 'undo'))?.label).toMatch(/^Undo: .*Halden Foods/)
  await press(redress, 'undo')
  await expect.poll(async () => (await redress.ask('customers.list', {})).length).toBe(0)
  await expect.poll(async () => (await item(redress, 'redo'))?.label).toMatch(/^Redo: .*Halden Foods/)
})

test('the keys of undo take back typing in a field and the last change elsewhere', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await withCustomer(redress)
  await redress.page.evaluate(() => {
    const field = Object.assign(document.createElement('input'), { id: 'typed' })
    document.body.append(field)
    field.focus()
  })
  await redress.page.keyboard.type('twelve')
  await redress.page.keyboard.press('Control+z')
  await redress.page.keyboard.press('Control+z')
  expect(await redress.page.inputValue('#typed')).toBe('')
  expect(await redress.ask('customers.list', {})).toHaveLength(1)
  await redress.page.evaluate(() => document.querySelector<HTMLElement>('#typed')!.remove())
  await redress.page.keyboard.press('Control+z')
  await expect.poll(async () => (await redress.ask('customers.list', {})).length).toBe(0)
})

test('the title names the workspace; a second start hands its file over and ends', async ({ launch, folder }) => {
  const [first, second] = [join(folder, 'First.redress'), join(folder, 'Second.redress')]
  const redress = await launch({ workspace: first, create: true })
  await expect.poll(() => title(redress)).toContain('First')
  const made = await launch({ workspace: second, create: true })
  await made.ask('workspace.info', {})
  await made.close()
  const { electronRuntime } = await import('../../scripts/setup/electron.mjs')
  const { spawnSync } = await import('node:child_process')
  const { path, args } = electronRuntime()
  const other = spawnSync(path, [...args, `--user-data=${redress.userData}`, second], { timeout: 30_000 })
  expect(other.status).toBe(0)
  await expect.poll(() => title(redress)).toContain('Second')
  expect(await redress.ask('shell.recent', {})).toMatchObject([
    { name: 'Second', folder },
    { name: 'First', folder }
  ])
})

test('when the workspace process is killed, what was asked gets an answer and the file is opened again', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await withCustomer(redress)
  const pid = (await worker(redress))!
  const pending = redress.page.evaluate(() =>
    Promise.all(Array.from({ length: 40 }, () => window.redress.call('journal.verify', {}, crypto.randomUUID())))
  )
  process.kill(pid, 'SIGKILL')
  for (const answer of await pending) {
    if ('error' in answer) expect(answer.error.code).toBe('internal')
    else expect(answer.result).toMatchObject({ ok: true })
  }
  await expect.poll(async () => 'result' in (await redress.answer('customers.list'))).toBe(true)
  expect(await redress.ask('customers.list', {})).toHaveLength(1)
  expect(await worker(redress)).not.toBe(pid)
})

test('a second Redress opens the same file for reading only, and its title says so', async ({ launch, folder }) => {
  const file = join(folder, 'Book.redress')
  const first = await launch({ workspace: file, create: true })
  await withCustomer(first)
  const second = await launch({ workspace: file })
  expect(await second.ask('workspace.info', {})).toMatchObject({ readOnly: true, readOnlyWhy: 'locked' })
  expect(await second.ask('customers.list', {})).toHaveLength(1)
  expect(await second.answer('customers.create', { name: 'Aegean', currency: 'EUR' })).toMatchObject({
    error: { code: 'read-only' }
  })
  expect(await title(second)).toMatch(/Book \(/)
  expect(await item(second, 'new-promise')).toMatchObject({ enabled: false })
  expect(await item(first, 'new-promise')).toMatchObject({ enabled: true })
})

test('diagnostics hold versions and the log, and no names', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Halden.redress'), create: true })
  await withCustomer(redress)
  const file = join(folder, 'found.txt')
  await redress.dialogs({ save: file })
  await press(redress, 'diagnostics')
  await expect.poll(() => existsSync(file)).toBe(true)
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('"electron"')
  expect(text).not.toContain('Halden')
})

test('a page that is lost comes back, and is given up after the fourth time', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await redress.ask('workspace.info', {})
  const lose = () =>
    redress.app.evaluate(({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      const loaded = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()))
      webContents.forcefullyCrashRenderer()
      return loaded
    })
  for (let time = 1; time <= 3; time++) {
    await lose()
    expect(await url(redress)).toBe('redress-app://app/index.html')
  }
  await lose()
  expect(await url(redress)).toBe('redress-app://app/recovery.html')
})

test('a damaged workspace is shown with its backups, and one of them takes its place', async ({ launch, folder }) => {
  const file = join(folder, 'Book.redress')
  const backups = join(folder, 'Book backups')
  const first = await launch({ workspace: file, create: true })
  await withCustomer(first)
  await first.dialogs({ save: join(folder, 'copy.redress') })
  expect(await first.ask('shell.saveBackup', {})).toEqual({ saved: 'copy.redress' })
  await first.close()

  const { mkdirSync } = await import('node:fs')
  mkdirSync(backups, { recursive: true })
  copyFileSync(join(folder, 'copy.redress'), join(backups, '2026-11-20T08-00-00.000Z daily.redress'))
  truncateSync(file, 5_000)
  const again = await launch({ userData: first.userData, sample: false })
  const trouble = await again.ask('shell.trouble', {})
  // one is made on quitting, newest first
  expect(trouble).toMatchObject({ code: 'corrupt', file: 'Book.redress', backups: [{ verified: true }, { verified: true }] })
  expect(await again.answer('customers.list')).toMatchObject({ error: { code: 'corrupt' } })
  await expect(again.page.getByRole('heading', { level: 1 })).toContainText('Book.redress')
  await again.page.getByRole('listitem').last().getByRole('button').click()
  await expect.poll(() => again.ask('shell.trouble', {})).toMatchObject({ code: null })
  expect(await again.ask('customers.list', {})).toMatchObject([{ name: 'Halden Foods' }])
  expect(readdirSync(folder).filter((name) => name.includes('replaced')).length).toBeGreaterThan(0)
})

test('what is no workspace is refused with a sentence, and the open one stays', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await withCustomer(redress)
  const text = join(folder, 'letter.redress')
  writeFileSync(text, 'Dear customer, we are sorry. '.repeat(100))
  await redress.dialogs({ choose: text })
  expect(await redress.answer('shell.openWorkspace', {})).toMatchObject({
    error: { code: 'corrupt', message: expect.stringContaining('letter.redress') }
  })
  await redress.dialogs({ save: join(folder, 'Book.redress') })
  expect(await redress.answer('shell.newWorkspace')).toMatchObject({ error: { code: 'conflict' } })
  expect(await redress.answer('shell.openWorkspace', { recent: 9 })).toMatchObject({ error: { code: 'not-found' } })
  expect(await redress.ask('customers.list', {})).toHaveLength(1)
  expect(readFileSync(text, 'utf8')).toContain('Dear customer')
})

test('the window opens where it stood, with the workspace that was open', async ({ launch, folder }) => {
  const first = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await first.ask('workspace.info', {})
  const set = { x: 60, y: 70, width: 1100, height: 740 }
  await first.app.evaluate(({ BrowserWindow }, set) => BrowserWindow.getAllWindows()[0]!.setBounds(set), set)
  await first.close()
  const again = await launch({ userData: first.userData, sample: false })
  expect(await again.ask('workspace.info', {})).toMatchObject({ name: 'Book' })
  const bounds = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())
  expect(bounds).toMatchObject({ width: set.width, height: set.height })
})

test('a file that a person chose is known to the page by a token only', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const table = join(folder, 'customers.csv')
  writeFileSync(table, 'name,currency\nHalden Foods,EUR\n')
  expect(await redress.ask('shell.chooseFile', { purpose: 'import' })).toEqual({ token: null })
  await redress.dialogs({ choose: table })
  const chosen = await redress.ask('shell.chooseFile', { purpose: 'import' })
  expect(JSON.stringify(chosen)).not.toContain(folder)
  expect(chosen).toMatchObject({ name: 'customers.csv', bytes: 31 })
  expect(await redress.ask('imports.inspect', { file: chosen.token!, target: 'customers' })).toMatchObject({
    headers: ['name', 'currency']
  })
})

test('evidence goes in and comes out as it was', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const { id: customerId } = await withCustomer(redress)
  const letter = join(folder, 'letter.txt')
  writeFileSync(letter, 'We waited for nine days.')
  await redress.dialogs({ choose: letter, save: join(folder, 'out.txt') })
  const { token } = await redress.ask('shell.chooseFile', { purpose: 'evidence' })
  const { id } = await redress.ask('evidence.attach', { customerId, file: token! })
  expect(await redress.ask('shell.exportEvidence', { id })).toEqual({ saved: 'out.txt' })
  expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('We waited for nine days.')
})

test('a brief is printed where the person says, and a cancelled dialog writes nothing', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const { id: customerId } = await withCustomer(redress)
  const { id: caseId } = await redress.ask('cases.create', {
    customerId,
    title: 'The freezer: "nine" days/late',
    currency: 'EUR'
  })
  const asked = { caseId, language: 'et', paper: 'letter' } as const
  expect(await redress.ask('shell.exportBrief', asked)).toEqual({ saved: null, pages: 0 })
  const file = join(folder, 'brief.pdf')
  await redress.dialogs({ save: file })
  const both = await Promise.all([
    redress.ask('shell.exportBrief', asked),
    redress.ask('shell.exportBrief', { ...asked, paper: 'a4' })
  ])
  for (const { saved, pages } of both) {
    expect(saved).toBe('brief.pdf')
    expect(pages).toBeGreaterThan(0)
  }
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(await redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  const unwritable = join(folder, 'missing', 'brief.pdf')
  await redress.dialogs({ save: unwritable })
  expect(await redress.answer('shell.exportBrief', asked)).toMatchObject({
    error: { code: 'not-found', message: expect.stringContaining('brief.pdf') }
  })
  expect(existsSync(unwritable)).toBe(false)
})
