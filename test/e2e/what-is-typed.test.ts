// What is typed is what is stored: into every field of every form that saves by itself, at the speed of any hand, each
// right after the one before was left, while answers take their time.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test, type Redress } from './support/app'
import { slowAnswers } from './support/slow'

/** Milliseconds a key, in turn from field to field, beginning elsewhere in each form; the slow ones are what takes time. */
const speeds = [5, 120, 5, 50, 5, 5, 300, 5, 5, 50, 5, 5, 5]
/** What is longer, such as a date, is typed slowly a few times only: of each kind of field at each of these. */
const everyOne = [300, 120, 50, 5]
const longer = 5
/** Each of these in every field, one after the other, where there is time for it (npm run endurance). */
const each = process.env.REDRESS_SPEEDS?.split(',').map(Number)

interface Form {
  /** The components that hold it, by the names of their files. */
  of: string[]
  /** Its later dates stand before its earlier ones. */
  falling?: true
  /** What is left as it is chosen: it would ask other questions, or other records would have to agree with it. */
  keep?: RegExp
  /** Opens it; gives where its fields are. */
  open(page: Page): Promise<Locator>
}
/** How a form is filled: with falling dates, with a mark of its own in every text. */
interface Filling {
  falling?: boolean
  keep?: RegExp
  mark: string
  /** The number of the form: its fields begin with another speed. */
  at: number
  /** One speed for all of them. */
  speed?: number
  /** How fast each kind of field has been typed into so far. */
  typedAt: Map<Kind, Set<number>>
}
interface Typed {
  label: string
  key: string
  kind: Kind
  text: string
}

/** Another currency would make other amounts of what is recorded, and is refused. */
const amounts = /^Currency/
const go = (page: Page, hash: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash
  }, hash)
const drawer = (page: Page): Locator => page.locator('aside.drawer').last()
/** Everything in a form that can be set: what is typed into, and what is chosen. Of a group of radio buttons the first. */
const controls = 'input:not([type=date], [type=file], :disabled), textarea:not(:disabled), select:not(:disabled)'

type Kind = 'text' | 'number' | 'email' | 'link' | 'date' | 'time' | 'combo' | 'select' | 'choice' | 'checkbox'
interface Control {
  /** What it is called, with its group. */
  label: string
  /** What it is known by, whatever is typed: its own name and, of several alike, its number. */
  key: string
  kind: Kind
  value: string
  /** The mark that it was given when it was last looked at. */
  at: number
}
/** Whatever is typed into these asks for nothing more; what is chosen, and a day, may. */
const alone = new Set<Kind>(['text', 'number', 'email', 'link', 'time'])
const marked = (form: Locator, { at }: Control): Locator => form.locator(`[data-typed="${at}"]`)

/** The controls of a form as they stand: what each is called, what it takes, what it shows. */
const shown = (form: Locator): Promise<Control[]> =>
  form.locator(controls).evaluateAll((all) => {
    const seen = new Map<string, number>()
    const groups = new Set<string>()
    const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim()
    return all.flatMap((one, at) => {
      const input = one as HTMLInputElement
      one.setAttribute('data-typed', String(at))
      const group = plain(one.closest('[role=group], [role=radiogroup], fieldset')?.querySelector('.label, legend')?.textContent)
      if (!one.checkVisibility({ visibilityProperty: true }) && input.type !== 'radio') return []
      if (input.type === 'radio') {
        if (groups.has(input.name)) return []
        groups.add(input.name)
      }
      const own = input.type === 'radio' ? '' : plain(input.labels?.[0]?.textContent)
      const kind: Kind =
        one instanceof HTMLSelectElement
          ? 'select'
          : input.type === 'radio'
            ? 'choice'
            : input.type === 'checkbox'
              ? 'checkbox'
              : one.getAttribute('role') === 'combobox'
                ? 'combo'
                : one.parentElement?.querySelector('input[type=date]')
                  ? 'date'
                  : input.placeholder === '14:05' || /^Time/.test(own)
                    ? 'time'
                    : input.inputMode === 'decimal'
                      ? 'number'
                      : input.type === 'email'
                        ? 'email'
                        : /Link/.test(own)
                          ? 'link'
                          : 'text'
      const radios = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${CSS.escape(input.name)}"]`)]
      const value =
        one instanceof HTMLSelectElement
          ? plain(one.selectedOptions[0]?.textContent)
          : kind === 'choice'
            ? plain(radios.find(({ checked }) => checked)?.parentElement?.textContent)
            : kind === 'checkbox'
              ? String(input.checked)
              : input.value.replace(/\u00a0/g, ' ')
      // the name of a time says in which zone it is
      const name = kind === 'choice' ? group : kind === 'time' ? kind : own
      const number = (seen.get(name) ?? 0) + 1
      seen.set(name, number)
      return [{ label: `${group} ${own}`.trim(), key: `${name} ${number}`, kind, value, at }]
    })
  })

