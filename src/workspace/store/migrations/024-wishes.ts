/** The customer's words were said again, led to an answer on a day, were told back to them, were met by a release, or came back. */
export const wishes = `
ALTER TABLE voice ADD COLUMN askedAgain TEXT;
ALTER TABLE voice ADD COLUMN answeredOn TEXT;
ALTER TABLE voice ADD COLUMN toldOn TEXT;
ALTER TABLE voice ADD COLUMN release TEXT;
ALTER TABLE voice ADD COLUMN cameBackAfter TEXT;
`
