import { m } from '../../messages/messages.js'
import type { Kind } from './kind'

/** Cases, what is asked in them, and what came of it. */
export const cases = {
  case: {
    word: m.journal_entity_case,
    made: m.done_create_case,
    family: 'cases',
    home: 'customerId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.nav_cases, rank: 3, tab: null }
  },
  caseIncident: {
    word: m.journal_entity_case_incident,
    made: null,
    family: null,
    home: null,
    ties: { incidentId: 'incident' },
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  },
  fact: {
    word: m.journal_entity_fact,
    made: null,
    family: 'facts',
    home: 'caseId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.case_facts, rank: 12, tab: null }
  },
  option: {
    word: m.journal_entity_option,
    made: null,
    family: 'options',
    home: 'caseId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.case_options, rank: 13, tab: null }
  },
  remedy: {
    word: m.journal_entity_remedy,
    made: null,
    family: 'remedies',
    home: 'optionId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.case_actions, rank: 14, tab: null }
  },
  optionRemedy: {
    word: m.journal_entity_option_remedy,
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
  decision: {
    word: m.journal_entity_decision,
    made: null,
    family: null,
    home: 'caseId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.case_decision, rank: 15, tab: null }
  },
  outcome: {
    word: m.journal_entity_outcome,
    made: null,
    family: 'outcomes',
    home: 'caseId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.case_outcome, rank: 16, tab: null }
  },
  asking: {
    word: m.journal_entity_asking,
    made: null,
    family: 'askings',
    home: 'caseId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.case_askings, rank: 17, tab: null }
  },
  objection: {
    word: m.journal_entity_objection,
    made: null,
    family: 'objections',
    home: 'caseId',
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: { as: m.case_questions, rank: 18, tab: null }
  },
  briefVersion: {
    word: m.brief_entity_version,
    made: null,
    family: 'briefVersions',
    home: null,
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  }
} satisfies Record<string, Kind>
