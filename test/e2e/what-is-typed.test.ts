// What is typed is what is stored: into every field of every form that saves by itself, at the speed of any hand, each
// right after the one before was left, while answers take their time.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type Redress } from './support/app'
import { slowAnswers } from './support/slow'

/** Milliseconds a key, in turn from field to field, beginning elsewhere in each form; the slow ones are what takes time. */
const speeds = [5, 120, 5, 50, 300, 5, 50]

interface Form {
  /** The components that hold it, by the names of their files. */
  of: string[]
  /** Its later dates stand before its earlier ones. */
  falling?: true
  /** Opens it; gives where its fields are. */
  open(page: Page): Promise<Locator>
}
/** How a form is filled: with falling dates, with a mark of its own in every text. */
interface Filling {
  falling?: boolean
  mark: string
  /** The number of the form: its fields begin with another speed. */
  at: number
}
interface Typed {
  label: string
  text: string
}

const go = (page: Page, hash: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash
  }, hash)
const drawer = (page: Page): Locator => page.locator('aside.drawer').last()
const fields = 'input:not([type=checkbox], [type=radio], [type=date], [role=combobox], :disabled), textarea:not(:disabled)'

/** The fields of a form as they stand: what each is called, what it takes, what it shows. */
const shown = (form: Locator): Promise<{ label: string; kind: string; value: string }[]> =>
  form.locator(fields).evaluateAll((all) =>
    (all as HTMLInputElement[]).map((one) => {
      const group = one.closest('[role=group]')?.querySelector('.label')?.textContent ?? ''
      const kind = one.parentElement?.querySelector('input[type=date]')
        ? 'date'
        : one.placeholder === '14:05' || /^Time/.test(one.labels?.[0]?.textContent ?? '')
          ? 'time'
          : one.inputMode === 'decimal'
            ? 'number'
            : one.type === 'email'
              ? 'email'
              : /Link/.test(one.labels?.[0]?.textContent ?? '')
                ? 'link'
                : 'text'
      return { label: `${group} ${one.labels?.[0]?.textContent ?? ''}`.trim(), kind, value: one.value }
    })
  )

/** What is typed into the nth field: as it is shown again, rising, so that what must be in order is. */
function textFor(label: string, kind: string, n: number, pass: number, { falling, mark }: Filling): string {
  const rising = 10 + n + pass
  if (kind === 'number') return String(rising)
  if (label.startsWith('Working hours')) return `0${n % 9}:00–${10 + (n % 10)}:00`
  if (label.startsWith('Closed on')) return `${1 + (n % 28)} Mar 2025`
  if (label.startsWith('Ordered')) return '1 Jan 2025'
  if (kind === 'date' && falling) return `${28 - n} Mar 2027`
  if (kind === 'date') return `${1 + ((n + pass) % 28)} Mar 2025`
  if (kind === 'time') return `09:${rising}`
  if (kind === 'email') return `a${rising}@b.eu`
  if (kind === 'link') return `https://b.eu/${rising}`
  return `${mark} ${rising}`
}

async function fill(page: Page, form: Locator, pass: number, how: Filling): Promise<Typed[]> {
  const typed: Typed[] = []
  for (const [n, { label, kind }] of (await shown(form)).entries()) {
    const text = textFor(label, kind, n, pass, how)
    await form.locator(fields).nth(n).focus()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(text, { delay: speeds[(n + how.at) % speeds.length] })
    typed.push({ label, text })
  }
  return typed
}

