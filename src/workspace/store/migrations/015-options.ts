const base = 'id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT'

/**
 * Remedies say which lines they relieve, from when and to what share, and may stand in several options; cases stand on a
 * rung of the ladder, and each asking is kept; decisions keep what was forecast, outcomes what came.
 */
export const options = `
ALTER TABLE remedy ADD COLUMN costRange TEXT;
ALTER TABLE remedy ADD COLUMN perDay TEXT;
ALTER TABLE remedy ADD COLUMN costDays REAL;
ALTER TABLE remedy ADD COLUMN reliefs TEXT;
ALTER TABLE remedy ADD COLUMN source TEXT;
ALTER TABLE remedy ADD COLUMN stayAdds TEXT;
ALTER TABLE remedy ADD COLUMN staySource TEXT;
ALTER TABLE remedy ADD COLUMN reversible INTEGER NOT NULL DEFAULT 1;
ALTER TABLE remedy ADD COLUMN needs TEXT;
ALTER TABLE remedy ADD COLUMN excludes TEXT;
CREATE TABLE optionRemedy (${base},
  optionId TEXT NOT NULL REFERENCES option(id), remedyId TEXT NOT NULL REFERENCES remedy(id), UNIQUE (optionId, remedyId)
) STRICT;
CREATE INDEX optionOfRemedy ON optionRemedy (remedyId);
ALTER TABLE option ADD COLUMN stayRange TEXT;
ALTER TABLE option ADD COLUMN staySource TEXT;
ALTER TABLE option ADD COLUMN beyondWhy TEXT;
ALTER TABLE option ADD COLUMN thinks TEXT;
ALTER TABLE option ADD COLUMN does TEXT;
ALTER TABLE option ADD COLUMN says TEXT;
ALTER TABLE option ADD COLUMN feels TEXT;
ALTER TABLE option ADD COLUMN welcome TEXT;
ALTER TABLE option ADD COLUMN viewUnknown TEXT;
ALTER TABLE option ADD COLUMN voiceIds TEXT;
ALTER TABLE "case" ADD COLUMN customerFeels TEXT;
ALTER TABLE "case" ADD COLUMN viewUnknown TEXT;
ALTER TABLE "case" ADD COLUMN voiceIds TEXT;
ALTER TABLE "case" ADD COLUMN recommendedBy TEXT;
ALTER TABLE "case" ADD COLUMN consulted TEXT;
ALTER TABLE "case" ADD COLUMN acts TEXT;
ALTER TABLE "case" ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "case" ADD COLUMN worth TEXT;
ALTER TABLE decision ADD COLUMN people TEXT;
ALTER TABLE decision ADD COLUMN dissent TEXT;
ALTER TABLE decision ADD COLUMN conditions TEXT;
ALTER TABLE decision ADD COLUMN forecast TEXT;
ALTER TABLE outcome ADD COLUMN lossCame INTEGER;
ALTER TABLE outcome ADD COLUMN costCame INTEGER;
ALTER TABLE outcome ADD COLUMN toldOn TEXT;
ALTER TABLE outcome ADD COLUMN askedOn TEXT;
ALTER TABLE outcome ADD COLUMN voiceId TEXT REFERENCES voice(id);
CREATE TABLE asking (${base},
  caseId TEXT NOT NULL REFERENCES "case"(id), level INTEGER NOT NULL, levelName TEXT NOT NULL, whom TEXT NOT NULL,
  askedAt TEXT NOT NULL, answerBy TEXT, words TEXT, answeredAt TEXT, answer TEXT, said TEXT
) STRICT;
CREATE INDEX askingOfCase ON asking (caseId, askedAt);
CREATE INDEX askingOpen ON asking (answerBy) WHERE answeredAt IS NULL;
CREATE TABLE objection (${base},
  caseId TEXT NOT NULL REFERENCES "case"(id), rule TEXT, about TEXT, words TEXT, answer TEXT, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX objectionOfCase ON objection (caseId, position);
`
