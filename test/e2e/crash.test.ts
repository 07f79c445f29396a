import { spawn } from 'node:child_process'
import { readdirSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { electronRuntime } from '../../scripts/setup/electron.mjs'
import { expect, test, type Redress } from './support/app'
import { command } from './support/hands'

/** Ends every process of Redress at once, without a word, as a power cut does. */
async function kill(redress: Redress): Promise<void> {
  const child = redress.app.process()
  const pids = await redress.app.evaluate(({ app }) => app.getAppMetrics().map(({ pid }) => pid))
  const ended = child.exitCode !== null ? Promise.resolve() : new Promise((done) => child.once('exit', done))
  for (const pid of [...pids, child.pid!]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // it went with another one
    }
  }
  await ended
}

async function onCustomer(redress: Redress): Promise<string> {
  const { id } = await redress.ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  await redress.page.evaluate((id) => (location.hash = `#/customers/${id}`), id)
  await expect(redress.page.getByRole('heading', { level: 1, name: 'Halden Foods' })).toBeVisible()
  return id
}

const notes = (redress: Redress) =>
  redress.page.getByRole('region', { name: 'Notes on a conversation' }).getByRole('textbox', { name: 'Notes' })

async function typeNote(redress: Redress, words: string): Promise<void> {
  await command(redress, 'new-interaction')
  await notes(redress).fill(words)
  await expect.poll(async () => (await redress.ask('drafts.list', {})).some(({ body }) => body.includes(words))).toBe(true)
}

test('killed while a note is half typed: the note is there again, and nothing saved is lost', async ({ launch, folder }) => {
  const file = join(folder, 'Book.redress')
  const first = await launch({ workspace: file, create: true })
  const id = await onCustomer(first)
  await first.ask('promises.create', {
    customerId: id,
    words: 'A van tomorrow at eight',
    madeAt: '2026-11-20T08:00:00Z',
    dueAt: '2026-11-21'
  })
  await typeNote(first, 'She says the line stands still since Tues')
  const { head } = await first.ask('journal.verify', {})
  await kill(first)

  const again = await launch({ userData: first.userData, sample: false })
  expect(await again.ask('workspace.info', {})).toMatchObject({ name: 'Book', readOnly: false })
  expect(await again.ask('journal.verify', {})).toMatchObject({ ok: true, head })
  expect(await again.ask('promises.list', { customerId: id })).toMatchObject([{ words: 'A van tomorrow at eight' }])
  await again.page.evaluate((id) => (location.hash = `#/customers/${id}`), id)
  await expect(notes(again)).toHaveValue('She says the line stands still since Tues')
  await expect(again.page.getByText(/Draft from .* restored/)).toBeVisible()

  await notes(again).press('Control+Enter')
  await expect
    .poll(async () => (await again.ask('timeline.list', { customerId: id })).events.map(({ kind }) => kind))
    .toContain('interaction')
  expect(await again.ask('drafts.list', {})).toEqual([])
})

test('a page that crashes under a half-typed note comes back with it', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  const id = await onCustomer(redress)
  await typeNote(redress, 'He asks who will call him ba')
  await redress.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const loaded = new Promise<void>((resolve) => webContents.once('did-finish-load', () => resolve()))
    webContents.forcefullyCrashRenderer()
    return loaded
  })
  // the driver knows a crashed page no more; the page itself is asked
  const inPage = <T>(script: string) =>
    redress.app.evaluate(
      ({ BrowserWindow }, script) => BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(script) as Promise<T>,
      script
    )
  await expect.poll(() => inPage<boolean>("Boolean(document.querySelector('h1'))")).toBe(true)
  await inPage(`location.hash = '#/customers/${id}'`)
  await expect
    .poll(() => inPage<string>("document.querySelector('.composer textarea')?.value ?? ''"))
    .toBe('He asks who will call him ba')
})

test('a second start brings the first to the front, and ends', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'Book.redress'), create: true })
  await redress.ask('workspace.info', {})
  await redress.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    Object.assign(globalThis, { focused: 0 })
    window.focus = () => void (globalThis as unknown as { focused: number }).focused++
  })
  const { path, args } = electronRuntime()
  const second = spawn(path, [...args, `--user-data=${redress.userData}`], { stdio: 'ignore' })
  expect(await new Promise((done) => second.once('exit', done))).toBe(0)
  await expect.poll(() => redress.app.evaluate(() => (globalThis as unknown as { focused: number }).focused)).toBe(1)
  expect(await redress.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await redress.ask('workspace.info', {})).toMatchObject({ name: 'Book' })
})

test('a workspace found damaged offers the backup that Redress made by itself, and keeps what it replaces', async ({
  launch,
  folder
}) => {
  const file = join(folder, 'Book.redress')
  const first = await launch({ workspace: file, create: true })
  await onCustomer(first)
  await first.close()
  // opened on another day: Redress makes its backup of the day
  const second = await launch({ userData: first.userData, sample: false })
  await expect.poll(async () => (await second.ask('workspace.backups', {})).length).toBeGreaterThan(0)
  await second.close()
  truncateSync(file, 6_000)

  const third = await launch({ userData: first.userData, sample: false })
  const { page } = third
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Book.redress')
  await expect(page.getByRole('alert')).toContainText('Book.redress')
  await page.getByRole('listitem').getByRole('button').first().click()
  await page.getByRole('link', { name: 'Customers' }).click()
  await expect(page.getByRole('row', { name: /Halden Foods/ })).toBeVisible()
  expect(await third.ask('journal.verify', {})).toMatchObject({ ok: true })
  expect(readdirSync(folder).filter((name) => /^Book replaced .*\.redress$/.test(name))).toHaveLength(1)
})

test('a workspace of a newer Redress is named in a sentence and left untouched', async ({ launch, folder }) => {
  const file = join(folder, 'Book.redress')
  const first = await launch({ workspace: file, create: true })
  await onCustomer(first)
  await first.close()
  const db = new Database(file)
  db.pragma('user_version = 4711')
  db.close()

  const again = await launch({ userData: first.userData, sample: false })
  await expect(again.page.getByRole('alert')).toContainText('newer version of Redress')
  await expect(again.page.getByRole('alert')).toContainText('4711')
  expect(await again.answer('customers.create', { name: 'Late', currency: 'EUR' })).toMatchObject({ error: { code: 'conflict' } })
  await again.page.getByRole('button', { name: 'Open the sample' }).click()
  await expect(again.page.getByRole('heading', { level: 1 })).toHaveText('Desk')
  expect(await again.ask('workspace.info', {})).toMatchObject({ sample: true })
  await again.close()
  const left = new Database(file, { readonly: true })
  expect(left.pragma('user_version', { simple: true })).toBe(4711)
  expect(left.prepare('SELECT name FROM customer').all()).toEqual([{ name: 'Halden Foods' }])
  left.close()
})
