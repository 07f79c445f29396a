// `m` for the page: it loads the one language it speaks, before it shows anything, and another when a person changes it.
import { describe, type Table } from './describe'

const files = import.meta.glob<Table>('../shared/messages/words/*.json', { import: 'default' })
const tables = new Map<string, Table>()
let last: Table = {}

/** Loads a language; from then on its sentences are there. Error: its file cannot be loaded. */
export async function loadWords(locale: string): Promise<void> {
  const table = tables.get(locale) ?? (await files[`../shared/messages/words/${locale}.json`]!())
  tables.set(locale, table)
  last = table
}

// a language that was not loaded is spoken in the one that was
export const m = describe((locale) => tables.get(locale) ?? last)
