import type { Bytes } from '../bytes'
import { mostInMail } from '../limits'
import { appleMail, isAppleMail } from './apple'
import type { Raw } from './mail'

const border = Buffer.from('\nFrom ')
/** "From anna@x.example Mon Sep 14 08:12:00 2026": a line of a letter may begin with the same word. */
const mark = /^From [^\r\n]{1,300}[0-9]{1,2}:[0-9]{2}/

/** Takes the bytes of a mailbox or of one mail, gives the mails in it. No more is held than one of them. */
export async function* mailsIn(bytes: Bytes, signal?: AbortSignal, onBytes?: (done: number) => void): AsyncGenerator<Raw> {
  let held: Buffer = Buffer.alloc(0)
  let first = true
  let mailbox = false
  let tooLarge = false
  let line = ''
  let done = 0
  for await (const chunk of bytes.stream(signal)) {
    done += chunk.length
    held = held.length > 0 ? Buffer.concat([held, chunk]) : chunk
    if (first) {
      const start = held[0] === 0xef && held[1] === 0xbb ? 3 : 0
      if (start > 0) held = held.subarray(start)
      if (isAppleMail(held.toString('latin1', 0, 400))) {
        yield appleMail(await bytes.all())
        return
      }
      mailbox = mark.test(held.toString('latin1', 0, 400))
      if (mailbox) [line, held] = cutMark(held)
      first = false
    }
    for (let at = mailbox ? borderIn(held) : -1; at >= 0; at = borderIn(held)) {
      onBytes?.(done - held.length + at)
      yield { bytes: tooLarge ? null : unescaped(held.subarray(0, at + 1)), mark: line }
      tooLarge = false
      ;[line, held] = cutMark(held.subarray(at + 1))
    }
    if (held.length > mostInMail) {
      tooLarge = true
      // its end is still looked for
      held = held.subarray(held.length - 400)
    }
  }
  onBytes?.(done)
  if (held.length > 0 && held.toString('latin1', 0, 4_000).trim() !== '')
    yield { bytes: tooLarge ? null : mailbox ? unescaped(held) : held, mark: line }
}

/** The line that a program writes, with the day and the year, and below it the head of a mail: nobody's letter goes on like that. */
const written =
  /^From \S{1,200} {1,5}(?:\S{1,9} ){1,2} {0,2}[0-9]{1,2} [0-9]{1,2}:[0-9]{2}[^\r\n]{0,40}[0-9]{4}[^\r\n]{0,12}\r?\n[A-Za-z][\w-]{1,60}:[ \t]/

/**
 * Where the next mail's line begins (its line break): after an empty line as such a line looks, and without one where a mail plainly
 * begins, since some programs leave it out; -1 when there is none yet.
 */
function borderIn(held: Buffer): number {
  for (let at = held.indexOf(border); at >= 0; at = held.indexOf(border, at + 1)) {
    // the line must be there as a whole
    const end = held.indexOf(10, at + 1)
    if (end < 0 && held.length < at + 300) return -1
    const line = held.toString('latin1', at + 1, at + 500)
    const blank = held[at - 1] === 10 || (held[at - 1] === 13 && held[at - 2] === 10)
    if (blank ? mark.test(line) : written.test(line)) return at
    // what follows tells, and is not there yet
    if (!blank && held.length < at + 500 && held.indexOf(10, end + 1) < 0) return -1
  }
  return -1
}

function cutMark(held: Buffer): [line: string, rest: Buffer] {
  const end = held.indexOf(10)
  if (end < 0) return ['', held]
  return [held.toString('latin1', 0, Math.min(end, 400)).trim(), held.subarray(end + 1)]
}

/** Lines that began with "From" were given a sign before them, so that they begin no mail. */
function unescaped(mail: Buffer): Buffer {
  if (!mail.includes('>From ')) return mail
  return Buffer.from(mail.toString('latin1').replace(/^>(>{0,20}From )/gm, '$1'), 'latin1')
}
