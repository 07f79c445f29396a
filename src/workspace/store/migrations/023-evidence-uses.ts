/** Who looked at evidence, and who took it out. No reference: whoever undoes that evidence was added keeps what was seen of it. */
export const evidenceUses = `
CREATE TABLE evidenceUse (
  id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT,
  evidenceId TEXT NOT NULL, how TEXT NOT NULL, byWhom TEXT NOT NULL
) STRICT;
CREATE INDEX evidenceUseOf ON evidenceUse (evidenceId, createdAt);
`
