import type { ElectronApplication, Page } from 'playwright'

interface Gate {
  _invokeHandlers: Map<string, (event: unknown, ...given: unknown[]) => unknown>
}

/** Has the gate note the name of each call that a page makes; gives what reads and empties the list. */
export async function notingAsks(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ ipcMain }) => {
    const handler = (ipcMain as unknown as Gate)._invokeHandlers.get('redress:call')!
    const names: string[] = []
    Object.assign(globalThis, { asked: names })
    ipcMain.removeHandler('redress:call')
    ipcMain.handle('redress:call', (event, ...given) => {
      names.push(String(given[0]))
      return handler(event, ...given)
    })
  })
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.splice(0))
}

/** Goes to a place in the page ("customers/…") and waits until it is drawn and nothing is asked any more. */
export async function settleAt(page: Page, place: string, asked: () => Promise<string[]>): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
  await page.locator('h1').first().waitFor()
  for (let quiet = 0; quiet < 3;) {
    await page.waitForTimeout(150)
    quiet = (await asked()).length === 0 ? quiet + 1 : 0
  }
}
