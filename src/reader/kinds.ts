import { Refusal } from '../shared/values/errors'
import { m } from '../shared/messages/messages.js'
import { isChat } from './chats/messages'
import { isAppleMail } from './mail/apple'

/** What a text is, when it is no table of cells between delimiters. */
export type TextKind = 'calendar' | 'cards' | 'chat' | 'mailbox' | 'mail' | 'json' | 'workbook' | 'table'

const header =
  /^(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[A-Za-z-]{1,40}|Reply-To|Cc|Content-Type):/i

/** Whether a text begins as a mail does: two lines of its head and no line of a table before them. */
function isMail(text: string): boolean {
  const lines = text.split(/\r?\n/, 12)
  let heads = 0
  for (const line of lines) {
    if (header.test(line)) heads++
    else if (!/^[ \t]/.test(line)) break
  }
  return heads >= 2
}

function isJson(text: string): boolean {
  const start = text.trimStart()
  return /^\{\s{0,100}["}]/.test(start) || /^\[\s{0,100}[[{\]]/.test(start)
}

/** The line before each mail of a mailbox: "From anna@x.example Mon Sep 14 08:12:00 2026", with signs that differ. */
const mailbox = /^From [^\r\n,;\t]{1,200}[0-9]{2}:[0-9]{2}/

const known: readonly [is: (text: string) => boolean, kind: TextKind][] = [
  [(text) => /^BEGIN:VCALENDAR/i.test(text), 'calendar'],
  [(text) => /^BEGIN:VCARD/i.test(text), 'cards'],
  [(text) => mailbox.test(text), 'mailbox'],
  [(text) => isMail(text) || isAppleMail(text), 'mail'],
  [isChat, 'chat'],
  [isJson, 'json'],
  // Excel's own XML, and the pages that many tools call .xls
  [(text) => /^<(?:\?xml|\?mso|workbook)/i.test(text) && /schemas-microsoft-com:office:spreadsheet/i.test(text), 'workbook'],
  [(text) => /^<(?:!doctype html|html|head|body|table|meta|style)[\s>]/i.test(text) && /<table[\s>]/i.test(text), 'workbook']
]

const refused: readonly [is: (text: string) => boolean, word: (name: { file: string }) => string][] = [
  [(text) => /^<(?:!doctype html|html|head|body|table|meta|style)[\s>]/i.test(text), m.imports_is_web_page],
  [(text) => /^<(?:\?xml|workbook|[a-z][\w-]{0,40}(?::[\w-]{1,40})?[\s/>])/i.test(text), m.imports_is_xml],
  [(text) => text.startsWith('{\\rtf'), m.imports_is_rtf],
  [(text) => /^(?:--[^\r\n]*(?:dump|sql)|CREATE TABLE|INSERT INTO|PRAGMA )/i.test(text), m.imports_is_sql]
]

/** Takes the beginning of a text, gives what it is. Error: invalid, naming what it is where Redress cannot read it. */
export function kindOfText(beginning: string, file: string): TextKind {
  const text = beginning.replace(/^\ufeff/, '').trimStart()
  const kind = known.find(([is]) => is(text))?.[1]
  if (kind) return kind
  const other = refused.find(([is]) => is(text))
  if (other) throw new Refusal('invalid', other[1]({ file }))
  return 'table'
}
