/** The last word to a customer is found at once, also where thousands came from them since, or none ever went to them. */
export const lastWords = `
CREATE INDEX interactionToThem ON interaction (customerId, at) WHERE direction = 'out' AND trashedAt IS NULL;
`
