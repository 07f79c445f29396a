import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../support/bundle'
import { expect, test, type Redress } from './support/app'

// Many years of work in Electron: when the first screen is there, and how soon what takes long can be stopped. `npm run
// endurance -- large` runs it, since making the file takes minutes.
const orders = Number(process.env.REDRESS_LARGE_ORDERS ?? 0)

/** Gives how many milliseconds something took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now()
  await work()
  return Math.round(performance.now() - since)
}

/** Opens a workspace as a person does. */
async function open(redress: Redress, file: string): Promise<void> {
  await redress.dialogs({ choose: file })
  await redress.ask('shell.openWorkspace', {})
  await redress.dialogs({})
}

test(`${orders} orders and ten times as many interactions: the first screen, and stopping`, async ({ launch, folder }) => {
  test.skip(orders === 0, 'npm run endurance -- large')
  test.setTimeout(3_600_000)
  const [large, small] = [join(folder, 'Large.redress'), join(folder, 'Small.redress')]
  const script = await bundle('test/endurance/large-child.ts', true, true)
  execFileSync(process.execPath, [script, large, String(orders), String(orders * 10)])
  const redress = await launch({ workspace: small, create: true })
  const { page } = redress
  // on the desk of each stands one promise
  const row = page.locator('main').getByText('The labels').first()
  const usualRow = page.locator('main').getByText('The pallets').first()
  const { id: customerId } = await redress.ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const promise = { words: 'The pallets', madeAt: '2026-03-02T09:00:00Z', zone: 'UTC', dueAt: '2026-03-06' }
  await redress.ask('promises.create', { customerId, ...promise })

  // what nobody knows yet is looked at before it opens, what Redress has left itself beside the work
  const first = await timed(async () => {
    await open(redress, large)
    await row.waitFor()
  })
  const usual = await timed(async () => {
    await open(redress, small)
    await usualRow.waitFor()
  })
  const opened = await timed(async () => {
    await open(redress, large)
    await row.waitFor()
  })

  await page.evaluate(() => void (location.hash = '#/settings/data'))
  const stopped = page.getByText('Stopped. Nothing was changed.')
  const cancel = page.getByRole('main').getByRole('button', { name: 'Cancel' })
  await page.getByRole('button', { name: 'Verify now' }).click()
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', /0\.\d/)
  const verify = await timed(async () => {
    await cancel.click()
    await stopped.waitFor()
  })

  await page.evaluate(() => void (location.hash = '#/desk'))
  await row.waitFor()
  const copy = join(folder, 'Copy.redress')
  await redress.dialogs({ save: copy })
  // from the menu, as on any page
  await redress.app.evaluate(({ Menu }) => void Menu.getApplicationMenu()!.getMenuItemById('back-up')!.click())
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', /0\.\d/)
  const backup = await timed(async () => {
    await cancel.click()
    await stopped.waitFor()
  })
  expect(existsSync(copy)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])

  await page.getByRole('button', { name: 'Back up now' }).click()
  const whole = await timed(() => expect.poll(() => existsSync(copy), { timeout: 600_000 }).toBe(true))
  await expect(page.getByText('Backed up to Copy.redress')).toBeVisible()
  const megabytes = Math.round(statSync(large).size / 1_048_576)
  console.log(JSON.stringify({ megabytes, first, usual, opened, verify, backup, whole }))
  // where other programs hold up everything, a workspace with one record takes its time as well
  expect(opened).toBeLessThan(Math.max(1_000, usual * 2))
  expect(verify).toBeLessThan(1_000)
  expect(backup).toBeLessThan(1_000)
})
