import { untrack } from 'svelte'
import type { Cliff as StoredCliff } from '../../../shared/records/incidents'
import type { Driver, LossLine, LossSheet } from '../../../shared/contract/losses'
import type { IncidentLoss } from '../../../shared/losses/engine/incident-loss'
import { QUICK_DRAWS } from '../../../shared/losses/quick-draws'
import type { IncidentWaiting } from '../../../shared/losses/engine/incident-waiting'
import { ApiError, call } from '../../api'
import { live } from '../../live.svelte'
import { asLine, lineDraft, problemsOf, withTyped, type TypedLine } from './line'
import type { Day } from '../../../shared/values/flavours'

/** A shared quantity, or a dated step, while it is being typed. */
export type TypedDriver = Pick<Driver, 'id' | 'name' | 'unit' | 'quantity'>
export type TypedCliff = Pick<StoredCliff, 'id' | 'title' | 'on' | 'amount'>

/** An incident's loss as a page shows it: what is stored, and the figures with what is just being typed. */
export interface LossBook {
  readonly sheet: LossSheet | undefined
  /** The stored lines, with the one that is being typed in its place. */
  readonly lines: LossLine[]
  /** The stored shared quantities, with the one that is being typed in its place. */
  readonly drivers: Driver[]
  /** The simulated loss; undefined without lines, or before the first answer. */
  readonly loss: IncidentLoss | undefined
  /** What waiting costs; null when nothing grows, undefined before the first answer. */
  readonly waiting: IncidentWaiting | null | undefined
  /** Why there are no figures, when there are lines. */
  readonly error: string
  /** What is wrong with what is being typed, by path: "inputs.daysLate.low", "quantity". */
  readonly problems: Record<string, string>
  /** Shows figures as they would be with this line; null goes back to what is stored. */
  type(line: TypedLine | null): void
  /** The same with a shared quantity. */
  typeDriver(driver: TypedDriver | null): void
  /** The same with a dated step. */
  typeCliff(cliff: TypedCliff | null): void
  /** The curve of waiting is on the page, with this day among its points, such as the one on which relief would come. */
  lookAt(day: Day | null): void
  /** The curve is no longer on the page: what waiting costs comes after the charts are drawn. */
  lookAway(): void
}

/** Long enough for what is on the page to be drawn, too short to be waited for. */
const AFTER_CHARTS = 60
/** A pause in typing: figures are then asked for with as many draws as other screens show. */
const PAUSE = 300

