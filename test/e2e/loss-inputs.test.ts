import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type Redress } from './support/app'

const drawer = (page: Page) => page.locator('aside.drawer')
/** A quantity by its name, with or without the word that it may be left out. */
const group = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^${name}(\\s+optional)?$`) })
const result = (page: Page) => page.locator('[data-part="line-result"]')
const leave = (page: Page) => page.keyboard.press('Tab')

/** An incident in euros with its page open. */
async function incident({ page, ask }: Redress): Promise<string> {
  await page.setViewportSize({ width: 1280, height: 900 })
  const { id: customerId } = await ask('customers.create', { name: 'Halden Foods', currency: 'EUR', yearlyMargin: 400_000_000 })
  const { id } = await ask('incidents.create', {
    customerId,
    title: 'The freezer came late',
    kind: 'late-delivery',
    began: '2026-03-06',
    currency: 'EUR'
  })
  await page.evaluate((id) => (location.hash = `#/incidents/${id}`), id)
  await expect(page.getByRole('heading', { level: 1, name: 'The freezer came late' })).toBeVisible()
  return id
}

async function begin(page: Page, calculator: string): Promise<void> {
  await page.getByRole('button', { name: 'Add a loss line' }).click()
  await page.getByRole('searchbox').fill(calculator)
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${calculator}`) })
    .first()
    .click()
  await expect(page.getByText('New loss line')).toBeVisible()
}

test('amounts that a law fixes keep its currency and ask for a dated rate at once', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'rates.redress'), create: true })
  const { page, ask } = redress
  const incidentId = await incident(redress)
  const sheet = () => ask('losses.sheet', { incidentId })

  await begin(page, 'Telephone and broadband')
  const rate = page.locator('[data-part="rate"]')
  await expect(rate).toContainText('The amounts are set by law in GBP')
  await expect(rate).toContainText('A dated rate converts GBP to EUR')
  await expect(drawer(page).getByRole('combobox', { name: 'Currency of this line' })).toHaveCount(0)
  await drawer(page)
    .getByRole('button', { name: /^Load the example/ })
    .first()
    .click()

  await test.step('without a rate it is not taken, and says so beside the rate', async () => {
    await page.getByRole('button', { name: 'Add line' }).click()
    await expect(rate).toContainText('There is no exchange rate for GBP → EUR')
    expect((await sheet()).lines).toEqual([])
  })

  await test.step('a rate that is none is refused at its field', async () => {
    const one = rate.getByRole('textbox', { name: /^1 GBP is/ })
    for (const [text, says] of [
      ['', /fill this in/i],
      ['much', /not a number/],
      ['NaN', /not a number/],
      ['0', /at least/],
      ['-1.2', /at least/]
    ] as const) {
      await one.fill(text)
      await rate.getByRole('button', { name: 'Keep this rate' }).click()
      await expect(rate, text).toContainText(says)
    }
    expect((await sheet()).rates).toEqual([])
    await one.fill('1.2')
    await rate.getByRole('button', { name: 'Keep this rate' }).click()
    await expect(rate.getByText(/fill this in/i)).toBeVisible()
    expect((await sheet()).rates).toEqual([])
  })

  await test.step('with its day and source it is kept, and the figure is in the incident’s currency', async () => {
    await rate.getByRole('textbox', { name: 'Source' }).fill('Bank of England')
    await rate.getByRole('button', { name: 'Keep this rate' }).click()
    await expect(rate).toContainText(/1 GBP = 1\.2 EUR.*Bank of England/)
    // 2 × 6.10 + 30.49 pounds
    await expect(result(page)).toContainText('€51.23')
    await page.getByRole('button', { name: 'Add line' }).click()
    await expect(page.getByText('New loss line')).toBeHidden()
    const { lines, rates } = await sheet()
    expect(lines).toMatchObject([{ currency: 'GBP', calculator: 'telecoms-uk' }])
    expect(rates).toMatchObject([{ from: 'GBP', to: 'EUR', rate: 1.2, source: 'Bank of England' }])
    const loss = await ask('losses.simulate', { incidentId })
    expect(loss.p50).toBe(5_123)
    expect(loss.rates).toMatchObject([{ rate: 1.2 }])
  })

  await test.step('the rate stays while a line needs it', async () => {
    const [kept] = (await sheet()).rates
    const answer = await redress.answer('rates.trash', { id: kept!.id })
    expect(answer).toMatchObject({
      error: { code: 'invalid', fields: { rate: expect.stringContaining('Telephone and broadband') } }
    })
  })

  await test.step('money of a line abroad is not shared as the incident’s', async () => {
    await begin(page, 'Power cut')
    await expect(page.getByRole('button', { name: /^Share with other lines: Hours/ })).toHaveCount(0)
    await group(page, 'Hours without power').getByRole('textbox').fill('30')
    await expect(page.getByRole('button', { name: /^Share with other lines: Hours/ })).toBeVisible()
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await begin(page, 'Air passengers')
    await expect(page.locator('[data-part="rate"]')).toHaveCount(0)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  })
})

test('what cannot be taken is said at its field, in every kind of field, and the journal stays as it is', async ({
  launch,
  folder
}) => {
  test.setTimeout(150_000)
  const redress = await launch({ workspace: join(folder, 'bad.redress'), create: true })
  const { page, ask } = redress
  const incidentId = await incident(redress)
  const head = async () => (await ask('journal.verify', {})).head
  const before = await head()
  const add = () => page.getByRole('button', { name: 'Add line' }).click()
  const unchanged = async () => {
    expect((await ask('losses.sheet', { incidentId })).lines).toEqual([])
    expect(await head()).toBe(before)
  }

  await test.step('money, a share, days, a count, minutes and a date', async () => {
    const fields: [string, string, [string, RegExp][]][] = [
      [
        'Liquidated damages',
        'Contract price',
        [
          ['', /fill this in/i],
          ['dear', /not a number/],
          ['NaN', /not a number/],
          ['Infinity', /not a number/],
          [`1${'0'.repeat(308)}`, /at most/i],
          ['-1', /at least/i]
        ]
      ],
      [
        'Liquidated damages',
        'Rate per period',
        [
          ['', /fill this in/i],
          ['x', /not a number/],
          ['100.1', /at most 100/i],
          ['-0.1', /at least/i]
        ]
      ],
      [
        'Liquidated damages',
        'Days late',
        [
          ['', /fill this in/i],
          ['nine', /not a number/],
          ['99999', /at most/i],
          ['-1', /at least/i]
        ]
      ],
      [
        'Seasonal stock',
        'Units late',
        [
          ['', /fill this in/i],
          ['1e9', /not a number/],
          ['-5', /at least/i]
        ]
      ],
      [
        'Rework',
        'Minutes per unit',
        [
          ['', /fill this in/i],
          ['six', /not a number/],
          ['-6', /at least/i]
        ]
      ]
    ]
    let open = ''
    for (const [calculator, field, values] of fields) {
      if (open !== calculator) {
        if (open) await page.getByRole('button', { name: 'Cancel', exact: true }).click()
        await begin(page, calculator)
        open = calculator
      }
      for (const [text, says] of values) {
        await group(page, field).getByRole('textbox').first().fill(text)
        await leave(page)
        await add()
        await expect(group(page, field), `${field}: ${text.slice(0, 9)}`).toContainText(says)
        await expect(page.getByText('New loss line')).toBeVisible()
      }
    }
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await unchanged()
  })

  await test.step('a range out of order, and a 1-in-20 range from zero', async () => {
    await begin(page, 'Plain amount')
    const amount = group(page, 'Amount')
    await amount.getByText('Low to high').click()
    for (const [part, value] of [
      ['Low', '9'],
      ['Likely', '5'],
      ['High', '7']
    ] as const)
      await amount.getByRole('textbox', { name: part }).fill(value)
    await leave(page)
    await add()
    await expect(amount).toContainText(/Low is above high/)
    await amount.getByText('1 in 20', { exact: true }).click()
    await amount.getByRole('textbox').first().fill('0')
    await amount.getByRole('textbox').last().fill('5')
    await leave(page)
    await add()
    await expect(amount).toContainText(/above zero/)
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await unchanged()
  })

  await test.step('dates: none, one that is none, and a last day before the first', async () => {
    await begin(page, 'Simple interest')
    await group(page, 'Amount owed').getByRole('textbox').fill('1000')
    await group(page, 'Yearly rate').getByRole('textbox').fill('5')
    await add()
    await expect(group(page, 'Days')).toContainText(/needed/)
    const due = drawer(page).getByRole('textbox', { name: /^Due/ })
    const paid = drawer(page).getByRole('textbox', { name: /^Paid/ })
    await due.fill('30 February 2026')
    await leave(page)
    await expect(drawer(page)).toContainText(/date/i)
    await due.fill('2026-03-02')
    await paid.fill('2026-03-01')
    await leave(page)
    await add()
    await expect(drawer(page)).toContainText('The last day is before the first.')
    await page.getByRole('button', { name: 'Cancel', exact: true }).click()
    await unchanged()
  })

  await test.step('a formula that cannot be read says where, one without a result says so, and a good one is kept', async () => {
    await begin(page, 'Own formula')
    const formula = drawer(page).getByRole('textbox', { name: /^Formula/ })
    for (const [text, says] of [
      ['rooms * (rate', /character 14|position 14|14/],
      ['rooms ** rate', /8|7/],
      ['import("x")', /import/],
      ['rooms.rate', /6/]
    ] as const) {
      await formula.fill(text)
      await leave(page)
      await expect(drawer(page), text).toContainText(says)
      await add()
      await expect(page.getByText('New loss line')).toBeVisible()
    }
    await formula.fill('rate / rooms')
    await leave(page)
    for (const name of ['rate', 'rooms']) await drawer(page).getByRole('button', { name, exact: true }).click()
    await group(page, 'rate').getByRole('textbox').fill('90')
    await add()
    await expect(drawer(page)).toContainText(/division by zero/)
    await unchanged()
    await formula.fill('rate * rooms')
    await leave(page)
    const rooms = group(page, 'rooms')
    await rooms.getByText('Low to high').click()
    for (const [part, value] of [
      ['Low', '4'],
      ['Likely', '6'],
      ['High', '12']
    ] as const)
      await rooms.getByRole('textbox', { name: part }).fill(value)
    await leave(page)
    await add()
    await expect(page.getByText('New loss line')).toBeHidden()
    const { lines } = await ask('losses.sheet', { incidentId })
    expect(lines[0]!.inputs).toMatchObject({ formula: 'rate * rooms', rooms: { as: 'range', low: 4, likely: 6, high: 12 } })
  })

  await test.step('a triangle is drawn as one, is kept, and stays one when its numbers change', async () => {
    await page.getByText('Own formula', { exact: true }).first().click()
    const rooms = group(page, 'rooms')
    await rooms.getByRole('button', { name: /^More about this range/ }).click()
    await rooms.getByRole('checkbox', { name: /straight sides/ }).check()
    const stored = async () => (await ask('losses.sheet', { incidentId })).lines[0]!.inputs.rooms
    await expect.poll(stored).toEqual({ as: 'range', low: 4, likely: 6, high: 12, shape: 'triangular' })
    await rooms.getByRole('textbox', { name: 'High' }).fill('14')
    await leave(page)
    await expect.poll(stored).toEqual({ as: 'range', low: 4, likely: 6, high: 14, shape: 'triangular' })
    await rooms.getByRole('checkbox', { name: /straight sides/ }).uncheck()
    await expect.poll(stored).toEqual({ as: 'range', low: 4, likely: 6, high: 14 })
    await page.getByRole('button', { name: 'Done' }).click()
  })
})

test('an example fills the form whole, and leaves nothing from before', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'example.redress'), create: true })
  const { page } = redress
  await incident(redress)
  await begin(page, 'Loss of gross profit')
  await group(page, 'Sum insured').getByRole('textbox').fill('5')
  await leave(page)
  await drawer(page)
    .getByRole('button', { name: /^Load the example/ })
    .first()
    .click()
  await expect(group(page, 'Net profit').getByRole('textbox')).toHaveValue('65,009')
  await expect(group(page, 'Sum insured').getByRole('textbox')).toHaveValue('')
  await expect(result(page)).toContainText('€43,752.63')
})

test('a file is tied to the line that it proves, and stands in the line’s explanation', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'evidence.redress'), create: true })
  const { page, ask } = redress
  const incidentId = await incident(redress)
  const { id: lineId } = await ask('lossLines.create', {
    incidentId,
    title: 'Four rented trailers',
    calculator: 'plain-amount',
    currency: 'EUR',
    inputs: { amount: { as: 'exact', value: 19_720 } }
  })
  const letter = join(folder, 'trailer-invoice.txt')
  writeFileSync(letter, 'Four trailers, 19,720 euros.')
  await redress.dialogs({ choose: letter })
  await page.evaluate((id) => (location.hash = `#/incidents/${id}/evidence`), incidentId)
  await page.getByRole('button', { name: 'Attach a file' }).click()
  await expect(drawer(page)).toContainText('trailer-invoice')
  await drawer(page).getByRole('checkbox', { name: 'Four rented trailers' }).check()
  const links = async () =>
    (await ask('incidents.get', { id: incidentId })).evidence[0]!.links.map(({ entity, id }) => `${entity} ${id}`).sort()
  await expect.poll(links).toEqual([`incident ${incidentId}`, `lossLine ${lineId}`].sort())
  await drawer(page).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row', { name: /trailer-invoice/ })).toContainText('Four rented trailers')
  await page.evaluate((id) => (location.hash = `#/incidents/${id}`), incidentId)
  await page.locator('[data-part="figures"]').getByRole('button').first().click()
  await drawer(page).getByRole('button', { name: 'Four rented trailers' }).first().click()
  await expect(drawer(page)).toContainText(/EV-1\s.*trailer-invoice/)
})
