/** The first shape of a workspace. Names of tables and columns are those of the shared schemas. */

const base = 'id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT'
const numbered = `${base}, number INTEGER NOT NULL UNIQUE`
const owned = 'customerId TEXT NOT NULL REFERENCES customer(id)'

export const first = `
CREATE TABLE journalEntry (
  seq INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'system')), ofSeq INTEGER REFERENCES journalEntry(seq),
  deed TEXT NOT NULL, entity TEXT NOT NULL, customerId TEXT, name TEXT, nameDigest TEXT NOT NULL,
  rows INTEGER NOT NULL, rowsDigest TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE TABLE journalRow (
  seq INTEGER NOT NULL, n INTEGER NOT NULL, entity TEXT NOT NULL, rowId TEXT NOT NULL, customerId TEXT,
  before TEXT, after TEXT, digest TEXT NOT NULL, PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX journalRowOfRecord ON journalRow (entity, rowId, seq);
CREATE TABLE journalKey (customerId TEXT NOT NULL PRIMARY KEY, secret BLOB NOT NULL) STRICT;
CREATE TABLE draft (key TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE TABLE evidenceContent (sha256 TEXT NOT NULL PRIMARY KEY, content BLOB NOT NULL) STRICT;
CREATE TABLE setting (${base}, value TEXT NOT NULL) STRICT;

CREATE TABLE customer (${numbered},
  name TEXT NOT NULL, kind TEXT NOT NULL DEFAULT 'business', industry TEXT, country TEXT, language TEXT,
  currency TEXT NOT NULL, timeZone TEXT NOT NULL DEFAULT 'UTC', about TEXT, replyHours INTEGER NOT NULL DEFAULT 24,
  yearlyRevenue INTEGER, yearlyMargin INTEGER, customerSince TEXT, renewalOn TEXT
) STRICT;
CREATE TABLE contact (${base}, ${owned},
  name TEXT NOT NULL, role TEXT, email TEXT, phone TEXT, language TEXT, note TEXT, main INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE gesture (${base}, ${owned},
  givenOn TEXT NOT NULL, words TEXT NOT NULL, cost INTEGER, currency TEXT, received TEXT
) STRICT;
CREATE TABLE interaction (${base}, ${owned}, contactId TEXT REFERENCES contact(id),
  channel TEXT NOT NULL, direction TEXT NOT NULL, at TEXT NOT NULL, zone TEXT NOT NULL DEFAULT 'UTC',
  subject TEXT NOT NULL, notes TEXT, needsReply INTEGER NOT NULL DEFAULT 0, repliedAt TEXT,
  pinned INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX interactionOfCustomer ON interaction (customerId, at);
CREATE INDEX interactionWaiting ON interaction (at) WHERE needsReply = 1 AND repliedAt IS NULL;
CREATE TABLE "order" (${numbered}, ${owned},
  orderNumber TEXT, title TEXT NOT NULL, orderedOn TEXT, promisedOn TEXT, neededBy TEXT, shippedOn TEXT, receivedOn TEXT,
  cancelledOn TEXT, quantity REAL, unit TEXT, value INTEGER, currency TEXT, crucial INTEGER NOT NULL DEFAULT 0, note TEXT
) STRICT;
CREATE INDEX orderOfCustomer ON "order" (customerId);
CREATE INDEX orderOpen ON "order" (promisedOn) WHERE receivedOn IS NULL AND cancelledOn IS NULL;
CREATE TABLE incident (${numbered}, ${owned},
  title TEXT NOT NULL, kind TEXT NOT NULL, severity TEXT NOT NULL DEFAULT 'medium', state TEXT NOT NULL DEFAULT 'open',
  began TEXT NOT NULL, ended TEXT, whatHappened TEXT, touched TEXT, cause TEXT,
  causeState TEXT NOT NULL DEFAULT 'unknown', containment TEXT, currency TEXT NOT NULL, couldNotHappen TEXT,
  peopleAffected REAL, harmEnds TEXT, nearMiss INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX incidentOfCustomer ON incident (customerId);
CREATE TABLE voice (${base}, ${owned}, contactId TEXT REFERENCES contact(id),
  interactionId TEXT REFERENCES interaction(id), incidentId TEXT REFERENCES incident(id), kind TEXT NOT NULL,
  words TEXT NOT NULL, reading TEXT, saidAt TEXT NOT NULL, state TEXT NOT NULL DEFAULT 'open'
) STRICT;
CREATE INDEX voiceOfCustomer ON voice (customerId);
CREATE TABLE incidentOrder (${base},
  incidentId TEXT NOT NULL REFERENCES incident(id), orderId TEXT NOT NULL REFERENCES "order"(id), UNIQUE (incidentId, orderId)
) STRICT;
CREATE TABLE cliff (${base},
  incidentId TEXT NOT NULL REFERENCES incident(id), title TEXT NOT NULL, "on" TEXT NOT NULL, amount INTEGER NOT NULL, basis TEXT
) STRICT;
CREATE INDEX cliffOfIncident ON cliff (incidentId);
CREATE TABLE lossLine (${base},
  incidentId TEXT NOT NULL REFERENCES incident(id), title TEXT NOT NULL, calculator TEXT NOT NULL,
  calculatorVersion INTEGER NOT NULL, inputs TEXT NOT NULL, currency TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'estimated', confidence TEXT NOT NULL DEFAULT 'medium', frequency TEXT, basis TEXT,
  confirmedBy TEXT, confirmedOn TEXT, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX lossLineOfIncident ON lossLine (incidentId, position);
CREATE TABLE driver (${base},
  incidentId TEXT NOT NULL REFERENCES incident(id), name TEXT NOT NULL, unit TEXT NOT NULL, quantity TEXT NOT NULL, basis TEXT
) STRICT;
CREATE INDEX driverOfIncident ON driver (incidentId);
CREATE TABLE rate (${base},
  "from" TEXT NOT NULL, "to" TEXT NOT NULL, rate REAL NOT NULL, "on" TEXT NOT NULL, source TEXT NOT NULL
) STRICT;
CREATE TABLE guardAnswer (${base},
  incidentId TEXT NOT NULL REFERENCES incident(id), key TEXT NOT NULL, answer TEXT NOT NULL, why TEXT NOT NULL,
  UNIQUE (incidentId, key)
) STRICT;
CREATE TABLE evidence (${numbered}, ${owned},
  title TEXT NOT NULL, note TEXT, link TEXT, sha256 TEXT, fileName TEXT, mediaType TEXT, bytes INTEGER, collectedAt TEXT
) STRICT;
CREATE INDEX evidenceOfCustomer ON evidence (customerId);
CREATE TABLE evidenceLink (${base},
  evidenceId TEXT NOT NULL REFERENCES evidence(id), entity TEXT NOT NULL, recordId TEXT NOT NULL,
  UNIQUE (evidenceId, entity, recordId)
) STRICT;
CREATE INDEX evidenceLinkOfRecord ON evidenceLink (entity, recordId);
CREATE TABLE "case" (${numbered}, ${owned},
  title TEXT NOT NULL, ask TEXT, decider TEXT, decideBy TEXT, ifMissed TEXT, state TEXT NOT NULL DEFAULT 'draft',
  background TEXT, customerThinks TEXT, customerDoes TEXT, customerSays TEXT, recommendedId TEXT, recommendation TEXT,
  unknowns TEXT, nextUpdateOn TEXT, nextUpdateBy TEXT, currency TEXT NOT NULL, preparedBy TEXT
) STRICT;
CREATE INDEX caseOfCustomer ON "case" (customerId);
CREATE TABLE caseIncident (${base},
  caseId TEXT NOT NULL REFERENCES "case"(id), incidentId TEXT NOT NULL REFERENCES incident(id), UNIQUE (caseId, incidentId)
) STRICT;
CREATE TABLE fact (${base},
  caseId TEXT NOT NULL REFERENCES "case"(id), at TEXT, words TEXT NOT NULL, standing TEXT NOT NULL DEFAULT 'unknown',
  position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX factOfCase ON fact (caseId, position);
CREATE TABLE option (${base},
  caseId TEXT NOT NULL REFERENCES "case"(id), title TEXT NOT NULL, summary TEXT, "nothing" INTEGER NOT NULL DEFAULT 0,
  reversible INTEGER NOT NULL DEFAULT 1, stay REAL, risks TEXT, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX optionOfCase ON option (caseId, position);
CREATE TABLE remedy (${base},
  optionId TEXT NOT NULL REFERENCES option(id), words TEXT NOT NULL, owner TEXT, cost INTEGER NOT NULL DEFAULT 0,
  relief INTEGER NOT NULL DEFAULT 0, days REAL, dueOn TEXT, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX remedyOfOption ON remedy (optionId, position);
CREATE TABLE decision (${base},
  caseId TEXT NOT NULL REFERENCES "case"(id), optionId TEXT REFERENCES option(id), decidedBy TEXT NOT NULL,
  decidedOn TEXT NOT NULL, why TEXT
) STRICT;
CREATE TABLE outcome (${base},
  caseId TEXT NOT NULL REFERENCES "case"(id), remedyArrivedOn TEXT, satisfied TEXT, stayed INTEGER, note TEXT
) STRICT;
CREATE TABLE promise (${numbered}, ${owned}, contactId TEXT REFERENCES contact(id), orderId TEXT REFERENCES "order"(id),
  incidentId TEXT REFERENCES incident(id), interactionId TEXT REFERENCES interaction(id),
  decisionId TEXT REFERENCES decision(id), words TEXT NOT NULL, madeBy TEXT NOT NULL DEFAULT 'us', maker TEXT,
  madeAt TEXT NOT NULL, zone TEXT NOT NULL DEFAULT 'UTC', dueAt TEXT, firstDueAt TEXT, closedAt TEXT, outcome TEXT,
  closingNote TEXT
) STRICT;
CREATE INDEX promiseOfCustomer ON promise (customerId, madeAt);
CREATE INDEX promiseOpen ON promise (dueAt) WHERE closedAt IS NULL AND outcome IS NULL;
CREATE TABLE promiseDate (${base},
  promiseId TEXT NOT NULL REFERENCES promise(id), dueAt TEXT, until TEXT NOT NULL, reason TEXT NOT NULL
) STRICT;
CREATE TABLE mapping (${base},
  name TEXT NOT NULL, target TEXT NOT NULL, columns TEXT NOT NULL, source TEXT NOT NULL, delimiter TEXT, encoding TEXT,
  zone TEXT, currency TEXT, customerName TEXT
) STRICT;
CREATE TABLE import (${base},
  fileName TEXT NOT NULL, sha256 TEXT NOT NULL, target TEXT NOT NULL, source TEXT NOT NULL, counts TEXT NOT NULL
) STRICT;
CREATE TABLE importedRow (${base},
  importId TEXT NOT NULL REFERENCES import(id), entity TEXT NOT NULL, recordId TEXT NOT NULL, customerId TEXT,
  source TEXT NOT NULL, externalId TEXT NOT NULL, occurrence INTEGER NOT NULL DEFAULT 0, rowNumber INTEGER NOT NULL,
  fingerprint TEXT NOT NULL, raw TEXT, UNIQUE (source, entity, externalId, occurrence)
) STRICT;
CREATE INDEX importedRowOfRecord ON importedRow (entity, recordId);

CREATE TABLE searchText (
  n INTEGER PRIMARY KEY, entity TEXT NOT NULL, recordId TEXT NOT NULL UNIQUE, customerId TEXT, at TEXT, title TEXT NOT NULL, body TEXT
) STRICT;
CREATE VIRTUAL TABLE search USING fts5(title, body, content='searchText', content_rowid='n', tokenize='unicode61 remove_diacritics 2');
INSERT INTO search(search, rank) VALUES ('secure-delete', 1);
`