/** What is typed into the nth field: as it is shown again, rising, so that what must be in order is. */
function textFor(label: string, kind: Kind, n: number, pass: number, { falling, mark }: Filling): string {
  const rising = 10 + n + pass
  if (kind === 'number') return String(rising)
  if (label.startsWith('Working hours')) return `0${n % 9}:00–${10 + (n % 10)}:00`
  if (label.startsWith('Closed on')) return `${1 + (n % 28)} Mar 2025`
  if (kind === 'date' && label.startsWith('Ordered')) return '1 Jan 2025'
  if (kind === 'date' && falling) return `${28 - n} Mar 2027`
  if (kind === 'date') return `${1 + ((n + pass) % 28)} Mar 2025`
  if (kind === 'time') return `09:${rising}`
  if (kind === 'email') return `a${rising}@b.eu`
  if (kind === 'link') return `https://b.eu/${rising}`
  return `${mark} ${rising}`
}

/** Chooses something else in a control by the keyboard. Gives what is then chosen; null where there is nothing else. */
async function choose(page: Page, form: Locator, control: Control, delay: number): Promise<string | null> {
  const element = marked(form, control)
  const now = async (): Promise<string | null> => {
    const value = (await shown(form)).find(({ key }) => key === control.key)?.value
    return value === undefined || value === control.value ? null : value
  }
  if (control.kind === 'checkbox') {
    await element.focus()
    await page.keyboard.press('Space')
    return now()
  }
  if (control.kind === 'choice') {
    const group = form.locator(`input[type=radio][name="${await element.getAttribute('name')}"]`)
    const chosen = group.and(form.locator(':checked'))
    // where none is chosen yet, the first is
    if ((await chosen.count()) === 0) {
      await group.first().focus()
      await page.keyboard.press('Space')
    } else {
      await chosen.focus()
      await page.keyboard.press('ArrowRight')
    }
    return now()
  }
  if (control.kind === 'select') {
    await element.focus()
    await page.keyboard.press('ArrowDown')
    if (!(await now())) await page.keyboard.press('ArrowUp')
    return now()
  }
  await element.focus()
  await page.keyboard.press('ArrowDown')
  const listed = page.locator('.floating.list:not([hidden]) [role=option] .label')
  // records are asked for as one types; a list that nothing fits stays empty
  await listed
    .first()
    .waitFor({ timeout: 2_000 })
    .catch(() => {})
  const names = await listed.allTextContents()
  const [other] = names
    .filter((name) => name !== control.value && names.filter((one) => one.includes(name)).length === 1)
    .sort((a, b) => a.length - b.length)
  if (!other) return null
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(other, { delay })
  return other
}

/** How fast a text is typed into the next field. */
function pace(kind: Kind, text: string, turn: number, { speed, at, typedAt }: Filling): number {
  const done = typedAt.get(kind) ?? new Set()
  typedAt.set(kind, done)
  const inTurn = speeds[(turn + at) % speeds.length]!
  const short = text.length <= longer ? inTurn : (everyOne.find((one) => !done.has(one)) ?? Math.min(inTurn, 5))
  done.add(speed ?? short)
  return speed ?? short
}

