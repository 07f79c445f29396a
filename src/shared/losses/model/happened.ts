import type { Incident } from '../../records/incidents'

/** What happened to the customer, as they would say it: the way into the calculators. */
export const happened = ['sell', 'stood', 'waited', 'extra', 'penalty', 'goods', 'time', 'owed', 'other'] as const
export type Happened = (typeof happened)[number]

/** What each calculator reckons, by its id; a test holds the table against the list of calculators. */
export const happenedOf: Readonly<Record<string, Happened>> = {
  'late-delivery': 'sell',
  'lost-sales': 'sell',
  'lost-profit': 'sell',
  'gross-profit': 'sell',
  'interruption-worksheet': 'sell',
  'contingent-interruption': 'sell',
  'line-down': 'stood',
  'idle-labour': 'stood',
  outage: 'stood',
  availability: 'stood',
  'telecoms-uk': 'waited',
  'power-cut-gb': 'waited',
  'flight-eu': 'waited',
  'denied-boarding-us': 'waited',
  'rail-eu': 'waited',
  'delay-repay-uk': 'waited',
  'energy-standards-gb': 'waited',
  expedite: 'extra',
  demurrage: 'extra',
  rework: 'extra',
  returns: 'extra',
  warranty: 'extra',
  'poor-quality': 'extra',
  'liquidated-damages': 'penalty',
  scrap: 'goods',
  'seasonal-stock': 'goods',
  'carriage-limit': 'goods',
  'baggage-us': 'goods',
  'time-and-trouble': 'time',
  overcharge: 'owed',
  'provider-credit': 'owed',
  'simple-interest': 'owed',
  'compound-interest': 'owed',
  'period-interest': 'owed',
  'late-payment-eu': 'owed',
  'late-payment-uk': 'owed',
  'flight-refund-us': 'owed',
  'plain-amount': 'other',
  'own-formula': 'other'
}

/** What usually happens to a customer in an incident of each kind, the likeliest first. */
const fitting: Record<Incident['kind'], readonly Happened[]> = {
  'late-delivery': ['sell', 'stood', 'extra', 'penalty'],
  'short-delivery': ['sell', 'stood', 'extra'],
  'wrong-goods': ['extra', 'goods', 'sell'],
  defect: ['goods', 'stood', 'extra'],
  outage: ['stood', 'sell', 'waited'],
  billing: ['owed', 'time'],
  service: ['waited', 'time', 'extra'],
  conduct: ['time', 'owed'],
  other: []
}

/** Takes a kind of incident, gives what may have happened, what fits it first, and how many of them do. */
export function happenedIn(kind: Incident['kind'] | undefined): { order: Happened[]; fit: number } {
  const first = kind ? fitting[kind] : []
  return { order: [...first, ...happened.filter((one) => !first.includes(one))], fit: first.length }
}
