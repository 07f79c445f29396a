/** What came of the customer's words: in words, and the record that met them. */
export const met = `
ALTER TABLE voice ADD COLUMN answer TEXT;
ALTER TABLE voice ADD COLUMN metEntity TEXT;
ALTER TABLE voice ADD COLUMN metId TEXT;
CREATE INDEX voiceMetBy ON voice (metId) WHERE metId IS NOT NULL;
`