async function fill(page: Page, form: Locator, pass: number, how: Filling): Promise<Typed[]> {
  const typed: Typed[] = []
  const done = new Set<string>()
  for (let n = 0, turn = 0; ;) {
    const left = (await shown(form)).filter(({ key }) => !done.has(key))
    if (left.length === 0) return typed
    // what one chooses may ask for more: then it is looked anew
    for (let more = true; more && left.length > 0; turn++) {
      const control = left.shift()!
      const { label, key, kind } = control
      done.add(key)
      if (how.keep?.test(label)) continue
      more = alone.has(kind)
      if (['combo', 'select', 'choice', 'checkbox'].includes(kind)) {
        const text = await choose(page, form, control, Math.min(pace(kind, '', turn, how), 50))
        if (text !== null) typed.push({ label, key, kind, text })
        continue
      }
      const field = marked(form, control)
      // it has gone since, with what it hung on; where it comes back it is met again
      if ((await field.count()) === 0) {
        done.delete(key)
        continue
      }
      const text = textFor(label, kind, n++, pass, how)
      await field.focus()
      await page.keyboard.press('ControlOrMeta+A')
      await page.keyboard.type(text, { delay: pace(kind, text, turn, how) })
      typed.push({ label, key, kind, text })
    }
  }
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
    keep: amounts,
    async open(page) {
      await go(page, `#/incidents/${incident}${tab}`)
      await press(page)
      await expect(drawer(page).getByRole('button', { name: 'Done' })).toBeVisible()
      return drawer(page)
    }
  })
  // by what it is called now: its name is typed over
  const row = (page: Page, name: string): Promise<void> =>
    page
      .getByRole('row')
      .filter({ has: page.getByText(name, { exact: true }) })
      .first()
      .press('Enter')
  const lineNow = async (id: string) => (await ask('losses.sheet', { incidentId: incident })).lines.find((one) => one.id === id)!
  const driverNow = async () => (await ask('losses.sheet', { incidentId: incident })).drivers[0]!
  return {
    settings: {
      of: ['Preferences', 'Ladder', 'Templates', 'Reminders'],
      // another language or theme is another page, another paper writes dates otherwise
      keep: /Language|Theme|Paper/,
      async open(page) {
        await go(page, '#/settings')
        await expect(page.locator('main .preferences')).toBeVisible()
        return page.locator('main .preferences')
      }
    },
    customer: {
      of: ['Details'],
      keep: amounts,
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
      keep: amounts,
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
    ...Object.fromEntries(
      ['Could they have made, sold and staffed it?', 'Which money, of which day, before or after tax?'].map((question) => [
        question,
        ofIncident('QuestionDrawer', '', async (page) => row(page, question))
      ])
    ),
    driver: ofIncident('DriverDrawer', '', async (page) => row(page, (await driverNow()).name)),
    evidence: ofIncident('EvidencePanel', '/evidence', async (page) => {
      const now = (await ask('incidents.get', { id: incident })).evidence.find(({ id }) => id === mail.id)!
      await page.getByText(now.title).first().click()
    }),
    option: {
      of: ['OptionDrawer', 'RemedyFields', 'MoreOfRemedy', 'Reliefs', 'OptionView', 'AutoText'],
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
      of: ['AskSection', 'Recommend', 'FactRow', 'Worth', 'AutoText'],
      // what one looks at is no record
      keep: /^(Currency|By|Budget)/,
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
  test.setTimeout(300_000 * (each ? 5 * each.length : 1))
  const kinds = new Map<Kind, number>()
  const typedAt = new Map<Kind, Set<number>>()
  // most of the time somebody waits, for a key or an answer: three fill in the forms, each in a Redress of their own, and
  // whoever is done takes the next; the longest stand last in the list and are begun first
  let turns: { speed: number | undefined; name: string; at: number }[] | undefined
  const filled = [1, 2, 3].map(async () => {
    const redress = await launch()
    const { page } = redress
    const crashes: string[] = []
    page.on('pageerror', (error) => crashes.push(String(error)))
    const all = await forms(redress)
    turns ??= (each ?? [undefined]).flatMap((speed) =>
      Object.keys(all)
        .map((name, at) => ({ speed, name, at }))
        .reverse()
    )
    const answers = await slowAnswers(redress, 500)
    for (let turn = turns.shift(); turn; turn = turns.shift()) {
      const { speed, name, at } = turn
      const { open, falling, keep } = all[name]!
      await test.step(speed ? `${name}, ${speed} ms a key` : name, async () => {
        const form = await open(page)
        const pass = Math.max(0, each?.indexOf(speed!) ?? 0)
        const typed = await fill(page, form, pass, { falling, keep, mark: String.fromCharCode(97 + at), at, speed, typedAt })
        expect(typed.length, `${name} has fields`).toBeGreaterThan(0)
        for (const { kind } of typed) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
        // what is still in hand when the page is left is taken as well
        await go(page, '#/desk')
        await answers.settled()
        const again = await open(page)
        const wrong = async (): Promise<string[]> => {
          const now = new Map((await shown(again)).map(({ key, value }) => [key, value]))
          return typed
            .filter(({ key, text }) => now.get(key) !== text)
            .map(({ label, key, kind, text }) => `${label} (${kind}): typed “${text}”, stored “${now.get(key)}”`)
        }
        await expect.configure({ soft: true }).poll(wrong, { message: name, timeout: 20_000 }).toEqual([])
        await go(page, '#/desk')
      })
    }
    expect(crashes).toEqual([])
  })
  await Promise.all(filled)
  for (const kind of ['text', 'number', 'date', 'time', 'combo', 'select', 'choice', 'checkbox'] as const)
    expect(kinds.get(kind) ?? 0, `${kind} was filled`).toBeGreaterThan(kind === 'time' ? 0 : 2)
  for (const kind of ['text', 'number', 'date'] as const)
    expect([...typedAt.get(kind)!], `${kind} at every speed`).toEqual(expect.arrayContaining(each ?? everyOne))
})

test('no form that saves by itself is left out', async () => {
  const root = 'src/renderer'
  const holds = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.svelte') && /\bfollowed[<(]/.test(readFileSync(join(root, file), 'utf8')))
    .map((file) => file.replace(/^.*[\\/]|\.svelte$/g, ''))
  const typed = readFileSync('test/e2e/what-is-typed.test.ts', 'utf8')
  expect(holds.filter((name) => !typed.includes(`'${name}'`))).toEqual([])
})
