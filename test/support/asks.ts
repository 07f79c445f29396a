import type { ElectronApplication, Page } from 'playwright'

interface Gate {
  _invokeHandlers: Map<string, (event: unknown, ...given: unknown[]) => unknown>
}

/** Reads and empties the list of the calls that a page made; and how many of them are not answered yet. */
export interface Asked {
  (): Promise<string[]>
  waiting(): Promise<number>
}

/** Has the gate note the name of each call that a page makes. */
export async function notingAsks(app: ElectronApplication): Promise<Asked> {
  await app.evaluate(({ ipcMain }) => {
    const handler = (ipcMain as unknown as Gate)._invokeHandlers.get('redress:call')!
    const names: string[] = []
    const asked = Object.assign(globalThis, { asked: names, waiting: 0 })
    ipcMain.removeHandler('redress:call')
    ipcMain.handle('redress:call', async (event, ...given) => {
      names.push(String(given[0]))
      asked.waiting++
      try {
        return await handler(event, ...given)
      } finally {
        asked.waiting--
      }
    })
  })
  return Object.assign(() => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.splice(0)), {
    waiting: () => app.evaluate(() => (globalThis as unknown as { waiting: number }).waiting)
  })
}

/** Goes to a place in the page ("customers/…") and waits until it is drawn and nothing is asked any more. */
export async function settleAt(page: Page, place: string, asked: Asked): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/${place}`)
  await page.locator('h1').first().waitFor()
  for (let quiet = 0; quiet < 3;) {
    await page.waitForTimeout(150)
    // what is long in coming, as a simulation is, may be followed by more
    quiet = (await asked()).length === 0 && (await asked.waiting()) === 0 ? quiet + 1 : 0
  }
}

/** Every screen that shows records, as places of a customer, an incident of theirs and a case of theirs. */
export function screensOf({ customerId, incidentId, caseId }: Record<'customerId' | 'incidentId' | 'caseId', string>): string[] {
  return [
    'desk',
    'settings/trash',
    'incidents',
    'cases',
    'customers',
    'import',
    'settings',
    'search',
    `customers/${customerId}`,
    ...['incidents', 'cases', 'orders', 'promises', 'voice', 'details'].map((tab) => `customers/${customerId}/${tab}`),
    ...['', '/charts', '/waiting', '/told', '/orders', '/promises', '/evidence', '/voice'].map(
      (tab) => `incidents/${incidentId}${tab}`
    ),
    `cases/${caseId}`,
    `cases/${caseId}/brief`
  ]
}

/** Makes a change at each screen and gives what that screen asked because of it; screens that asked nothing are left out. */
export async function askedAgain(
  page: Page,
  places: readonly string[],
  asked: Asked,
  change: (at: number) => Promise<unknown>
): Promise<Record<string, string[]>> {
  const again: Record<string, string[]> = {}
  for (const [at, place] of places.entries()) {
    await settleAt(page, place, asked)
    await change(at)
    await page.waitForTimeout(300)
    const names = (await asked()).filter((name) => name !== 'contacts.change')
    if (names.length) again[place] = names
  }
  return again
}
