/** Parts of long changes are found without a look at every entry. */
export const parts = `
CREATE INDEX journalEntryOf ON journalEntry (ofSeq) WHERE ofSeq IS NOT NULL;
`
