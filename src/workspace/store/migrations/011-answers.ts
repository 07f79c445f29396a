/**
 * The six questions that an expert asks of an incident, each with one answer; and what a line came to when it was stored,
 * so that a newer calculator that says something else is told.
 */
export const answers = `
CREATE TABLE answer (
  id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT,
  incidentId TEXT NOT NULL REFERENCES incident(id), question TEXT NOT NULL,
  words TEXT, source TEXT, confidence TEXT, numbers TEXT,
  UNIQUE (incidentId, question)
) STRICT;
ALTER TABLE lossLine ADD COLUMN reckoned INTEGER;
ALTER TABLE lossLine ADD COLUMN reckonedOn TEXT;
`
