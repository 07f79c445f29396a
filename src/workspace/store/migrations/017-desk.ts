/** What was last due when, so that the desk finds what is recent without all that is settled. */
export const desk = `
CREATE INDEX promiseLastDue ON promise (max(coalesce(firstDueAt, ''), coalesce(dueAt, '')));
`
