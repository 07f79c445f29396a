/**
 * What a loss line says of its harm (which, of what, when), what confirms it, and what an answer of the guard takes out
 * of the sum. Answers may now belong to a case, for lines of two of its incidents: the table is made anew, its columns in
 * the order in which the journal has them.
 */
export const harms = `
ALTER TABLE lossLine ADD COLUMN harm TEXT;
ALTER TABLE lossLine ADD COLUMN subjectKind TEXT;
ALTER TABLE lossLine ADD COLUMN subject TEXT;
ALTER TABLE lossLine ADD COLUMN orderId TEXT REFERENCES "order"(id);
ALTER TABLE lossLine ADD COLUMN harmFrom TEXT;
ALTER TABLE lossLine ADD COLUMN harmTo TEXT;
ALTER TABLE lossLine ADD COLUMN wholeCase INTEGER NOT NULL DEFAULT 0;
ALTER TABLE lossLine ADD COLUMN proofEntity TEXT;
ALTER TABLE lossLine ADD COLUMN proofId TEXT;
CREATE TABLE guardAnswerNext (
  id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT,
  incidentId TEXT REFERENCES incident(id), key TEXT NOT NULL, answer TEXT NOT NULL, why TEXT NOT NULL,
  leavesId TEXT, amount INTEGER, currency TEXT, caseId TEXT REFERENCES "case"(id),
  UNIQUE (incidentId, key), UNIQUE (caseId, key)
) STRICT;
INSERT INTO guardAnswerNext (id, createdAt, updatedAt, trashedAt, incidentId, key, answer, why)
  SELECT id, createdAt, updatedAt, trashedAt, incidentId, key, answer, why FROM guardAnswer;
DROP TABLE guardAnswer;
ALTER TABLE guardAnswerNext RENAME TO guardAnswer;
`
