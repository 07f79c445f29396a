import { ApiError } from '../api'
import { ofThisWorkspace, owe } from './owed'
import { now } from '../ui/clock.svelte'

/** How the saving of a form stands: at the foot "Saved 12:03", at the fields what is wrong with them. */
export interface Saving {
  /** When it was last saved, in milliseconds since the epoch. */
  readonly at: number | null
  readonly saving: boolean
  /** What went wrong that belongs to no field. */
  readonly error: string
  /** What is wrong with each field. */
  readonly fields: Record<string, string>
  /** Saves; true when it was done. Problems are kept here, not thrown. One after another, in the order they came. */
  save(patch: object): Promise<boolean>
  /** Hears of each patch when it is sent, and whether it was taken in the end. */
  onsend(listener: (patch: object, done: Promise<boolean>) => void): void
  /** Forgets earlier problems, as when a form is opened again. */
  clear(): void
}

/** Takes what writes a patch, gives the state of saving it. To be called while a component is set up. */
export function saving(write: (patch: object) => Promise<unknown>): Saving {
  let at = $state<number | null>(null)
  let busy = $state(0)
  let error = $state('')
  let fields = $state.raw<Record<string, string>>({})
  let last: Promise<unknown> = Promise.resolve()
  const still = ofThisWorkspace()
  /** What was refused at its fields and still stands in the form. */
  const refused = new Map<string, unknown>()
  const listeners: ((patch: object, done: Promise<boolean>) => void)[] = []

  function save(patch: object): Promise<boolean> {
    const done = owe(send(patch, last))
    last = done
    for (const listener of listeners) listener(patch, done)
    return done
  }
  async function send(patch: object, before: Promise<unknown>): Promise<boolean> {
    const writing = busy > 0
    busy++
    try {
      // what is sent at once reaches the file even if the page goes
      if (writing) await before
      // what was typed in one workspace is not written into the next, whatever has kept it waiting
      if (!still()) return false
      await write(patch)
      at = Date.parse(now())
      error = ''
      fields = without(fields, patch)
      for (const field of Object.keys(patch)) refused.delete(field)
      again()
      return true
    } catch (thrown) {
      const named = thrown instanceof ApiError ? thrown.fields : {}
      for (const [field, value] of Object.entries(patch)) if (`patch.${field}` in named || field in named) refused.set(field, value)
      if (Object.keys(named).length > 0) {
        for (const [path, sentence] of Object.entries(named)) fields = { ...fields, [path.replace(/^patch\./, '')]: sentence }
        error = ''
      } else error = thrown instanceof Error ? thrown.message : String(thrown)
      return false
    } finally {
      busy--
    }
  }

  /** What was refused for want of something that another field has since said is tried once more. */
  function again(): void {
    const wanting = [...refused]
    refused.clear()
    for (const [field, value] of wanting) void save({ [field]: value })
  }

  return {
    get at() {
      return at
    },
    get saving() {
      return busy > 0
    },
    get error() {
      return error
    },
    get fields() {
      return fields
    },
    save,
    onsend(listener) {
      listeners.push(listener)
    },
    clear() {
      error = ''
      fields = {}
      refused.clear()
    }
  }
}

function without(fields: Record<string, string>, patch: object): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([path]) => !(path in patch)))
}
