import { m } from '../../messages/messages.js'
import type { Kind } from './kind'

/** What the workspace keeps for itself. */
export const house = {
  signal: {
    word: m.journal_entity_signal,
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
  mapping: {
    word: m.journal_entity_mapping,
    made: null,
    family: 'mappings',
    home: null,
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  },
  import: {
    word: m.journal_entity_import,
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
  importedRow: {
    word: m.journal_entity_imported_row,
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
  exercise: {
    word: m.journal_entity_exercise,
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
  setting: {
    word: m.journal_entity_setting,
    made: null,
    family: null,
    home: null,
    ties: {},
    tiedTo: null,
    dates: [],
    amounts: [],
    states: [],
    found: null
  }
} satisfies Record<string, Kind>