async function forms({ ask }: Redress): Promise<Record<string, Form>> {
  const customers = await ask('customers.list', {})
  const halden = customers.find(({ name }) => name.startsWith('Halden'))!.id
  const view = await ask('customers.get', { id: halden })
  const order = await ask('orders.create', { customerId: halden, title: 'A second freezer' })
  const [promise] = await ask('promises.list', { customerId: halden })
  const [voice] = await ask('voice.list', { customerId: halden })
  const [note] = (await ask('timeline.list', { customerId: halden, kinds: ['interaction'], limit: 1 })).events
  const gesture = await ask('gestures.create', {
    customerId: halden,
    words: 'Flowers',
    givenOn: '2025-03-04',
    currency: 'EUR'
  } as never)
  const cases = await ask('cases.list', {})
  const open = cases.find(({ state }) => state !== 'decided')!
  const decided = await ask('cases.create', { customerId: halden, title: 'The trailers', currency: 'EUR' })
  await ask('cases.decide', {
    caseId: decided.id,
    optionId: null,
    decidedBy: 'The board',
    decidedOn: '2026-11-02',
    why: 'None was needed',
    makePromises: false
  })
  const incidents = await ask('incidents.list', { customerId: halden })
  const incident = incidents[0]!.id
  const sheet = await ask('losses.sheet', { incidentId: incident })
  if (sheet.drivers.length === 0)
    await ask('drivers.create', {
      incidentId: incident,
      name: 'Days late',
      unit: 'days',
      quantity: { as: 'range', low: 3, likely: 5, high: 12 }
    })
  const mail = await ask('evidence.create', { customerId: halden, title: 'Their mail', link: 'https://b.eu' })
  await ask('evidence.tie', { evidenceId: mail.id, entity: 'incident', id: incident, tied: true })

  const record = (kind: string, id: string, of: string): Form => ({
    of: [of, 'RecordFrame'],
    async open(page) {
      await go(page, `#/customers/${halden}?open=${kind}.${id}`)
      const beside = drawer(page)
      await expect(beside.getByRole('button', { name: 'More' })).toBeVisible()
      const edit = beside.getByRole('button', { name: /^Edit (contact|gesture|order|promise|conversation|these words)$/ })
      if (await edit.count()) await edit.click()
      else {
        await beside.getByRole('button', { name: 'More' }).click()
        await page.getByRole('menuitem', { name: 'Edit' }).click()
      }
      await expect(beside.getByRole('button', { name: 'Done' })).toBeVisible()
      return beside
    }
  })
  const ofIncident = (of: string, tab: string, press: (page: Page) => Promise<void>): Form => ({
    of: [of],
    async open(page) {
      await go(page, `#/incidents/${incident}${tab}`)
      await press(page)
      await expect(drawer(page).getByRole('button', { name: 'Done' })).toBeVisible()
      return drawer(page)
    }
  })
  // by what it is called now: its name is typed over
  const row = (page: Page, name: string): Promise<void> => page.getByRole('row').filter({ hasText: name }).first().press('Enter')
  const lineNow = async (id: string) => (await ask('losses.sheet', { incidentId: incident })).lines.find((one) => one.id === id)!
  const driverNow = async () => (await ask('losses.sheet', { incidentId: incident })).drivers[0]!
  return {
    settings: {
      of: ['Preferences'],
      async open(page) {
        await go(page, '#/settings')
        await expect(page.locator('main .preferences')).toBeVisible()
        return page.locator('main .preferences')
      }
    },
    customer: {
      of: ['Details'],
      async open(page) {
        await go(page, `#/customers/${halden}/details`)
        await expect(page.locator('main .details')).toBeVisible()
        return page.locator('main .details')
      }
    },
    contact: record('contact', view.contacts[0]!.id, 'ContactDrawer'),
    gesture: record('gesture', (gesture as { id: string }).id, 'GestureDrawer'),
    interaction: record('interaction', note!.id, 'InteractionDrawer'),
    promise: { ...record('promise', promise!.id, 'PromiseDrawer'), falling: true },
    order: record('order', order.id, 'OrderDrawer'),
    voice: record('voice', voice!.id, 'VoiceDrawer'),
    incident: {
      of: ['Told'],
      async open(page) {
        await go(page, `#/incidents/${incident}/told`)
        await expect(page.locator('main .told')).toBeVisible()
        return page.locator('main .told')
      }
    },
    ...Object.fromEntries(
      sheet.lines
        .slice(0, 2)
        .map(({ id, title }) => [
          `line ${title}`,
          ofIncident('LineDrawer', '', async (page) => row(page, (await lineNow(id)).title))
        ])
    ),
    driver: ofIncident('DriverDrawer', '', async (page) => row(page, (await driverNow()).name)),
    evidence: ofIncident('EvidencePanel', '/evidence', async (page) => {
      const now = (await ask('incidents.get', { id: incident })).evidence.find(({ id }) => id === mail.id)!
      await page.getByText(now.title).first().click()
    }),
    option: {
      of: ['OptionDrawer', 'RemedyFields', 'AutoText'],
      async open(page) {
        await go(page, `#/cases/${open.id}`)
        const all = (await ask('cases.get', { id: open.id })).options
        const { title } = all.find(({ remedies }) => remedies.length > 0)!
        await page.getByRole('button', { name: title }).first().click()
        await expect(drawer(page).getByRole('button', { name: 'Done' })).toBeVisible()
        return drawer(page)
      }
    },
    case: {
      of: ['AskSection', 'Recommend', 'FactRow', 'AutoText'],
      async open(page) {
        await go(page, `#/cases/${open.id}`)
        await expect(page.locator('main textarea').first()).toBeVisible()
        return page.locator('main')
      }
    },
    outcome: {
      of: ['Decision', 'AutoText'],
      async open(page) {
        await go(page, `#/cases/${decided.id}`)
        const section = page.locator('main section').filter({ has: page.getByLabel('The remedy arrived on') })
        await expect(section.locator('textarea')).toBeVisible()
        return section
      }
    }
  }
}

test('what is typed into any field that saves by itself is what is stored', async ({ launch }) => {
  test.setTimeout(240_000)
  const redress = await launch()
  const { page } = redress
  const crashes: string[] = []
  page.on('pageerror', (error) => crashes.push(String(error)))
  const all = await forms(redress)
  const answers = await slowAnswers(redress, 500)
  for (const [at, [name, { open, falling }]] of Object.entries(all).entries()) {
    await test.step(name, async () => {
      const form = await open(page)
      const typed = await fill(page, form, 0, { falling, mark: String.fromCharCode(97 + at), at })
      expect(typed.length, `${name} has fields`).toBeGreaterThan(0)
      // what is still in hand when the page is left is taken as well
      await go(page, '#/desk')
      await answers.settled()
      const again = await open(page)
      const wrong = async (): Promise<string[]> => {
        const now = await shown(again)
        return typed
          .filter(({ text }, n) => now[n]?.value.replace(/\u00a0/g, ' ') !== text)
          .map(
            ({ label, text }) => `${label}: typed “${text}”, stored “${now[typed.findIndex((one) => one.text === text)]?.value}”`
          )
      }
      await expect.configure({ soft: true }).poll(wrong, { message: name, timeout: 5_000 }).toEqual([])
      await go(page, '#/desk')
    })
  }
  expect(crashes).toEqual([])
})

test('no form that saves by itself is left out', async () => {
  const root = 'src/renderer'
  const holds = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte') && /\bfollowed[<(]/.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => file.replace(/^.*[\\/]|\.svelte$/g, ''))
  const typed = readFileSync('test/e2e/what-is-typed.test.ts', 'utf8')
  expect(holds.filter((name) => !typed.includes(`'${name}'`))).toEqual([])
})
