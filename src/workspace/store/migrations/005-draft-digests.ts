/** A digest for each draft, so that a damaged one is noticed. `draft_digest` is lent by `migrate`. */
export const draftDigests = `
ALTER TABLE draft ADD COLUMN digest TEXT NOT NULL DEFAULT '';
UPDATE draft SET digest = draft_digest(key, body, at);
`
