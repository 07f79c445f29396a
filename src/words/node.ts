// `m` for main, the workspace process and the command line: a language is read from the built files when it is first spoken.
import { readFileSync } from 'node:fs'
import { describe, type Table } from './describe'

const tables = new Map<string, Table>()

/** The bundles stand in out/main and out/cli, the words beside them in out/words. */
function tableOf(locale: string): Table {
  let table = tables.get(locale)
  if (!table) {
    table = JSON.parse(readFileSync(new URL(`../words/${locale}.json`, import.meta.url), 'utf8')) as Table
    tables.set(locale, table)
  }
  return table
}

export const m = describe(tableOf)
