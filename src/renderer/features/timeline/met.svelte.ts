import type { Voice } from '../../../shared/records/timeline'
import type { ComboOption } from '../../ui/ComboBox.svelte'
import { showDate } from '../../ui/format'
import { live } from '../../live.svelte'
import { picks, type Picker } from '../../records/picks.svelte'

/** What the customer's words can have been met by, each as "promise:01…" with its name. */
export interface MetRecords {
  readonly options: ComboOption[]
  readonly waiting: boolean
  search(text: string): void
}

/** Takes whose words they are and what they are said to have been met by; gives the records that can have met them. To be called while a component is set up. */
export function metRecords(customerId: () => string, met: () => string | null): MetRecords {
  const chosen = (kind: string): string | null => {
    const [entity, id] = met()?.split(':') ?? []
    return entity === kind ? id! : null
  }
  const promises = picks('promise', () => ({ customerId: customerId(), ids: [chosen('promise')] }))
  const customer = live(() => ['customers.get', { id: customerId() }])
  const orders = picks('order', () => ({ customerId: customerId(), ids: [chosen('order')] }))
  const evidence = picks('evidence', () => ({ customerId: customerId(), ids: [chosen('evidence')] }))
  const asked = [promises, orders, evidence]
  const named = (kind: string, { rows }: Picker) =>
    rows.map(({ id, title, ref }) => ({ value: `${kind}:${id}`, label: title, detail: ref }))
  return {
    get options() {
      const { gestures = [] } = customer.data ?? {}
      return [
        ...named('promise', promises),
        ...gestures.map(({ id, words, givenOn }) => ({ value: `gesture:${id}`, label: words, detail: showDate(givenOn) })),
        ...named('order', orders),
        ...named('evidence', evidence)
      ]
    },
    get waiting() {
      return asked.some(({ waiting }) => waiting)
    },
    search(text) {
      for (const each of asked) each.search(text)
    }
  }
}

/** Each takes the one, gives the other: what met the words, as a choice and as it is stored. */
export const metValue = ({ metEntity, metId }: Pick<Voice, 'metEntity' | 'metId'>): string | null =>
  metId ? `${metEntity}:${metId}` : null
export function metOf(value: string | null): Pick<Voice, 'metEntity' | 'metId'> {
  const [metEntity, metId] = value?.split(':') ?? []
  return metId ? { metEntity: metEntity as Voice['metEntity'], metId } : { metEntity: null, metId: null }
}
