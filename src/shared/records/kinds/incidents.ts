import { m } from '../../messages/messages.js'
import { on, type Kind } from './kind'

const began = on('began', m.incident_began)
const [harmEarliest, harmEnds, harmLatest] = [
  on('harmEndsEarliest', m.incident_harm_earliest),
  on('harmEnds', m.incident_harm_ends),
  on('harmEndsLatest', m.incident_harm_latest)
]

/** Incidents, what they cost, and what shows it. */
export const incidents = {
  incident: {
    word: m.journal_entity_incident,
    made: m.done_create_incident,
    family: 'incidents',
    home: 'customerId',
    ties: { harmEndsOrderId: 'order', harmEndsPromiseId: 'promise' },
    tiedTo: null,
    dates: [
      [began, on('ended', m.incident_ended)],
      [began, harmEnds],
      [began, harmEarliest],
      [harmEarliest, harmEnds],
      [harmEnds, harmLatest],
      [harmEarliest, harmLatest]
    ],
    amounts: [],
    states: [
      { says: 'state', states: ['contained'], rests: ['containment'], text: m.incident_state_needs_containment },
      { says: 'state', states: ['resolved', 'closed'], rests: ['ended'], text: m.incident_state_needs_end },
      { says: 'state', states: ['closed'], rests: ['cause'], text: m.incident_state_needs_cause },
      { says: 'causeState', states: ['suspected', 'confirmed'], rests: ['cause'], text: m.incident_cause_needs_words }
    ],
    found: { as: m.nav_incidents, rank: 2, tab: null }
  },
  incidentOrder: {
    word: m.journal_entity_incident_order,
    made: null,
    family: null,
    home: null,
    ties: { orderId: 'order' },
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  },
  cliff: {
    word: m.journal_entity_cliff,
    made: m.done_create_step,
    family: 'cliffs',
    home: 'incidentId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  },
  evidence: {
    word: m.journal_entity_evidence,
    made: m.done_create_evidence,
    family: 'evidence',
    home: 'customerId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.timeline_kind_evidence, rank: 10, tab: null }
  },
  evidenceLink: {
    word: m.journal_entity_evidence_link,
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
  lossLine: {
    word: m.journal_entity_loss_line,
    made: m.done_create_line,
    family: 'lossLines',
    home: 'incidentId',
    ties: { orderId: 'order' },
    tiedTo: ['proofEntity', 'proofId'],
    dates: [[on('harmFrom', m.loss_ui_harm_from), on('harmTo', m.loss_ui_harm_to)]],
    amounts: [],
    states: [],
    found: { as: m.brief_lines, rank: 11, tab: null }
  },
  driver: {
    word: m.journal_entity_driver,
    made: null,
    family: 'drivers',
    home: 'incidentId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  },
  rate: {
    word: m.journal_entity_rate,
    made: m.done_create_rate,
    family: 'rates',
    home: null,
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  },
  guardAnswer: {
    word: m.journal_entity_guard_answer,
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
  answer: {
    word: m.journal_entity_answer,
    made: null,
    family: 'answers',
    home: 'incidentId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  }
} satisfies Record<string, Kind>
