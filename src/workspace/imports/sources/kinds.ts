import { Refusal } from '../../../shared/values/errors'
import { m } from '../../../shared/messages/messages.js'

type Word = (name: { file: string }) => string

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

const kinds: readonly [is: (text: string) => boolean, word: Word][] = [
  [(text) => /^BEGIN:VCALENDAR/i.test(text), m.imports_is_calendar],
  [(text) => /^BEGIN:VCARD/i.test(text), m.imports_is_vcard],
  [(text) => /^From [^\r\n,;\t]{1,200} [A-Z][a-z]{2} [A-Z][a-z]{2} {1,2}[0-9]/.test(text), m.imports_is_mailbox],
  [isMail, m.imports_is_mail],
  [isJson, m.imports_is_json],
  [(text) => /^<(?:!doctype html|html|head|body|table|meta|style)[\s>]/i.test(text), m.imports_is_web_page],
  [(text) => /^<(?:\?xml|workbook|[a-z][\w-]{0,40}(?::[\w-]{1,40})?[\s/>])/i.test(text), m.imports_is_xml],
  [(text) => text.startsWith('{\\rtf'), m.imports_is_rtf],
  [(text) => /^(?:--[^\r\n]*(?:dump|sql)|CREATE TABLE|INSERT INTO|PRAGMA )/i.test(text), m.imports_is_sql]
]

/** Takes the beginning of a text. Error: invalid, naming what it is where that is no table. */
export function refuseOtherKinds(beginning: string, file: string): void {
  const text = beginning
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 8_000)
  const kind = kinds.find(([is]) => is(text))
  if (kind) throw new Refusal('invalid', kind[1]({ file }))
}
