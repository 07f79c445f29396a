import { createHash } from 'node:crypto'
import { instantIn } from '../../shared/imports/instants'
import { OwnAddresses, SidesSeen } from '../../shared/imports/own'
import type { FileRow, Reading } from '../../shared/imports/row-source'
import type { Bytes } from '../bytes'
import { inSlices, type Found, type Rows, type Table } from '../source'
import type { Head, Mail, Raw } from './mail'
import { isMessage, outlookMail } from './outlook'
import { parsedHead, parsedMail } from './parse'
import { mailHeaders, rowOfMail } from './row'
import { mailsIn } from './split'
import { Threads } from './threads'

/** So many mails at most are taken at once: their threads are held. */
const mostMails = 300_000

/** Takes files of mails (eml, mbox, msg), gives them as one table of mails. `own` are our addresses, null where nobody has said them. */
export async function findMails(files: Bytes[], own: string[] | null): Promise<Found> {
  return {
    part: { name: files.length === 1 ? files[0]!.name : 'mail', kind: 'mail', hidden: false, rows: null },
    file: files[0]!.name,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    open: () => openMails(files, own)
  }
}

async function openMails(files: Bytes[], said: string[] | null): Promise<Table> {
  const sides = new SidesSeen()
  const heads: { id: string; head: Head }[] = []
  for await (const raw of every(files, {})) {
    const head = await headOf(raw)
    if (!head || head.left || heads.length >= mostMails) continue
    sides.see(
      [head.from, ...head.to, ...head.cc].flatMap((person) => person?.address ?? []),
      head.delivered
    )
    heads.push({ id: idOf(head, raw), head: small(head) })
  }
  const own = new OwnAddresses(said ?? sides.own())
  const threads = new Threads()
  for (const { id, head } of heads) threads.see(head, id, own)
  return {
    kind: 'mail',
    headers: [...mailHeaders],
    own: { told: said !== null, domains: said ?? sides.own(), seen: sides.seen() },
    rows: (reading): Rows => inSlices(rowsOf(files, own, threads, reading), reading.signal)
  }
}

const small = (head: Head): Head => ({ ...head, to: [], cc: [], subject: '', delivered: [] })

async function* every(files: Bytes[], reading: Partial<Reading>): AsyncGenerator<Raw> {
  let before = 0
  for (const file of files) {
    const whole = file.size < 64 * 1024 * 1024 ? await outlookIn(file) : null
    if (whole) yield { bytes: whole, mark: '' }
    else yield* mailsIn(file, reading.signal, (done) => reading.onBytes?.(before + done))
    before += file.size
  }
}

async function outlookIn(file: Bytes): Promise<Buffer | null> {
  for await (const chunk of file.stream()) {
    if (chunk[0] !== 0xd0 || chunk[1] !== 0xcf) return null
    break
  }
  const whole = await file.all()
  return isMessage(whole) ? whole : null
}

async function headOf({ bytes, left }: Raw): Promise<Head | null> {
  if (!bytes) return null
  try {
    const head = bytes[0] === 0xd0 ? await outlookMail(bytes) : await parsedHead(bytes)
    return { ...head, left: head.left ?? left ?? null }
  } catch {
    return null
  }
}

/** A mail without an id of its own is known by what it is. */
const idOf = (head: Head, { bytes }: Raw): string =>
  head.id ?? `sha256:${createHash('sha256').update(bytes!).digest('hex').slice(0, 40)}`

async function* rowsOf(files: Bytes[], own: OwnAddresses, threads: Threads, reading: Reading): AsyncGenerator<FileRow> {
  let row = 0
  for await (const raw of every(files, reading)) {
    row++
    if (!raw.bytes) {
      yield { row, line: row, cells: [], trouble: 'long' }
      continue
    }
    let mail: Mail
    try {
      mail = raw.bytes[0] === 0xd0 ? await outlookMail(raw.bytes) : await parsedMail(raw.bytes)
    } catch {
      yield { row, line: row, cells: [], trouble: 'broken' }
      continue
    }
    // a mail without a date was in the mailbox at the time in the line before it
    const at = mail.at ?? marked(raw.mark)
    yield await rowOfMail({
      row,
      mail: { ...mail, at, left: mail.left ?? raw.left ?? null },
      id: idOf(mail, raw),
      raw: raw.bytes,
      own,
      threads,
      contents: reading.contents === true
    })
  }
}

function marked(mark: string): string | null {
  return instantIn(`${mark.replace(/^From \S{1,300}\s{1,5}/, '')} UTC`)
}