/** Takes how to learn the incident's id, and its customer's once that is known; gives its loss. To be called while a component is set up. */
export function lossBook(incidentId: () => string, customerId: () => string | undefined = () => undefined): LossBook {
  const sheet = live(() => ['losses.sheet', { incidentId: incidentId() }], customerId)
  let line = $state.raw<TypedLine | null>(null)
  let driver = $state.raw<TypedDriver | null>(null)
  let cliff = $state.raw<TypedCliff | null>(null)
  let also = $state.raw<string[]>([])
  let loss = $state.raw<IncidentLoss>()
  let waiting = $state.raw<IncidentWaiting | null>()
  let error = $state('')
  let problems = $state.raw<Record<string, string>>({})
  let curve = false
  let pause: ReturnType<typeof setTimeout> | undefined
  let paused = false
  let lossPause: ReturnType<typeof setTimeout> | undefined
  let lossPaused = false

  const lines = $derived(
    withTyped(sheet.data?.lines ?? [], line, (one) => asLine(one, incidentId(), sheet.data?.lines.length ?? 0))
  )
  const drivers = $derived(withTyped(sheet.data?.drivers ?? [], driver))

  async function askLoss(): Promise<void> {
    const [typedLine, typedDriver] = [line, driver]
    const typing = typedLine ?? typedDriver
    if (lines.length === 0) {
      loss = undefined
      error = ''
      return
    }
    try {
      const quick = typing !== null && !lossPaused
      // eslint-disable-next-line no-restricted-syntax -- asked one at a time
      loss = await call('losses.simulate', {
        incidentId: incidentId(),
        edits: typing ? edits(typedLine, typedDriver) : undefined,
        ...(quick ? { draws: QUICK_DRAWS } : {})
      })
      if (quick) lossPause = setTimeout(() => void ((lossPaused = true), lossQuestion.ask()), PAUSE)
      error = ''
      problems = {}
    } catch (thrown) {
      const fields = thrown instanceof ApiError ? thrown.fields : {}
      if (typing) problems = problemsOf(fields, typing.id, typedLine ? 'lines' : 'drivers')
      // while something is half typed, the figures before it stay
      if (typing && Object.keys(problems).length > 0) return
      error = thrown instanceof Error ? thrown.message : String(thrown)
      if (!typing) loss = undefined
    }
  }

  async function askWaiting(): Promise<void> {
    const typing = line ?? driver ?? cliff
    const typed = typing ? { ...edits(line, driver), ...(cliff ? { cliffs: [cliff] } : {}) } : undefined
    const quick = typing !== null && !paused
    try {
      // eslint-disable-next-line no-restricted-syntax -- asked one at a time
      waiting = await call('losses.waiting', { incidentId: incidentId(), also, edits: typed, quick })
      if (quick) pause = setTimeout(() => void ((paused = true), waitingQuestion.ask()), PAUSE)
    } catch {
      // the loss says what is wrong; while something is half typed, the curve before it stays
      if (!typing) waiting = null
    }
  }

  const lossQuestion = oneAtATime(askLoss)
  const waitingQuestion = oneAtATime(async () => {
    if (!curve) {
      await lossQuestion.answered()
      await new Promise((done) => setTimeout(done, AFTER_CHARTS))
    }
    await askWaiting()
  })

  $effect(() => {
    void [lines, drivers]
    clearTimeout(lossPause)
    lossPaused = false
    // no pause: one question at a time already holds back what a quick typist would ask in vain
    if (sheet.data) untrack(() => lossQuestion.ask())
  })
  $effect(() => {
    void [lines, drivers, cliff, also]
    clearTimeout(pause)
    paused = false
    if (sheet.data) untrack(() => waitingQuestion.ask())
  })
  $effect(() => () => {
    clearTimeout(pause)
    clearTimeout(lossPause)
  })

  return {
    get sheet() {
      return sheet.data
    },
    get lines() {
      return lines
    },
    get drivers() {
      return drivers
    },
    get loss() {
      return loss
    },
    get waiting() {
      return waiting
    },
    get error() {
      return error || (sheet.error?.message ?? '')
    },
    get problems() {
      return line || driver ? problems : {}
    },
    type(next) {
      line = next
      if (!next) problems = {}
    },
    typeDriver(next) {
      driver = next
      if (!next) problems = {}
    },
    typeCliff(next) {
      cliff = next
    },
    lookAt(day) {
      curve = true
      if (day !== (also[0] ?? null)) also = day ? [day] : []
    },
    lookAway() {
      curve = false
      also = []
    }
  }
}

function edits(line: TypedLine | null, driver: TypedDriver | null) {
  return { ...(line ? { lines: [{ id: line.id, ...lineDraft(line) }] } : {}), ...(driver ? { drivers: [driver] } : {}) }
}

/**
 * Takes what asks, gives how to have it asked: one question at a time; what changes meanwhile is asked for once, at its
 * latest. `answered` resolves when nothing is left to ask.
 */
function oneAtATime(question: () => Promise<void>): { ask: () => void; answered: () => Promise<void> } {
  let running: Promise<void> | null = null
  let again = false
  async function run(): Promise<void> {
    do {
      again = false
      await question()
    } while (again)
    running = null
  }
  return {
    ask() {
      if (running) again = true
      else running = run()
    },
    answered: async () => {
      await running
    }
  }
}
