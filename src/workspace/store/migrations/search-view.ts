const viaIncident = '(SELECT customerId FROM incident WHERE id = t.incidentId)'
const viaCase = '(SELECT customerId FROM "case" WHERE id = t.caseId)'
const viaOption = '(SELECT c.customerId FROM "case" c JOIN option o ON o.caseId = c.id WHERE o.id = t.optionId)'
const own = 't.customerId'

type SearchedText = [code: number, table: string, owner: string, at: string, title: string, body: string]
/** What search says of each kind of record: its code, its table, whose it is, when it was, and its two texts. */
export const searchedTexts: readonly SearchedText[] = [
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

/** SQL of the view that has what search finds, from the records: what migration 20 made, and those that change a text after it. */
export function searchView(texts: readonly SearchedText[]): string {
  const each = (say: (text: SearchedText) => string) =>
    `CASE k.code ${texts.map((text) => `WHEN ${text[0]} THEN ${say(text)}`).join(' ')} END`
  const asked = (what: 2 | 3 | 4 | 5) => each((text) => `(SELECT ${text[what]} FROM "${text[1]}" t WHERE t.id = k.recordId)`)
  return `CREATE VIEW searchText (n, entity, recordId, customerId, at, title, body) AS
  SELECT k.n, ${each((text) => `'${text[1]}'`)}, k.recordId, ${asked(2)}, ${asked(3)}, ${asked(4)}, ${asked(5)}
  FROM (SELECT n, code, ${unpacked} AS recordId FROM searchKey) k;`
}
