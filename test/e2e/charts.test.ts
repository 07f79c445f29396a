import type { Page } from '@playwright/test'
import type { Input } from '../../src/shared/contract/table'
import { expect, test, type Redress } from './support/app'

const exact = (value: number) => ({ as: 'exact' as const, value })
const range = (low: number, likely: number, high: number) => ({ as: 'range' as const, low, likely, high })
const dayFrom = (today: string, days: number): string => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

/** The charts that are shown, as the tables beside them, by the start of their titles. */
const twin = (page: Page, title: RegExp) => page.locator('figure.chart').filter({ hasText: title }).locator('table')
const text = async (page: Page, title: RegExp): Promise<string> => (await twin(page, title).textContent()) ?? ''
const group = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}(\\s+optional)?$`) })

type Line = Omit<Input<'lossLines.create'>, 'incidentId' | 'currency'>

async function incident({ ask }: Redress, title: string, lines: Line[]): Promise<string> {
  const { id: customerId } = await ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id } = await ask('incidents.create', { customerId, title, kind: 'late-delivery', began: '2026-01', currency: 'EUR' })
  const { id: proofId } = await ask('interactions.create', {
    customerId,
    channel: 'mail',
    direction: 'in',
    at: '2026-01-20T09:00:00Z',
    subject: 'Amounts confirmed'
  })
  const proof = { confirmedBy: 'Piia', confirmedOn: '2026-01-20', proofEntity: 'interaction', proofId } as const
  for (const [position, line] of lines.entries())
    await ask('lossLines.create', {
      incidentId: id,
      currency: 'EUR',
      position,
      ...(line.status === 'confirmed' ? proof : {}),
      ...line
    })
  return id
}

async function open(page: Page, id: string, tab: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/incidents/${id}/${tab}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('figure.chart canvas').first()).toBeVisible()
}

const plain = (
  title: string,
  amount: ReturnType<typeof exact | typeof range>,
  status?: 'confirmed' | 'recovered' | 'compensated'
): Line => ({ title, calculator: 'plain-amount', inputs: { amount }, ...(status ? { status } : {}) })

test('what is typed in a line, a shared quantity and a date is drawn before anything is saved', async ({ launch, folder }) => {
  const redress = await launch({ workspace: `${folder}/typed.redress`, create: true })
  const { page, ask } = redress
  await page.setViewportSize({ width: 1280, height: 860 })
  const id = await incident(redress, 'Late', [plain('Trailer', exact(500), 'confirmed')])
  const { id: driverId } = await ask('drivers.create', { incidentId: id, name: 'Days late', unit: 'days', quantity: exact(10) })
  const inputs = {
    unitsLate: exact(100_000),
    unitsPerDay: exact(10),
    daysLate: { as: 'driver' as const, driverId },
    contributionPerUnit: exact(10)
  }
  await ask('lossLines.create', {
    incidentId: id,
    title: 'Lost packs',
    calculator: 'late-delivery',
    currency: 'EUR',
    position: 1,
    inputs
  })
  const stored = async (): Promise<string> =>
    JSON.stringify([await ask('journal.recent', { limit: 5 }), await ask('losses.sheet', { incidentId: id })])
  const before = await stored()
  const figures = page.locator('[data-part="figures"]')

  await test.step('a line: the charts, the day of waiting and the curve', async () => {
    await page.evaluate((hash) => (location.hash = hash), `#/incidents/${id}`)
    await page.getByText('Lost packs', { exact: true }).first().click()
    await page.getByRole('tab', { name: 'Charts' }).click()
    await expect(twin(page, /Lost packs/).first()).toContainText('€1,000')
    await expect(figures).toContainText('€1,500')
    await group(page, 'Contribution per unit').getByRole('textbox').first().fill('30')
    await expect(twin(page, /Lost packs/).first()).toContainText('€3,000')
    await expect(figures).toContainText('€3,500')
    await expect(figures).toContainText('€300')
    // by its address: leaving the field would save it
    await open(page, id, 'waiting')
    await expect(twin(page, /Every day costs/)).toContainText('€21,500')
    // half a number leaves the last good figures
    await group(page, 'Contribution per unit').getByRole('textbox').first().fill('30x')
    await group(page, 'Units sold or used per day').getByRole('textbox').first().fill('20')
    await expect(twin(page, /Every day costs/)).toContainText('€42,500')
    // leaving the field that cannot be read says so there; what could be read of the other is not lost
    await expect(group(page, 'Contribution per unit')).toContainText(/not a number/)
    expect(await stored()).toBe(before)
    await group(page, 'Units sold or used per day').getByRole('textbox').first().fill('10')
    await group(page, 'Contribution per unit').getByRole('textbox').first().fill('10')
    await expect(figures).toContainText('€1,500')
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await expect(page.locator('aside.drawer')).toHaveCount(0)
  })

  await test.step('a shared quantity', async () => {
    await page.getByRole('tab', { name: 'Loss', exact: false }).first().click()
    await page
      .getByRole('row', { name: /Days late/ })
      .getByText('Days late')
      .first()
      .click()
    await page.getByRole('tab', { name: 'Charts' }).click()
    const now = await stored()
    await group(page, 'Value').getByRole('textbox').first().fill('25')
    await expect(twin(page, /Lost packs/).first()).toContainText('€2,500')
    await expect(figures).toContainText('€3,000')
    await open(page, id, 'waiting')
    await expect(twin(page, /Every day costs/)).toContainText('€9,000')
    expect(await stored()).toBe(now)
    await group(page, 'Value').getByRole('textbox').first().fill('10')
    await expect(figures).toContainText('€1,500')
    await page.keyboard.press('Escape')
    await expect(page.locator('aside.drawer')).toHaveCount(0)
  })

  await test.step('a date on which the loss jumps: the curve steps on its day by its amount, and back when it is given up', async () => {
    await page.getByRole('tab', { name: 'Waiting' }).click()
    const curve = /Every day costs/
    await expect(twin(page, curve)).toContainText('€7,500')
    const was = await text(page, curve)
    const now = await stored()
    await page.getByRole('button', { name: 'Add a date' }).click()
    const dialog = page.getByRole('dialog')
    const today = (await ask('losses.waiting', { incidentId: id }))!.today
    await dialog.getByRole('textbox', { name: 'What happens then' }).fill('Penalty')
    await dialog.getByRole('textbox', { name: 'Day' }).fill(dayFrom(today, 7))
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('9000')
    await expect(dialog.locator('[data-part="effect"]')).toContainText('€16,500')
    await expect(twin(page, curve)).toContainText('Penalty (€9,000)')
    const amounts = (await twin(page, curve).locator('tbody tr').allTextContents()).map((row) =>
      Number(/€([\d,]+)/.exec(row.replace(/\(€[\d,]+\)/, ''))![1]!.replaceAll(',', ''))
    )
    expect(Math.max(...amounts.slice(1).map((amount, at) => amount - amounts[at]!))).toBe(9_100)
    await dialog.getByRole('textbox', { name: 'Amount' }).fill('19000')
    await expect(dialog.locator('[data-part="effect"]')).toContainText('€26,500')
    expect(await stored()).toBe(now)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => text(page, curve)).toBe(was)
  })

  await test.step('what a decision on a day saves, and what days until relief take of it', async () => {
    const saves = page.locator('[data-part="saves"]')
    // nobody has said yet when the harm ends, so nobody can say what is saved
    await expect(saves).toHaveCount(0)
    const { today } = await ask('workspace.info', {})
    const harmEnds = new Date(Date.parse(today) + 60 * 86_400_000).toISOString().slice(0, 10)
    await ask('incidents.change', { id, patch: { harmEnds } })
    await expect(saves).toContainText('€6,000')
    await page.getByRole('textbox', { name: 'Days until relief' }).fill('7')
    await expect(saves).toContainText('€5,300')
    await page.getByRole('textbox', { name: 'Days until relief' }).fill('100')
    await expect(saves).toContainText('€0')
  })
})

