// Every key in the list works, and every working key is in the list.
import { commands, type Command } from '../../src/shared/contract/commands'
import { menuKeyOf, menuKeys, shortcutOf, type MenuKey } from '../../src/shared/contract/shortcuts'
import { expect, launchRedress, test, type Redress } from './support/app'
import { listens, press, show } from './support/keyboard'

let redress: Redress
let customer: string
let found: string

test.beforeAll(async () => {
  redress = await launchRedress(test.info().outputPath('user'))
  await redress.page.setViewportSize({ width: 1280, height: 800 })
  customer = (await redress.ask('customers.list', {})).find(({ name }) => name.startsWith('Halden'))!.id
  found = (await redress.ask('cases.list', {})).find(({ title }) => title.startsWith('Get'))!.id
  await listens(redress)
})
test.afterAll(() => redress?.close())

/** As Electron's own input calls the keys. */
const chord = (shortcut: string): string => shortcut.replace('CmdOrCtrl', 'Control').replace('Plus', 'numadd').replace('Up', 'Up')
const at = (hash: string | RegExp) => expect.poll(() => redress.page.evaluate(() => location.hash)).toMatch(hash)
const dialog = () => redress.page.getByRole('dialog')
const opens = async (field?: RegExp): Promise<void> => {
  await expect(dialog()).toBeVisible()
  if (field) await expect(dialog()).toContainText(field)
  await redress.page.keyboard.press('Escape')
  await expect(dialog()).toHaveCount(0)
}
const told = async (kind: string): Promise<void> => {
  await expect.poll(async () => (await redress.shown()).some((one) => one.kind === kind)).toBe(true)
}

