import type { Voice } from '../../../shared/records/timeline'
import type { ComboOption } from '../../ui/ComboBox.svelte'
import { showDate } from '../../ui/format'
import { live } from '../../live.svelte'

/** What the customer's words can have been met by, each as "promise:01…" with its name. */
export interface MetRecords {
  readonly options: ComboOption[]
}

/** Takes whose words they are, gives the records that can have met them. To be called while a component is set up. */
export function metRecords(customerId: () => string): MetRecords {
  const promises = live(() => ['promises.list', { customerId: customerId() }])
  const customer = live(() => ['customers.get', { id: customerId() }])
  const orders = live(() => ['orders.list', { customerId: customerId() }])
  const evidence = live(() => ['evidence.list', { customerId: customerId() }])
  return {
    get options() {
      const { gestures = [] } = customer.data ?? {}
      return [
        ...(promises.data ?? []).map(({ id, words, ref }) => ({ value: `promise:${id}`, label: words, detail: ref })),
        ...gestures.map(({ id, words, givenOn }) => ({ value: `gesture:${id}`, label: words, detail: showDate(givenOn) })),
        ...(orders.data ?? []).map(({ id, title, ref }) => ({ value: `order:${id}`, label: title, detail: ref })),
        ...(evidence.data ?? []).map(({ id, title, ref }) => ({ value: `evidence:${id}`, label: title, detail: ref }))
      ]
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
