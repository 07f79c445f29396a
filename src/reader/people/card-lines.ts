import { textIn } from '../table/encodings'

/** One property of an address card: its name and its values as they were written. */
export interface CardLine {
  name: string
  /** Its parts: a name and an organisation have several. */
  parts: string[]
  /** What is said of it: "home", "pref". */
  types: string[]
}

/** Takes the text of cards, gives the properties in it, one by one. Versions 2.1 to 4.0; pictures and keys are left out. */
export function* cardLines(text: string): Generator<CardLine> {
  for (const line of unfolded(text)) {
    const colon = outside(line, ':')
    if (colon < 0) continue
    const [head = '', ...said] = split(line.slice(0, colon), ';')
    const about = said.map((each) => each.toUpperCase())
    if (about.some((each) => /^(?:ENCODING=)?(?:B|BASE64)$/.test(each))) continue
    const value = line.slice(colon + 1)
    const quoted = about.some((each) => each.endsWith('QUOTED-PRINTABLE'))
    const charset = /^CHARSET="?([^"]{1,40})"?$/i.exec(said.find((each) => /^CHARSET=/i.test(each)) ?? '')?.[1] ?? 'utf-8'
    yield {
      // "item1.EMAIL": cards of Apple put what belongs together into groups
      name: head.slice(head.lastIndexOf('.') + 1).toUpperCase(),
      parts: split(quoted ? unquoted(value, charset) : value, ';').map(plain),
      types: about.flatMap((each) =>
        each
          .replace(/^TYPE=/, '')
          .replaceAll('"', '')
          .split(',')
      )
    }
  }
}

/** Lines that go on in the next one, by a blank there or, where signs are written as =C3=A9, by = at the end. */
function* unfolded(text: string): Generator<string> {
  let held = ''
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (held.endsWith('=') && /QUOTED-PRINTABLE/i.test(held.slice(0, 200))) held = held.slice(0, -1) + line.replace(/^[ \t]/, '')
    else if (/^[ \t]/.test(line)) held += line.slice(1)
    else {
      if (held) yield held
      held = line
    }
  }
  if (held) yield held
}

/** Where a sign stands outside quotation marks; a mark that is never closed is a sign like any other. */
function outside(line: string, sign: string): number {
  let quoted = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') quoted = !quoted
    else if (line[at] === sign && !quoted) return at
  }
  return line.indexOf(sign)
}

/** Splits at a sign that no backslash is before. */
function split(text: string, sign: string): string[] {
  const parts: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === sign) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

const plain = (text: string): string => text.replace(/\\(.)/gs, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim()

/** Signs that are written as =C3=A9. */
function unquoted(text: string, charset: string): string {
  const bytes = Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1'
  )
  try {
    return textIn(charset, bytes)
  } catch {
    return bytes.toString('latin1')
  }
}
