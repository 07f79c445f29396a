/** How an order stands where its source knows no day; the row of a header; records are found by their number at the source, whatever the origin is called. */
export const imports = `
ALTER TABLE "order" ADD COLUMN standing TEXT;
ALTER TABLE mapping ADD COLUMN headerRow INTEGER;
CREATE INDEX importedRowOfNumber ON importedRow (externalId, entity);
`
