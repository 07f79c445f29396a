/** What happened to the clock of an answer: paused while we wait for them, gone on, reopened. */
export const replies = `
ALTER TABLE interaction ADD COLUMN replyEvents TEXT;
`
