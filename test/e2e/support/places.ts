import type { Redress } from './app'

/** The places of the sample that show everything there is to see. */
export interface Places {
  /** The ids of a customer with all kinds of records, of an incident of theirs, and of a case that is not decided. */
  customer: string
  incident: string
  file: string
  /** A record of that customer as the drawer is asked for it: "voice.01…". */
  voice: string
  /** Every screen, with all its tabs and two drawers: what stands after "#/". */
  all: string[]
}

/** Takes a Redress with its sample open, gives the places of it. */
export async function placesOf({ ask }: Pick<Redress, 'ask'>): Promise<Places> {
  const [customers, cases] = await Promise.all([ask('customers.list', {}), ask('cases.list', {})])
  const customer = customers.find(({ name }) => name.startsWith('Halden'))!.id
  const incident = (await ask('incidents.list', { customerId: customer }))[0]!.id
  const file = cases.find(({ state }) => state === 'draft' || state === 'ready')!.id
  const [promise] = await ask('promises.list', { customerId: customer })
  const [order] = await ask('orders.list', { customerId: customer })
  const voice = (await ask('voice.list', { customerId: customer })).find(({ state }) => state === 'open')!
  const of = (place: string, tabs: readonly string[]): string[] => [place, ...tabs.map((tab) => `${place}/${tab}`)]
  return {
    customer,
    incident,
    file,
    voice: `voice.${voice.id}`,
    all: [
      'desk',
      'customers',
      ...of(`customers/${customer}`, [
        'promises',
        'orders',
        'incidents',
        'voice',
        'contacts',
        'gestures',
        'cases',
        'details',
        'call-sheet',
        'line',
        `promises?open=promise.${promise!.id}`,
        `orders?open=order.${order!.id}`
      ]),
      'incidents',
      ...of(`incidents/${incident}`, ['charts', 'waiting', 'told', 'orders', 'promises', 'evidence', 'voice', 'history']),
      'cases',
      ...of(`cases/${file}`, ['brief']),
      'wishes',
      'search?q=freezer',
      'import',
      ...of('settings', ['data', 'trash', 'keyboard', 'about'])
    ]
  }
}
