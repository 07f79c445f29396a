// Wherever one is: Tab comes to everything, what has the focus is seen, nothing keeps it, and Escape gives it back.
import { join } from 'node:path'
import { root } from '../../scripts/setup/places.mjs'
import { expect, launchRedress, test, type Redress } from './support/app'
import { focus, goRound, listens, press, show, tabTo } from './support/keyboard'
import { placesOf } from './support/places'

let redress: Redress
let customer: string
let incident: string
let file: string
let places: string[]

test.beforeAll(async () => {
  redress = await launchRedress(test.info().outputPath('user'))
  const { page } = redress
  await page.setViewportSize({ width: 1024, height: 700 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  ;({ customer, incident, file, all: places } = await placesOf(redress))
  await listens(redress)
})
test.afterAll(() => redress?.close())
const go = (place: string): Promise<void> => show(redress.page, place)

test('Tab goes through all that every screen has, in the order one reads, and what has the focus is seen', async () => {
  test.setTimeout(180_000)
  const { page } = redress
  const found: Record<string, string[]> = {}
  for (const place of places) {
    await go(place)
    const problems = await goRound(page)
    if (problems.length > 0) found[place] = problems
  }
  for (const place of ['desk', `incidents/${incident}`, `cases/${file}`]) {
    await go(place)
    const problems = await goRound(page, { back: true })
    if (problems.length > 0) found[`${place}, with Shift`] = problems
  }
  expect(found).toEqual({})
})

test('what opens over a page takes the focus, keeps to its rules, and Escape gives the focus back', async () => {
  test.setTimeout(240_000)
  const { page } = redress
  const shown = { dialog: page.getByRole('dialog'), menu: page.getByRole('menu'), drawer: page.locator('aside.drawer') }
  const inside = { dialog: 'dialog, [role="dialog"]', drawer: 'body' }
  const found: Record<string, string[]> = {}

  /** Where one stands, opens what Enter opens, goes round in it, leaves it with Escape. */
  async function open(name: string, kind: keyof typeof shown, within?: () => Promise<void>): Promise<void> {
    const opener = await focus(page)
    await page.keyboard.press('Enter')
    await expect(shown[kind], name).toBeVisible()
    await expect(page.locator('.skeleton')).toHaveCount(0)
    await expect.poll(async () => (await focus(page)).part, { message: `${name}: the focus is in it` }).toMatch(kind)
    const began = await focus(page)
    // a drawer is no trap: Tab goes on into the page that it stands beside or lies over
    const problems = kind === 'menu' ? [] : await goRound(page, { within: inside[kind] })
    if (problems.length > 0) found[name] = problems
    if (kind !== 'menu')
      while ((await focus(page)).part.split(' ')[0] !== began.part.split(' ')[0]) await page.keyboard.press('Tab')
    await within?.()
    await page.keyboard.press('Escape')
    await expect(shown[kind], name).toHaveCount(0)
    await expect.poll(async () => (await focus(page)).name, { message: `${name}: the focus is back` }).toBe(opener.name)
  }
  const opens = async (
    name: string | RegExp,
    kind: keyof typeof shown,
    within?: () => Promise<void>,
    is?: string
  ): Promise<void> => {
    await tabTo(page, name, { is })
    await open(String(name), kind, within)
  }

  await go('desk')
  await opens(/^A specimen/, 'drawer')
  await opens(/^Has this year/, 'drawer')
  await opens(/^Set aside/, 'dialog')
  await go('customers')
  await opens('New customer', 'dialog')

  await go(`customers/${customer}`)
  await opens('More', 'menu')
  await opens(/^We:/, 'drawer')
  await go(`customers/${customer}/promises`)
  await tabTo(page, /overdue/, { is: 'tr' })
  await open('a promise', 'drawer', async () => {
    await opens('More', 'menu')
    await opens(/^Mark as broken/, 'dialog')
    await opens(/^Agree a new date/, 'dialog')
  })
  for (const tab of ['orders', 'voice', 'contacts', 'gestures']) {
    await go(`customers/${customer}/${tab}`)
    if (tab === 'voice') await tabTo(page, /^Concern/)
    else await tabTo(page, /./, { is: 'tr' })
    await open(tab, 'drawer')
  }

  await go(`incidents/${incident}`)
  await opens('Loss to the customer', 'drawer')
  await opens('Add a loss line', 'dialog')
  await tabTo(page, /./, { is: 'tr' })
  await open('a line', 'drawer', async () => {
    await opens(/^More$/, 'menu')
  })
  await tabTo(page, /./, { is: 'tr' })
  await open('a shared quantity', 'drawer')
  await go(`incidents/${incident}/waiting`)
  await opens('Add a date', 'dialog')
  await go(`incidents/${incident}/evidence`)
  await opens('Record a link or note', 'dialog')

  await go(`cases/${file}`)
  await opens('Record the decision', 'dialog')
  await opens('Take from the timeline', 'dialog')
  await opens('Edit option', 'drawer')
  await opens(/^Cost to us, .*Explain$/, 'drawer')
  await go(`cases/${file}/brief`)
  await opens('Present', 'dialog')

  // where the drawer has a column of its own
  await page.setViewportSize({ width: 1440, height: 800 })
  await go(`cases/${file}`)
  await opens('Edit option', 'drawer')
  await opens(/^Cost to us, .*Explain$/, 'drawer')
  await page.setViewportSize({ width: 1024, height: 700 })

  await go(`cases/${file}`)
  await tabTo(page, /^Cost to us, .*Explain$/)
  await press(redress, 'Control+K')
  await expect(shown.dialog).toBeVisible()
  await expect.poll(async () => (await focus(page)).is).toBe('combobox')
  expect(await goRound(page, { within: inside.dialog })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(shown.dialog).toHaveCount(0)
  await expect.poll(async () => (await focus(page)).name, { message: 'the focus is back on the figure' }).toMatch(/^Cost to us, /)
  expect(found).toEqual({})
})

test('the notes of a call, the steps of an import and a check of the workspace are gone through by Tab, too', async () => {
  const { page } = redress
  const { keyboard } = page
  const found: Record<string, string[]> = {}
  const round = async (name: string): Promise<void> => {
    const problems = await goRound(page)
    if (problems.length > 0) found[name] = problems
  }

  await go(`customers/${customer}`)
  await tabTo(page, 'On a call')
  await keyboard.press('Enter')
  await expect.poll(async () => (await focus(page)).name).toMatch(/^Notes/)
  await round('notes')
  await tabTo(page, 'Notes')
  await keyboard.press('Escape')
  await expect.poll(async () => (await focus(page)).name).toMatch(/^On a call/)

  await redress.dialogs({ choose: join(root, 'resources', 'sample-imports', 'boston311-100.csv') })
  await go('import')
  await tabTo(page, 'Choose a file')
  await keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Check the rows' })).toBeVisible()
  await round('columns of an import')
  await tabTo(page, 'Check the rows')
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible()
  await expect(page.locator('main :focus')).toHaveCount(1)
  await round('what an import would do')

  await go('settings/data')
  await tabTo(page, 'Verify now')
  await keyboard.press('Enter')
  await expect(page.getByRole('main')).toContainText('All is well')
  await expect(page.locator('main :focus')).toHaveCount(1)
  await round('a check')
  expect(found).toEqual({})
})