test('forty lines: the largest one by one, the others as one simulated bar, every one in the table', async ({ launch, folder }) => {
  const redress = await launch({ workspace: `${folder}/forty.redress`, create: true })
  const { page, ask } = redress
  await page.setViewportSize({ width: 1280, height: 860 })
  const lines = Array.from({ length: 40 }, (_, at) =>
    at === 3 ? plain('Paid back', exact(5), 'compensated') : plain(`Line ${at}`, range(100, 200 + at, 400 + 10 * at))
  )
  const id = await incident(redress, 'Many', lines)
  const loss = await ask('losses.simulate', { incidentId: id })
  expect(loss.others!.ids).toHaveLength(28)
  // the mean of the whole is the twelve and the others; a quantile is not
  const largest = loss.byLine.filter(({ id }) => !loss.others!.ids.includes(id)).reduce((sum, { mean }) => sum + mean, 0)
  expect(Math.abs(largest + loss.others!.mean - loss.mean)).toBeLessThanOrEqual(40)
  const sum = (key: 'p90') =>
    loss.byLine.filter(({ id }) => loss.others!.ids.includes(id)).reduce((total, line) => total + line[key], 0)
  expect(loss.others!.p90).toBeLessThan(sum('p90'))

  await open(page, id, 'charts')
  const chart = page.locator('figure.chart').first()
  const rows = chart.locator('tbody tr')
  await expect(rows).toHaveCount(40)
  const height = async (): Promise<number> => (await chart.locator('.drawing').boundingBox())!.height
  const some = await height()
  await page.getByRole('button', { name: 'Show all 40 lines' }).click()
  await expect.poll(height).toBeGreaterThan(some * 2)
  await page.getByRole('button', { name: 'Show the largest only' }).click()
  await expect.poll(height).toBe(some)
})

