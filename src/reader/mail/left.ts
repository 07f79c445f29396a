import { decodeWords } from 'postal-mime'
import type { Head } from './mail'

/** What Gmail calls the folders of mails that were never sent, are junk, or were thrown away, in the languages of our users. */
const folders: Readonly<Record<'draft' | 'junk' | 'deleted', ReadonlySet<string>>> = {
  draft: new Set(['drafts', 'draft', 'πρόχειρα', 'borradores', 'mustandid', 'mga draft', 'entwürfe', 'brouillons']),
  junk: new Set(['spam', 'junk', 'ανεπιθύμητα', 'correo no deseado', 'rämpspost', 'pourriel']),
  deleted: new Set(['trash', 'bin', 'κάδος', 'κάδος απορριμμάτων', 'papelera', 'prügikast', 'basurahan', 'papierkorb', 'corbeille'])
}
/** The bit by which Thunderbird marks what was deleted and still stands in the file of its folder. */
const expunged = 0x8

/** Takes what a mailbox wrote beside a mail, gives why it is none of those that were exchanged; null where it is one. */
export function leftIn(labels: string, mozilla: string, unsent: string): Head['left'] {
  if (unsent.trim() === '1') return 'draft'
  if (/^[0-9a-f]{4}$/i.test(mozilla.trim()) && (Number.parseInt(mozilla, 16) & expunged) !== 0) return 'deleted'
  if (labels === '') return null
  const own = decodeWords(labels)
    .toLowerCase()
    .split(',')
    .map((label) => label.trim().replaceAll('"', ''))
  for (const left of ['draft', 'junk', 'deleted'] as const) if (own.some((label) => folders[left].has(label))) return left
  return null
}
