import { expect, test } from './support/app'

test('twenty questions show whether an advocate’s ranges hold, and the record stands where the next range is typed', async ({
  launch
}) => {
  const { page, ask } = await launch()
  const openLine = async (): Promise<void> => {
    const { id } = (await ask('incidents.list', {})).find(({ ref }) => ref === 'INC-8')!
    await page.evaluate((to) => (location.hash = to), `#/incidents/${id}`)
    await page
      .getByRole('row', { name: /^Packs that could not be frozen/ })
      .first()
      .press('Enter')
    await expect(page.locator('aside.drawer').getByRole('group', { name: /^Units late/ })).toBeVisible()
  }
  const record = page.locator('aside.drawer').getByText(/Your ranges held/)

  await openLine()
  await expect(record).toHaveCount(0)
  await page.evaluate(() => (location.hash = '#/settings/ranges'))
  await page.getByRole('button', { name: 'Begin the exercise' }).click()
  const questions = page.locator('fieldset')
  await expect(questions).toHaveCount(20)
  for (let at = 0; at < 20; at++) {
    const one = questions.nth(at)
    await one.getByRole('textbox', { name: 'Low' }).fill('-1000')
    // twelve that anything lies in, eight that nothing does
    await one.getByRole('textbox', { name: 'High' }).fill(at < 12 ? '100000' : '-999')
  }
  await page.getByRole('button', { name: 'Show how they held' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'held' })).toContainText('12 of 20 held')
  await expect(page.getByRole('table', { name: 'Do your ranges hold?' }).getByRole('row')).toHaveCount(21)
  expect(await ask('exercise.taken', {})).toMatchObject([{ held: 12, asked: 20 }])

  await openLine()
  await expect(record).toContainText('Your ranges held 12 times out of 20')
})
