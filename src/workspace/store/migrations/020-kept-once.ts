const viaIncident = '(SELECT customerId FROM incident WHERE id = t.incidentId)'
const viaCase = '(SELECT customerId FROM "case" WHERE id = t.caseId)'
const viaOption = '(SELECT c.customerId FROM "case" c JOIN option o ON o.caseId = c.id WHERE o.id = t.optionId)'
const own = 't.customerId'

/** What search says of each kind of record: its code, its table, whose it is, when it was, and its two texts. */
const texts: readonly [code: number, table: string, owner: string, at: string, title: string, body: string][] = [
  [1, 'customer', 't.id', 't.createdAt', 't.name', "concat_ws(' ', t.industry, t.about)"],
  [2, 'contact', own, 't.createdAt', 't.name', "concat_ws(' ', t.role, t.email, t.phone, t.note)"],
  [3, 'gesture', own, 't.givenOn', 't.words', 't.received'],
  [4, 'interaction', own, 't.at', 't.subject', 't.notes'],
  [5, 'voice', own, 't.saidAt', 't.words', "nullif(concat_ws(' ', t.reading, t.answer), '')"],
  [6, 'promise', own, 't.madeAt', 't.words', "concat_ws(' ', 'PRM-' || t.number, t.maker, t.closingNote)"],
  [8, 'order', own, 't.orderedOn', 't.title', "concat_ws(' ', 'ORD-' || t.number, t.orderNumber, t.note)"],
  [
    9,
    'incident',
    own,
    't.began',
    't.title',
    "concat_ws(' ', 'INC-' || t.number, t.whatHappened, t.touched, t.cause, t.couldNotHappen)"
  ],
  [12, 'evidence', own, 't.collectedAt', 't.title', "concat_ws(' ', 'EV-' || t.number, t.note, t.fileName, t.link)"],
  [14, 'lossLine', viaIncident, 't.createdAt', 't.title', "concat_ws(' ', t.basis, t.confirmedBy)"],
  [18, 'case', own, 't.createdAt', 't.title', "concat_ws(' ', 'CASE-' || t.number, t.ask, t.background, t.recommendation)"],
  [20, 'fact', viaCase, 't.at', 't.words', 'NULL'],
  [21, 'option', viaCase, 't.createdAt', 't.title', "concat_ws(' ', t.summary, t.risks)"],
  [22, 'remedy', viaOption, 't.dueOn', 't.words', 't.owner'],
  [23, 'decision', viaCase, 't.decidedOn', 't.decidedBy', 't.why'],
  [24, 'outcome', viaCase, 't.remedyArrivedOn', "coalesce(t.note, '')", 'NULL'],
  [33, 'asking', viaCase, 't.askedAt', 't.whom', "concat_ws(' ', t.words, t.said)"],
  [34, 'objection', viaCase, 't.createdAt', "coalesce(t.words, '')", 't.answer']
]

const each = (say: (text: (typeof texts)[number]) => string) =>
  `CASE k.code ${texts.map((text) => `WHEN ${text[0]} THEN ${say(text)}`).join(' ')} END`
const asked = (what: 2 | 3 | 4 | 5) => each((text) => `(SELECT ${text[what]} FROM "${text[1]}" t WHERE t.id = k.recordId)`)
/** An id in text, without a function of our own: those may not stand in the schema of a file that is not trusted. */
const unpacked = `CASE typeof(recordId) WHEN 'text' THEN recordId ELSE lower(${[
  [1, 8],
  [9, 4],
  [13, 4],
  [17, 4],
  [21, 12]
]
  .map(([from, length]) => `substr(hex(recordId), ${from}, ${length})`)
  .join(" || '-' || ")}) END`

/**
 * What can be had from the record is not stored twice. Search keeps the words of a text and which record it is of; the text
 * itself stands in the record. Rows of imports keep ids in 16 bytes and instants in milliseconds, digests in bytes; an import says once which
 * columns its rows have, so that a row need not. One index finds them by their number, whatever the origin is called.
 */
export const keptOnce = `
CREATE TABLE searchKey (n INTEGER PRIMARY KEY, code INTEGER NOT NULL, recordId ANY NOT NULL UNIQUE) STRICT;
INSERT INTO searchKey (n, code, recordId)
  SELECT n, CASE entity ${texts.map(([code, table]) => `WHEN '${table}' THEN ${code}`).join(' ')} END, packed_id(recordId)
  FROM searchText WHERE entity IN (${texts.map(([, table]) => `'${table}'`).join()}) ORDER BY n;
DROP TABLE search;
DROP TABLE searchText;
CREATE VIEW searchText (n, entity, recordId, customerId, at, title, body) AS
  SELECT k.n, ${each((text) => `'${text[1]}'`)}, k.recordId, ${asked(2)}, ${asked(3)}, ${asked(4)}, ${asked(5)}
  FROM (SELECT n, code, ${unpacked} AS recordId FROM searchKey) k;
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
