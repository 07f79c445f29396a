import { searchedTexts, searchView } from './search-view'

/** What search knows of these two kinds since: the release that met a wish, and what a file says. */
const bodies: Record<string, string> = {
  voice: "nullif(concat_ws(' ', t.reading, t.answer, t.release), '')",
  evidence: "concat_ws(' ', 'EV-' || t.number, t.note, t.fileName, t.link, t.words)"
}

/**
 * What a file of evidence says is kept apart from what somebody notes about it. Search has the texts of records as
 * they are asked for since migration 24: the release that met a wish was missing, so that its index is built anew where there is one.
 */
export const wordsOfFiles = `
ALTER TABLE evidence ADD COLUMN words TEXT;
DROP VIEW searchText;
${searchView(searchedTexts.map(([code, table, owner, at, title, body]) => [code, table, owner, at, title, bodies[table] ?? body]))}
INSERT INTO search (search) SELECT 'delete-all' WHERE EXISTS (SELECT 1 FROM voice WHERE release <> '');
INSERT INTO search (rowid, title, body) SELECT n, search_fold(title), search_fold(body) FROM searchText
  WHERE EXISTS (SELECT 1 FROM voice WHERE release <> '');
`
