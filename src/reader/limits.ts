const megabyte = 1024 * 1024

/** The largest file that is read, in bytes, and the largest that must be held whole: a workbook, a message. */
export const mostBytes = 1024 * megabyte
export const mostWhole = 200 * megabyte
/** The most that is unpacked of one archive, of one file in it, and how many times as large as packed that may be. */
export const mostUnpacked = 2_048 * megabyte
export const mostPacking = 200
/** Files in an archive; archives within archives; files of messages within messages. */
export const mostEntries = 10_000
export const mostNested = 2
/** Files and folders in a folder that is given. */
export const mostInFolder = 2_000
/** One mail with all that came with it, and how many mails within mails are looked into. */
export const mostInMail = 64 * megabyte
export const mostMailNesting = 20
/** Lists within lists of a record, and one record as text. */
export const mostDepth = 100
export const mostInRecord = 8 * megabyte

/** Takes bytes, gives them in megabytes, for people. */
export const megabytes = (bytes: number): string => String(Math.ceil(bytes / megabyte))
