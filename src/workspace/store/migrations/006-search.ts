/**
 * The index holds folded words, so that accents and case are ignored in every script; the texts stay as they were written.
 * Facts, options, actions, loss lines, decisions and outcomes are found too. `search_fold` is given by whoever migrates.
 */
const add = (entity: string, title: string, body: string, at: string, owner: string) => `
INSERT OR IGNORE INTO searchText (entity, recordId, customerId, at, title, body)
SELECT '${entity}', r.id, ${owner}, ${at}, ${title}, ${body} FROM "${entity}" r WHERE r.trashedAt IS NULL;`

const ofIncident = '(SELECT customerId FROM incident WHERE id = r.incidentId)'
const ofCase = '(SELECT customerId FROM "case" WHERE id = r.caseId)'
const ofOption = '(SELECT c.customerId FROM "case" c JOIN option o ON o.caseId = c.id WHERE o.id = r.optionId)'

export const search = `
${add('lossLine', 'r.title', "concat_ws(' ', r.basis, r.confirmedBy)", 'r.createdAt', ofIncident)}
${add('fact', 'r.words', 'NULL', 'r.at', ofCase)}
${add('option', 'r.title', "concat_ws(' ', r.summary, r.risks)", 'r.createdAt', ofCase)}
${add('remedy', 'r.words', 'r.owner', 'r.dueOn', ofOption)}
${add('decision', 'r.decidedBy', 'r.why', 'r.decidedOn', ofCase)}
${add('outcome', "coalesce(r.note, '')", 'NULL', 'r.remedyArrivedOn', ofCase)}
INSERT INTO search (search) VALUES ('delete-all');
INSERT INTO search (rowid, title, body) SELECT n, search_fold(title), search_fold(body) FROM searchText;
`
