import { searchedTexts, searchView } from './search-view'

/**
 * What can be had from the record is not stored twice. Search keeps the words of a text and which record it is of; the text
 * itself stands in the record. Rows of imports keep ids in 16 bytes and instants in milliseconds, digests in bytes; an import says once which
 * columns its rows have, so that a row need not. One index finds them by their number, whatever the origin is called.
 */
export const keptOnce = `
CREATE TABLE searchKey (n INTEGER PRIMARY KEY, code INTEGER NOT NULL, recordId ANY NOT NULL UNIQUE) STRICT;
INSERT INTO searchKey (n, code, recordId)
  SELECT n, CASE entity ${searchedTexts.map(([code, table]) => `WHEN '${table}' THEN ${code}`).join(' ')} END, packed_id(recordId)
  FROM searchText WHERE entity IN (${searchedTexts.map(([, table]) => `'${table}'`).join()}) ORDER BY n;
DROP TABLE search;
DROP TABLE searchText;
${searchView(searchedTexts)}
CREATE VIRTUAL TABLE search USING fts5(title, body, content='searchText', content_rowid='n', columnsize=0,
  tokenize='unicode61 remove_diacritics 2');
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
INSERT INTO search (rowid, title, body) SELECT n, search_fold(title), search_fold(body) FROM searchText;

ALTER TABLE import ADD COLUMN columns TEXT;
CREATE TABLE importedRowNext (
  id ANY NOT NULL PRIMARY KEY, createdAt ANY NOT NULL, updatedAt ANY NOT NULL, trashedAt TEXT,
  importId ANY NOT NULL, entity TEXT NOT NULL, recordId ANY NOT NULL, customerId ANY,
  source TEXT NOT NULL, externalId TEXT NOT NULL, occurrence INTEGER NOT NULL DEFAULT 0, rowNumber INTEGER NOT NULL,
  fingerprint ANY NOT NULL, raw TEXT, UNIQUE (externalId, entity, source, occurrence)
) STRICT;
INSERT INTO importedRowNext
  SELECT packed_id(id), packed_instant(createdAt), packed_instant(updatedAt), trashedAt, packed_id(importId), entity,
    packed_id(recordId), packed_id(customerId), source, externalId, occurrence, rowNumber,
    packed_digest(fingerprint), raw
  FROM importedRow ORDER BY rowid;
DROP TABLE importedRow;
ALTER TABLE importedRowNext RENAME TO importedRow;
CREATE INDEX importedRowOfRecord ON importedRow (recordId);
`
