/** Signals that were set aside, until a day and for a reason. */
export const signals = `
CREATE TABLE signal (
  id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT,
  customerId TEXT NOT NULL REFERENCES customer(id), key TEXT NOT NULL UNIQUE, until TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
`
