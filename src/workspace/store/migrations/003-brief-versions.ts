/** Briefs as they were on one day: the whole model, so that its figures stand whatever changes later. */
export const briefVersions = `
CREATE TABLE briefVersion (
  id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT,
  caseId TEXT NOT NULL REFERENCES "case"(id), number INTEGER NOT NULL, title TEXT NOT NULL, language TEXT NOT NULL, paper TEXT NOT NULL,
  audience TEXT NOT NULL, madeBy TEXT NOT NULL, model TEXT NOT NULL, UNIQUE (caseId, number)
) STRICT;
CREATE INDEX briefVersionOfCase ON briefVersion (caseId);
`