test('a certain loss, no loss and more back than was lost say so instead of drawing nothing', async ({ launch, folder }) => {
  const redress = await launch({ workspace: `${folder}/edge.redress`, create: true })
  const { page } = redress
  await page.setViewportSize({ width: 1280, height: 860 })
  const panel = page.getByRole('tabpanel')
  await open(page, await incident(redress, 'Certain', [plain('Overcharged', exact(1234.5))]), 'charts')
  await expect(panel).toContainText('“Overcharged” is the whole loss: €1,234.50')
  await expect(panel).toContainText('Every input is a single figure with no range given, so there is no spread')
  await expect(page.locator('figure.chart')).toHaveCount(1)
  await open(page, await incident(redress, 'Zero', [plain('Nothing', exact(0))]), 'charts')
  await expect(panel).toContainText('The lines add up to no loss')
  await open(
    page,
    await incident(redress, 'Back', [plain('Lost', range(1000, 2000, 3000)), plain('Paid', exact(5000), 'compensated')]),
    'charts'
  )
  await expect(panel).toContainText('Held at zero')
  await expect(panel).toContainText('In 100% of the draws more came back')
  await expect(twin(page, /came back/)).toContainText('−€5,000')
})

test('a chart is copied as a picture on white with its title, and as a table for a spreadsheet and for a text', async ({
  launch,
  folder
}) => {
  const redress = await launch({ workspace: `${folder}/copy.redress`, create: true })
  const { page, app, ask } = redress
  await page.setViewportSize({ width: 1280, height: 860 })
  await ask('workspace.configure', { theme: 'dark' })
  const id = await incident(redress, 'Late', [
    plain('Lost <sales> & more', exact(2_000.5), 'confirmed'),
    plain('Overtime', range(100, 200, 600))
  ])
  await open(page, id, 'charts')
  const act = async (what: string): Promise<void> => {
    await app.evaluate(({ clipboard }) => clipboard.clear())
    await page.getByRole('button', { name: 'Chart actions' }).first().click()
    await page.getByRole('menuitem', { name: what }).click()
    await expect(page.getByText('Copied').last()).toBeVisible()
    // the next copy has a notice of its own
    await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).last().click()
    await expect(page.getByText('Copied')).toHaveCount(0)
  }
  await act('Copy as picture')
  const picture = await app.evaluate(async ({ clipboard, nativeImage }) => {
    // older runtimes read the clipboard at once, newer ones as a page does
    const older = clipboard as unknown as { readImage?: () => Electron.NativeImage }
    const png = async (): Promise<Buffer> =>
      Buffer.from(await ((await (await clipboard.read())[0]!.getType('image/png')) as Blob).arrayBuffer())
    const image = older.readImage?.() ?? nativeImage.createFromBuffer(await png())
    const { width, height } = image.getSize()
    const pixels = image.toBitmap()
    const at = (x: number, y: number): number[] => [...pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)]
    // dark pixels where the title stands: it is part of the picture
    let inked = 0
    for (let y = 40; y < 100; y++) for (let x = 40; x < width / 2; x++) if (Math.max(...at(x, y)) < 90) inked++
    return { width, height, corners: [at(1, 1), at(width - 2, 1), at(1, height - 2), at(width - 2, height - 2)], inked }
  })
  expect(picture.width).toBe(2_016)
  expect(picture.height).toBeGreaterThan(300)
  for (const corner of picture.corners) expect(corner).toEqual([255, 255, 255])
  expect(picture.inked).toBeGreaterThan(500)

  await act('Copy as table')
  const { plainText, markup } = await app.evaluate(async ({ clipboard }) => {
    const older = clipboard as unknown as { readHTML?: () => string }
    const html = async (): Promise<string> => ((await (await clipboard.read())[0]!.getType('text/html')) as Blob).text()
    return { plainText: await clipboard.readText(), markup: older.readHTML?.() ?? (await html()) }
  })
  expect(plainText.split('\n')[0]).toBe('Line\tLow end\tMiddle\tHigh end')
  expect(plainText.split('\n')[1]).toBe('Lost <sales> & more (Confirmed by the customer)\t2000.5\t2000.5\t2000.5')
  expect(markup).toContain('<table')
  expect(markup).toContain('Lost &lt;sales&gt; &amp; more')
})