/** What each is pressed on, and what must be seen then. One that is missing here does not compile. */
const does: Record<Command, { on?: () => string; sees: () => Promise<void> }> = {
  'go-desk': { sees: () => at(/^#\/desk/) },
  'go-customers': { sees: () => at(/^#\/customers/) },
  'go-incidents': { sees: () => at(/^#\/incidents/) },
  'go-cases': { sees: () => at(/^#\/cases/) },
  'go-wishes': { sees: () => at(/^#\/wishes/) },
  'go-search': { sees: () => at(/^#\/search/) },
  'go-import': { sees: () => at(/^#\/import/) },
  'go-settings': { sees: () => at(/^#\/settings/) },
  'new-customer': { sees: () => opens(/New customer/) },
  'new-interaction': {
    on: () => `customers/${customer}`,
    sees: () => expect(redress.page.locator('main textarea').first()).toBeFocused()
  },
  'new-promise': { on: () => `customers/${customer}`, sees: () => opens(/New promise/) },
  'new-order': { on: () => `customers/${customer}`, sees: () => opens(/New order/) },
  'new-incident': { on: () => `customers/${customer}`, sees: () => opens(/New incident/) },
  'new-case': { on: () => `customers/${customer}`, sees: () => opens(/New case/) },
  'new-voice': { on: () => `customers/${customer}`, sees: () => opens() },
  undo: { sees: () => expect(redress.page.locator('.notice')).toBeVisible() },
  redo: { sees: () => expect(redress.page.locator('.notice')).toBeVisible() },
  'export-brief': { on: () => `cases/${found}/brief`, sees: () => told('save') },
  'call-sheet': { on: () => `customers/${customer}`, sees: () => at(/\/call-sheet$/) },
  find: { sees: () => opens() },
  back: { on: () => 'incidents', sees: () => at(/^#\/customers\/?$/) },
  forward: { on: () => 'incidents', sees: () => at(/^#\/incidents/) },
  'keyboard-map': { sees: () => at(/^#\/settings\/keyboard/) },
  trash: { sees: () => at(/^#\/settings\/trash/) },
  'back-up': { sees: () => told('save') },
  verify: { sees: () => at(/^#\/settings\/data/) },
  'toggle-drawer': {
    on: () => `customers/${customer}/promises`,
    sees: () => expect(redress.page.locator('aside.drawer')).toHaveCount(0)
  }
}

test('each key of a command does what the list says', async () => {
  test.setTimeout(120_000)
  const { page, app } = redress
  for (const command of commands) {
    await test.step(`${command}: ${shortcutOf(command, false)}`, async () => {
      const { on, sees } = does[command]
      await show(page, 'customers')
      if (on) await show(page, on())
      if (command === 'go-customers') await show(page, 'desk')
      if (command === 'forward') {
        await page.evaluate(() => history.back())
        await at(/^#\/customers\/?$/)
      }
      if (command === 'toggle-drawer') {
        await page.locator('main tbody tr').first().click()
        await expect(page.locator('aside.drawer')).toBeVisible()
      }
      await page.locator('h1').first().focus()
      await app.evaluate(() => void ((globalThis as unknown as { dialogsShown: unknown[] }).dialogsShown.length = 0))
      await press(redress, chord(shortcutOf(command, false)))
      await sees()
      if (command === 'undo' || command === 'redo') await page.locator('.notice').getByRole('button', { name: 'Dismiss' }).click()
    })
  }
})

test('so do those of the menu, and the menu shows no key that is not in the table', async () => {
  const { page, app } = redress
  await show(page, 'desk')
  const shownKeys = await app.evaluate(({ Menu }) => {
    const all: string[] = []
    const walk = (items: Electron.MenuItem[]): void => {
      for (const item of items) {
        if (item.visible && item.accelerator) all.push(String(item.accelerator))
        if (item.submenu) walk(item.submenu.items)
      }
    }
    walk(Menu.getApplicationMenu()!.items)
    return all
  })
  const table = new Set<string>([
    ...commands.map((command) => shortcutOf(command, false)),
    ...(Object.keys(menuKeys) as MenuKey[]).map((key) => menuKeyOf(key, false))
  ])
  // cut, copy, paste, select all and closing a window are the system's
  expect(shownKeys.filter((key) => !table.has(key))).toEqual([])
  expect([...table].filter((key) => !shownKeys.includes(key))).toEqual([])

  for (const [key, kind] of [
    ['new-workspace', 'save'],
    ['open-workspace', 'choose']
  ] as const) {
    await app.evaluate(() => void ((globalThis as unknown as { dialogsShown: unknown[] }).dialogsShown.length = 0))
    await press(redress, chord(menuKeys[key]))
    await told(kind)
  }
  const zoom = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomLevel())
  await press(redress, chord(menuKeys['zoom-out']))
  await expect.poll(zoom).toBeLessThan(0)
  await press(redress, chord(menuKeys['zoom-reset']))
  await expect.poll(zoom).toBe(0)
})

test('the list names every key, and quick find goes straight to a reference, or on to everything', async () => {
  const { page } = redress
  await press(redress, 'Control+/')
  await at(/^#\/settings\/keyboard/)
  const listed = await page.locator('main dd').allTextContents()
  const written = (keys: string) =>
    keys.replace('CmdOrCtrl', 'Ctrl').replace('Left', '←').replace('Right', '→').replace('Plus', '+')
  const all = [
    ...commands.map((command) => shortcutOf(command, false)),
    ...Object.values(menuKeys),
    'F6',
    'Shift+F6',
    'Esc',
    'Ctrl+Enter'
  ]
  expect(all.filter((keys) => !listed.some((text) => text.trim() === written(keys)))).toEqual([])

  for (const reference of ['INC-8', 'CASE-4', 'PRM-27', 'CUS-1', 'inc 8']) {
    await press(redress, 'Control+K')
    await expect(dialog()).toBeVisible()
    await page.keyboard.type(reference)
    await expect(dialog().locator('.group').first()).toHaveText('Go straight to')
    await expect(dialog().getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
    if (reference === 'INC-8') {
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1, name: /Second freezer line/ })).toBeVisible()
    } else await page.keyboard.press('Escape')
    await expect(dialog()).toHaveCount(0)
  }
  for (const [words, kind] of [
    ['lehtonen', 'Contacts'],
    ['package turku', 'Promises'],
    ['halden', 'Customers'],
    ['freezer', 'Incidents']
  ] as const) {
    await press(redress, 'Control+K')
    await expect(dialog()).toBeVisible()
    await page.keyboard.type(words)
    await expect(dialog().locator('.group').filter({ hasText: kind })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog()).toHaveCount(0)
  }
  await press(redress, 'Control+K')
  await page.keyboard.type('freezer')
  await page.keyboard.press('Control+Enter')
  await at(/^#\/search\?q=freezer/)
})
