/** A timeline's picture counts who spoke to whom from the index alone. */
export const sides = `
DROP INDEX IF EXISTS interactionOfCustomer;
CREATE INDEX interactionOfCustomer ON interaction (customerId, at, trashedAt, direction);
`
