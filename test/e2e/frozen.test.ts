import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { thaw } from '../../src/shared/brief/stored'
import { openWorkspace } from '../../src/workspace/index'
import { alter } from '../../src/workspace/records'
import { expect, test } from './support/app'
import { words } from './support/pdf'

test.slow()

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\u00ad]+/gu, '')

test('briefs that earlier builds froze are drawn and printed with their pictures; one that cannot be drawn says so', async ({
  launch,
  folder
}) => {
  const file = join(folder, 'frozen.redress')
  const stored = ['form-0', 'form-0-customer', 'form-1'].map((name) => readFileSync(`test/support/frozen/${name}.json`, 'utf8'))
  const ids: string[] = []
  const made = await openWorkspace(file, { create: true })
  const { id: customerId } = await made.call('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id: caseId } = await made.call('cases.create', { customerId, title: 'Run the freezer', currency: 'EUR' })
  for (let n = 0; n < 4; n++)
    ids.push((await made.call('brief.freeze', { caseId, language: 'en', paper: 'a4', audience: 'leadership' })).id)
  await made.store.journal!.change(async (change) => {
    for (const [at, model] of [...stored, '{"form":1}'].entries()) await alter(change, 'briefVersion', ids[at]!, { model })
    change.says('change', 'briefVersion', 'Versions', customerId)
  })
  await made.close()

  const redress = await launch({ workspace: file })
  const { page, ask } = redress
  await page.evaluate((hash) => (location.hash = hash), `#/cases/${caseId}/brief`)
  const frame = page.frameLocator('.paper > iframe')
  for (const [at, text] of stored.entries()) {
    const found = thaw(text)
    if (!('model' in found)) throw new Error(found.problem)
    const { model } = found
    await test.step(`version ${at + 1}`, async () => {
      await page.getByLabel('Version', { exact: true }).selectOption(ids[at]!)
      const charts = model.appendix.loss!.incidents.flatMap(({ charts }) => charts)
      expect(charts.length).toBeGreaterThan(2)
      await expect(
        frame
          .getByText(`Version ${at + 1}, `)
          .or(frame.getByText(`${at + 1}, κλειδ`))
          .first()
      ).toBeVisible()
      await expect(frame.locator('figure svg')).toHaveCount(charts.length)
      for (const { alt } of charts) await expect(frame.getByRole('img', { name: alt }).locator('path').first()).toBeAttached()

      const pdf = join(folder, `version-${at + 1}.pdf`)
      await redress.dialogs({ save: pdf })
      await ask('shell.exportBrief', {
        caseId,
        language: model.language,
        paper: model.paper,
        audience: model.audience,
        versionId: ids[at]!
      })
      const read = await words(new Uint8Array(readFileSync(pdf)))
      const whole = plain(read.pages.join(' '))
      for (const said of [model.page.loss!.main, ...charts.map(({ title }) => title), model.appendix.method!.heading])
        expect(whole, said).toContain(plain(said))
      expect(read.over).toEqual([])
    })
  }

  await test.step('a damaged one', async () => {
    await page.getByLabel('Version', { exact: true }).selectOption(ids[3]!)
    await expect(page.getByRole('alert')).toContainText('CASE-1 v4 is damaged')
    await expect(page.locator('iframe')).toHaveCount(0)
    const row = page.getByRole('listitem').filter({ hasText: 'Version 4' })
    await expect(row.getByText('Cannot be shown', { exact: true })).toBeVisible()
    await expect(row.getByRole('button', { name: 'Show' })).toBeDisabled()
    expect(await redress.answer('brief.model', { caseId, language: 'en', versionId: ids[3]! })).toMatchObject({
      error: { code: 'corrupt' }
    })
    await page.getByRole('alert').getByRole('button', { name: 'As it is now' }).click()
    await expect(frame.getByRole('heading', { level: 1 }).first()).toBeVisible()
  })
})
