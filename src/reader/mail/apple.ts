import type { Raw } from './mail'

/** How long the mail is, alone in its line, and below it the head of a mail. */
const begins = /^[0-9]{1,10} {0,10}\r?\n[A-Za-z][\w-]{1,60}:/
const flags = /<key>flags<\/key>\s{0,20}<integer>([0-9]{1,19})<\/integer>/
/** Bits of what Apple Mail says of a mail: deleted, draft, junk. */
const bits = { deleted: 1n << 1n, draft: 1n << 6n, junk: 1n << 24n } as const

/** Takes the beginning of a text, gives whether it is a mail as Apple Mail keeps it (emlx). */
export const isAppleMail = (beginning: string): boolean => begins.test(beginning)

/** Takes such a file, gives the mail in it as it was sent, without what Apple Mail wrote around it. */
export function appleMail(content: Buffer): Raw {
  const start = content.indexOf(10) + 1
  const length = Number(content.toString('latin1', 0, start).trim())
  const [, said = '0'] = flags.exec(content.toString('latin1', start + length, start + length + 20_000)) ?? []
  const left = (['draft', 'junk', 'deleted'] as const).find((each) => (BigInt(said) & bits[each]) !== 0n)
  return { bytes: content.subarray(start, start + length), mark: '', left: left ?? null }
}
