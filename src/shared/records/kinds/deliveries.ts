import { m } from '../../messages/messages.js'
import { on, type Kind } from './kind'

const [ordered, promised, shipped, received, cancelled] = [
  on('orderedOn', m.imports_field_ordered_on),
  on('promisedOn', m.imports_field_promised_on),
  on('shippedOn', m.imports_field_shipped_on),
  on('receivedOn', m.imports_field_received_on),
  on('cancelledOn', m.imports_field_cancelled_on)
]
const [made, due, closed] = [
  on('madeAt', m.imports_field_made_at),
  on('dueAt', m.imports_field_due_at),
  on('closedAt', m.imports_field_closed_at)
]

/** Promises and orders. */
export const deliveries = {
  promise: {
    word: m.journal_entity_promise,
    made: m.done_create_promise,
    family: 'promises',
    home: 'customerId',
    ties: { contactId: 'contact', orderId: 'order', interactionId: 'interaction', incidentId: 'incident' },
    tiedTo: null,
    dates: [
      [made, due],
      [made, closed]
    ],
    amounts: [],
    states: [{ says: 'outcome', states: ['kept'], rests: ['closedAt'], text: m.promises_closed_needed, at: 'closedAt' }],
    found: { as: m.promises_promises, rank: 4, tab: 'promises' }
  },
  promiseDate: {
    word: m.journal_entity_promise_date,
    made: null,
    family: null,
    home: null,
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  },
  order: {
    word: m.journal_entity_order,
    made: m.done_create_order,
    family: 'orders',
    home: 'customerId',
    ties: {},
    tiedTo: null,
    dates: [
      [ordered, promised],
      [ordered, shipped],
      [ordered, received],
      [ordered, cancelled],
      [shipped, received]
    ],
    amounts: ['value'],
    states: [],
    found: { as: m.orders_orders, rank: 5, tab: 'orders' }
  }
} satisfies Record<string, Kind>
