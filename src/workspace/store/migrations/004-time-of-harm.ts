/** Until when harm goes on and who says so, lines that run, when a customer works, and remedies that end the harm. */
export const timeOfHarm = `
ALTER TABLE incident ADD COLUMN harmEndsEarliest TEXT;
ALTER TABLE incident ADD COLUMN harmEndsLatest TEXT;
ALTER TABLE incident ADD COLUMN harmEndsOrderId TEXT REFERENCES "order"(id);
ALTER TABLE incident ADD COLUMN harmEndsPromiseId TEXT REFERENCES promise(id);
ALTER TABLE incident ADD COLUMN harmEndsBasis TEXT;
ALTER TABLE incident ADD COLUMN harmLookedAt TEXT;
ALTER TABLE lossLine ADD COLUMN runs TEXT;
ALTER TABLE customer ADD COLUMN calendar TEXT;
ALTER TABLE remedy ADD COLUMN endsHarm INTEGER NOT NULL DEFAULT 0;
`
