// The pages as they are built, in a current Chromium: users run a newer one than can be started as Electron everywhere. They
// ask the real workspace over a door that the test makes; what only a window of Redress has, such as dialogs, is not there.
import { existsSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from '../../scripts/setup/places.mjs'
import { errorNote } from '../../src/shared/values/errors'
import { openWorkspace, type Workspace } from '../../src/workspace/index'
import { buildSample } from '../../src/workspace/sample'
import { expect, test } from './support/app'

const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync)
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml'
}
const shell: Record<string, unknown> = {
  'shell.trouble': { code: null, message: '', file: '', backups: [], instead: null, language: 'en' },
  'shell.start': { ask: false, fresh: false },
  'shell.recent': [],
  'shell.lookedAt': null,
  'shell.reminders': { until: null }
}

/** Answers as the gate does. */
async function answered(workspace: Workspace, name: string, input: unknown): Promise<unknown> {
  if (name in shell) return { result: shell[name] }
  try {
    return { result: await workspace.call(name as 'workspace.info', input as Record<string, never>) }
  } catch (error) {
    return { error: errorNote(error) }
  }
}

test('the built pages work in a current Chromium, and print a page', async ({ folder }) => {
  test.skip(!executablePath, 'there is no Chromium beside Electron here')
  const file = join(folder, 'Sample.redress')
  await buildSample(file)
  const workspace = await openWorkspace(file)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    expect(Number.parseInt(browser.version())).toBeGreaterThan(130)
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    await page.route('**/*', async (route) => {
      const path = join(root, 'out', 'renderer', decodeURIComponent(new URL(route.request().url()).pathname))
      if (!existsSync(path)) return route.fulfill({ status: 404 })
      return route.fulfill({ body: readFileSync(path), contentType: types[extname(path)] ?? 'application/octet-stream' })
    })
    await page.exposeFunction('asked', (name: string, input: unknown) => answered(workspace, name, input))
    await page.addInitScript(() => {
      const { asked } = window as unknown as { asked: (name: string, input: unknown) => Promise<never> }
      Object.assign(window, {
        redress: {
          call: (name: string, input: unknown) => asked(name, input),
          cancel() {},
          dropped: () => Promise.resolve(null),
          on: () => () => {}
        }
      })
    })
    await page.goto('https://redress.invalid/index.html')
    await expect(page.locator('main h1')).toBeVisible()
    const [incident] = await workspace.call('incidents.list', {})
    const [found] = await workspace.call('cases.list', {})
    for (const place of [
      'desk',
      'customers',
      `customers/${incident!.customerId}`,
      `incidents/${incident!.id}`,
      `incidents/${incident!.id}/charts`,
      `cases/${found!.id}`,
      'settings'
    ]) {
      await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
      await expect(page.locator('main h1').first(), place).toBeVisible()
      await expect(page.locator('.skeleton'), place).toHaveCount(0)
    }
    await page.evaluate((hash) => (location.hash = hash), `#/customers/${incident!.customerId}?new=promise`)
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Exact words').fill('We call on Monday')
    await dialog.getByLabel('Exact words').press('Enter')
    await expect
      .poll(async () => (await workspace.call('promises.list', { customerId: incident!.customerId })).map(({ words }) => words))
      .toContain('We call on Monday')
    expect((await page.pdf({ tagged: true, outline: true })).subarray(0, 5).toString()).toBe('%PDF-')
    expect(broken).toEqual([])
  } finally {
    await browser.close()
    await workspace.close()
  }
})
