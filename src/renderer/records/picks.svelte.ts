import type { Pickable, Picked, Picks } from '../../shared/contract/pick'
import { live, type Live } from '../live.svelte'

const questions = {
  customer: 'customers.pick',
  incident: 'incidents.pick',
  order: 'orders.pick',
  promise: 'promises.pick',
  evidence: 'evidence.pick'
} as const

/** Records to choose from, however many there are. */
export interface Picker {
  /** The first that bear what was typed, and the chosen ones after them. */
  readonly rows: readonly Picked[]
  /** How many there are in all; undefined until the first answer. */
  readonly total: number | undefined
  /** What was typed has not been answered yet. */
  readonly waiting: boolean
  /** Takes what is being typed. */
  search(text: string): void
  /** Takes an id, gives the record where it is known. */
  find(id: string | null): Picked | undefined
}

/**
 * Takes a kind of record, whose they are (of customers themselves: nobody's; null: nobody is known yet), which are chosen
 * already, and of promises whether only those that no incident came of; gives those to choose from. Only the first are asked for; where there are more, what is typed is asked for. To be
 * called while a component is set up.
 */
export function picks(
  entity: Pickable,
  asked: () => { customerId?: string | null; free?: boolean; ids?: readonly (string | null | undefined)[] } | null
): Picker {
  let typed = $state('')
  const words = $derived(typed.trim().slice(0, 300))
  const ask = (input: () => { words?: string; ids?: string[]; first?: number } | null): Live<Picks> =>
    live(() => {
      const [whose, more] = [asked(), input()]
      if (!whose || !more || whose.customerId === null) return null
      const { customerId, free } = whose
      return [questions[entity], { ...more, ...(customerId && { customerId }), ...(free && { free }) } as never]
    }) as Live<Picks>

  const first = ask(() => ({}))
  const whole = $derived(!first.data || first.data.total <= first.data.rows.length)
  const further = ask(() => (whole || !words ? null : { words }))
  const answered = $derived(whole || !words || further.data?.words === words)
  const found = $derived((whole || !words || !answered ? first : further).data?.rows ?? [])
  const chosen = $derived((asked()?.ids ?? []).filter((id): id is string => Boolean(id)))
  const lacking = $derived(first.data ? chosen.filter((id) => !first.data!.rows.some((row) => row.id === id)) : [])
  const named = ask(() => (lacking.length > 0 ? { ids: lacking, first: 1 } : null))
  const rows = $derived([...found, ...(named.data?.named ?? []).filter(({ id }) => !found.some((row) => row.id === id))])

  return {
    get rows() {
      return rows
    },
    get total() {
      return first.data?.total
    },
    get waiting() {
      return !answered
    },
    search(text) {
      typed = text
    },
    find: (id) => (first.data?.rows.find((row) => row.id === id) ?? rows.find((row) => row.id === id)) || undefined
  }
}
