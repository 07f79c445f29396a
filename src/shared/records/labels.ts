import { oneLine } from '../values/one-line'
import { cut } from '../values/truncate'
import type { Deed, Entity, Label } from '../contract/journal'
import { m } from '../messages/messages.js'
import { kinds } from './kinds'
import type { Word } from './kinds/kind'
import type { Locale } from '../messages/runtime.js'

const deedWords: Record<Deed, Word> = {
  create: m.journal_deed_create,
  change: m.journal_deed_change,
  trash: m.journal_deed_trash,
  restore: m.journal_deed_restore,
  close: m.journal_deed_close,
  reopen: m.journal_deed_reopen,
  renegotiate: m.journal_deed_renegotiate,
  tie: m.journal_deed_tie,
  untie: m.journal_deed_untie,
  answer: m.journal_deed_answer,
  confirm: m.journal_deed_confirm,
  decide: m.journal_deed_decide,
  escalate: m.journal_deed_escalate,
  import: m.journal_deed_import,
  attach: m.journal_deed_attach,
  order: m.journal_deed_order,
  configure: m.journal_deed_configure,
  build: m.journal_deed_build,
  erase: m.journal_deed_erase,
  snooze: m.journal_deed_snooze,
  merge: m.journal_deed_merge
}

const longestName = 60

/**
 * Takes what a change did, gives its label: "New: promise — The spare parts leave tonight". A long name is cut at 60
 * characters. Without a locale it is in the current language.
 */
export function labelText(label: Label, locale?: Locale): string {
  const given = locale && { locale }
  const parts = { deed: deedWords[label.deed]({}, given), entity: entityWord(label.entity, locale) }
  const name = oneLine(label.name)
  if (!name) return m.journal_label(parts, given)
  return m.journal_label_named({ ...parts, name: cut(name, longestName) }, given)
}

/** Takes a kind of record, gives its word in lower case as it stands within a label: "promise". */
export function entityWord(entity: Entity, locale?: Locale): string {
  return kinds[entity].word({}, locale && { locale })
}
