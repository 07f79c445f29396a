import { m } from '../../messages/messages.js'
import { on, type Kind } from './kind'

/** Customers, who works there, and what was said and given. */
export const people = {
  customer: {
    word: m.journal_entity_customer,
    made: m.done_create_customer,
    family: 'customers',
    home: null,
    ties: {},
    tiedTo: null,
    dates: [[on('customerSince', m.imports_field_customer_since), on('renewalOn', m.imports_field_renewal_on)]],
    amounts: ['yearlyRevenue', 'yearlyMargin'],
    states: [],
    found: { as: m.nav_customers, rank: 1, tab: null }
  },
  contact: {
    word: m.journal_entity_contact,
    made: m.done_create_contact,
    family: 'contacts',
    home: 'customerId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.customers_tab_contacts, rank: 8, tab: 'contacts' }
  },
  gesture: {
    word: m.journal_entity_gesture,
    made: m.done_create_gesture,
    family: 'gestures',
    home: 'customerId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: ['cost'],
    states: [],
    found: { as: m.customers_tab_gestures, rank: 9, tab: 'gestures' }
  },
  interaction: {
    word: m.journal_entity_interaction,
    made: m.done_create_interaction,
    family: 'interactions',
    home: 'customerId',
    ties: { contactId: 'contact', orderId: 'order' },
    tiedTo: null,
    dates: [[on('at', m.imports_field_at), on('repliedAt', m.imports_field_replied_at)]],
    amounts: [],
    states: [],
    found: { as: m.timeline_kind_interaction, rank: 6, tab: null }
  },
  voice: {
    word: m.journal_entity_voice,
    made: m.done_create_voice,
    family: 'voice',
    home: 'customerId',
    ties: { contactId: 'contact', interactionId: 'interaction', incidentId: 'incident' },
    tiedTo: ['metEntity', 'metId'],
    dates: [
      [on('saidAt', m.timeline_voice_said), on('answeredOn', m.wishes_answered_on)],
      [on('answeredOn', m.wishes_answered_on), on('toldOn', m.wishes_told_on)]
    ],
    amounts: [],
    states: [
      { says: 'state', states: ['met'], rests: ['answer', 'metId', 'release'], text: m.timeline_voice_needs_answer },
      { says: 'state', states: ['declined'], rests: ['answer'], text: m.timeline_voice_needs_why }
    ],
    found: { as: m.search_kind_voice, rank: 7, tab: 'voice' }
  }
} satisfies Record<string, Kind>
