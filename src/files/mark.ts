/** How a file of SQLite begins. */
export const magic = 'SQLite format 3\0'

/** Marks a SQLite file as a Redress workspace: "RDRS" in ASCII. */
export const applicationId = 0x52445253
