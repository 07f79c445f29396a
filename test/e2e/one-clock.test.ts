// One record is told on one clock wherever it is shown: the computer, the workspace and the customer in three zones, on the
// night on which summer time begins where the customer is.
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from './support/app'
import { readPdf } from './support/hands'
import { listens, press, show } from './support/keyboard'

const customerZone = 'Europe/Athens'
const workspaceZone = 'Asia/Manila'
/** 02:30 in Athens; half an hour later the clocks there go from 03:00 to 04:00. */
const before = '2025-03-30T00:30:00Z'
const after = '2025-03-30T01:30:00Z'
const told = ['30 Mar 2025, 02:30', '30 Mar 2025, 04:30']

/** The times of day, in the workspace's zone, of the minutes in which this test runs. */
function minutes(from: number): Set<string> {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: workspaceZone })
  const all = new Set<string>()
  for (let at = from - 60_000; at < Date.now() + 60_000; at += 30_000) all.add(format.format(at))
  return all
}

test('everywhere the customer’s clock tells what was said and done, and the workspace’s what Redress did', async ({
  launch,
  folder
}) => {
  test.setTimeout(120_000)
  const began = Date.now()
  const redress = await launch({ workspace: join(folder, 'Three zones.redress'), create: true, zone: 'America/New_York' })
  const { page, ask } = redress
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe('America/New_York')
  await ask('workspace.configure', { timeZone: workspaceZone, paper: 'a4', language: 'en', advocate: 'Tala Reyes' })
  const { id: customerId } = await ask('customers.create', { name: 'Hotel Phos', currency: 'EUR', timeZone: customerZone })
  const { id: contactId } = await ask('contacts.create', { customerId, name: 'Eleni Vlachou' })
  const { id: interactionId } = await ask('interactions.create', {
    customerId,
    contactId,
    channel: 'call',
    direction: 'in',
    at: before,
    zone: 'Europe/London',
    subject: 'The lights went out',
    notes: 'All lights in the east wing.',
    needsReply: true
  })
  const { id: promiseId } = await ask('promises.create', {
    customerId,
    contactId,
    interactionId,
    words: 'An electrician within the hour',
    madeAt: before,
    dueAt: after,
    zone: 'Europe/London'
  })
  const { id: incidentId } = await ask('incidents.create', {
    customerId,
    title: 'Lights out in the east wing',
    kind: 'outage',
    began: before,
    ended: after,
    currency: 'EUR',
    promiseIds: [promiseId]
  })
  const { id: voiceId } = await ask('voice.create', {
    customerId,
    contactId,
    incidentId,
    interactionId,
    kind: 'concern',
    words: 'No lights, and nobody comes',
    saidAt: before
  })
  const evidence = await ask('evidence.create', {
    customerId,
    title: 'Log of the lights',
    link: 'https://b.eu',
    collectedAt: before
  })
  await ask('evidence.tie', { evidenceId: evidence.id, entity: 'incident', id: incidentId, tied: true })
  const { id: caseId } = await ask('cases.create', { customerId, title: 'Lights', currency: 'EUR', incidentIds: [incidentId] })
  await ask('cases.addFacts', { id: caseId, facts: [{ at: before, words: 'The lights went out' }] })
  const gone = await ask('voice.create', { customerId, kind: 'wish', words: 'Lights for good', saidAt: before })
  await ask('voice.trash', { id: gone.id })

  const found: Record<string, string[]> = {}
  /** Every time of day there must be the customer's of the record, or one of these minutes at the workspace; and the record's own must be there. */
  async function look(name: string, where: Locator, must: readonly string[]): Promise<void> {
    // the answer that they wait for was due 24 hours later, which is 03:30 by then
    // and what is said to a pointer that rests there, and to a screen reader
    const beside = (): Promise<string[]> =>
      where
        .locator('[title], [aria-label], [aria-description], [alt]')
        .evaluateAll((all) =>
          all.flatMap((one) => ['title', 'aria-label', 'aria-description', 'alt'].map((name) => one.getAttribute(name) ?? ''))
        )
    const text = async (): Promise<string> =>
      [...(await where.allInnerTexts()), ...(await beside())]
        .join(' ')
        .replace(/[\s\u00a0\u202f]+/g, ' ')
        .replaceAll('31 Mar 2025, 03:30', '')
        // and by our working hours at five on that Monday, which is noon where they are
        .replaceAll('31 Mar 2025, 12:00', '')
    await expect.poll(text, { message: `${name} shows the record` }).toMatch(/lights|electrician/i)
    for (const each of must) await expect.poll(text, { message: name }).toContain(each)
    const now = minutes(began)
    const own = new Set(['02:30', '04:30'])
    const times = [...(await text()).matchAll(/(?<![\d:])(\d{1,2}:\d{2})(?![\d:])/g)].map(([, time]) => time!)
    const wrong = times.filter((time) => !own.has(time) && !now.has(time))
    if (/29 Mar|Mar 29/.test(await text())) wrong.push('29 March')
    if (wrong.length > 0) found[name] = wrong
  }
  const [main, drawer] = [page.locator('main'), page.locator('aside.drawer')]
  const day = ['30 Mar 2025']
  const at = async (place: string, must: readonly string[]): Promise<void> => {
    await show(page, place)
    await look(place.replace(/[0-9a-f-]{36}/g, '…'), main, must)
  }
  const beside = async (record: string, must: readonly string[]): Promise<void> => {
    await show(page, `customers/${customerId}?open=${record}`)
    await expect(drawer).toBeVisible()
    await look(`drawer of ${record.split('.')[0]}`, drawer, must)
  }

  await at('desk', [])
  const customer = `customers/${customerId}`
  await at(customer, ['Sun, 30 Mar', '02:30', '04:30'])
  for (const [tab, must] of [
    ['promises', [told[1]!]],
    ['incidents', [told[0]!]],
    ['voice', [told[0]!]]
  ] as const)
    await at(`${customer}/${tab}`, must)
  await beside(`interaction.${interactionId}`, [told[0]!])
  await beside(`promise.${promiseId}`, told)
  await beside(`voice.${voiceId}`, [told[0]!])
  await beside(`evidence.${evidence.id}`, [told[0]!])
  await page.keyboard.press('Escape')

  // what is at hand on a call
  await show(page, customer)
  await page.getByRole('button', { name: 'On a call' }).click()
  await look('at hand on a call', main, [told[0]!])
  await page.keyboard.press('Escape')

  await at('incidents', [told[0]!])
  for (const [tab, must] of [
    ['promises', told.slice(1)],
    ['evidence', [told[0]!]],
    ['voice', [told[0]!]],
    ['told', day]
  ] as const)
    await at(`incidents/${incidentId}/${tab}`, must)
  await at(`cases/${caseId}`, [told[0]!])
  await at('search?q=lights', [told[0]!])
  await at('settings/trash', [])
  await listens(redress)
  await press(redress, 'Control+K')
  await page.keyboard.type('lights')
  await look('quick find', page.getByRole('dialog'), [])
  await page.keyboard.press('Escape')

  // on paper
  await show(page, `cases/${caseId}/brief`)
  await expect(page.frameLocator('.paper > iframe').locator('body')).toContainText('Lights')
  await look('the brief on the screen', page.frameLocator('.paper > iframe').locator('body'), told)
  const save = join(folder, 'brief.pdf')
  await redress.dialogs({ save })
  await ask('shell.exportBrief', { caseId, language: 'en', paper: 'a4', audience: 'leadership' })
  const printed = (await readPdf(save)).pages.join(' ').replace(/[\s\u00a0\u202f]+/g, ' ')
  for (const each of told) expect(printed).toContain(each)
  for (const other of ['00:30', '01:30', '20:30', '21:30', '08:30', '03:30'])
    if (!minutes(began).has(other)) expect(printed).not.toContain(other)

  // who changed it, and when: that Redress did
  await ask('promises.change', { id: promiseId, patch: { dueAt: '2025-03-30T02:30:00Z' } })
  await ask('promises.change', { id: promiseId, patch: { dueAt: after } })
  await show(page, `${customer}?open=promise.${promiseId}`)
  await drawer.getByText('History', { exact: true }).click()
  await expect(drawer).toContainText('05:30')
  const history = (await drawer.innerText()).match(/(?<!\d)\d{2}:\d{2}/g)!
  expect(history.filter((time) => !['02:30', '04:30', '05:30'].includes(time) && !minutes(began).has(time))).toEqual([])
  expect(history.some((time) => minutes(began).has(time))).toBe(true)
  expect(found).toEqual({})
})
