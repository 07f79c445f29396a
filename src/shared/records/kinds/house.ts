import { m } from '../../messages/messages.js'
import type { Kind } from './kind'

/** It has no place among what people record: nothing is tied, dated or found by it. */
const apart = {
  made: null,
  home: null,
  ties: {},
  tiedTo: null,
  dates: [],
  amounts: [],
  states: [],
  found: null
} satisfies Omit<Kind, 'word' | 'family'>

/** What the workspace keeps for itself. */
export const house = {
  signal: { ...apart, word: m.journal_entity_signal, family: null },
  evidenceUse: { ...apart, word: m.journal_entity_evidence_use, family: null },
  mapping: { ...apart, word: m.journal_entity_mapping, family: 'mappings' },
  import: { ...apart, word: m.journal_entity_import, family: null },
  importedRow: { ...apart, word: m.journal_entity_imported_row, family: null },
  exercise: { ...apart, word: m.journal_entity_exercise, family: null },
  setting: { ...apart, word: m.journal_entity_setting, family: null }
} satisfies Record<string, Kind>
