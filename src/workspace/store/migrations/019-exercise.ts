/** How an advocate's ranges held in the exercise: each answer with the truth, as it was when it was asked. */
export const exercise = `
CREATE TABLE exercise (
  id TEXT NOT NULL PRIMARY KEY, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, trashedAt TEXT,
  takenAt TEXT NOT NULL, advocate TEXT NOT NULL, held INTEGER NOT NULL, asked INTEGER NOT NULL, answers TEXT NOT NULL
) STRICT;
`
