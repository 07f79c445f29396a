// Notes that a help desk wrote as a web page, read as text: one pass over the letters, so that no input takes long.

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  plusmn: '±',
  times: '×',
  middot: '·',
  bull: '•',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  iexcl: '¡',
  iquest: '¿',
  szlig: 'ß',
  aelig: 'æ',
  AElig: 'Æ',
  oslash: 'ø',
  Oslash: 'Ø',
  eth: 'ð',
  thorn: 'þ',
  sup2: '²',
  sup3: '³',
  frac12: '½'
}
/** The marks of letters such as &eacute;, as they combine. */
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  ring: '\u030a',
  cedil: '\u0327',
  caron: '\u030c'
}
const tags =
  'a abbr address article b big blockquote body br center code dd div dl dt em figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i img ins label li link main meta o:p ol p pre s script section small span strike strong style sub sup table tbody td tfoot th thead title tr tt u ul xml'
const known = new Set(tags.split(' '))
const paragraphs = new Set(
  'address article blockquote div dl figure footer form h1 h2 h3 h4 h5 h6 header hr main ol p pre section table ul'.split(' ')
)
const lines = new Set('br dd dt li tr'.split(' '))
const silent = new Set('head script style title xml'.split(' '))
const longestTag = 20_000

interface Tag {
  name: string
  closes: boolean
  text: string
  end: number
}

/** Takes a text, the place of a "<" and that of the last ">", gives the tag that begins there; null where it is a sign like any other. */
function tagAt(text: string, at: number, last: number): Tag | null {
  if (at > last) return null
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at)
    return { name: '!', closes: false, text: '', end: end < 0 ? text.length : end + 3 }
  }
  const closes = text[at + 1] === '/'
  const from = at + (closes ? 2 : 1)
  let to = from
  while (to - from < 11 && /[a-z0-9:!?]/i.test(text[to] ?? '')) to++
  const name = text.slice(from, to).toLowerCase()
  const plain = known.has(name) || name === '!doctype' || name === '?xml' || name.includes(':')
  if (!plain || !/[\s/>]/.test(text[to] ?? '')) return null
  let quote = ''
  for (let end = to; end <= last && end - at < longestTag; end++) {
    const sign = text[end]!
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '>') return { name, closes, text: text.slice(to, end), end: end + 1 }
    else if (sign === '"' || sign === "'") quote = sign
  }
  const end = text.indexOf('>', to)
  return { name, closes, text: '', end: end + 1 }
}

/** Takes the place of an "&", gives the sign that it stands for and where it ends; null where it stands for itself. */
function signAt(text: string, at: number): { sign: string; end: number } | null {
  const end = text.slice(at, at + 13).indexOf(';') + at
  if (end <= at) return null
  const name = text.slice(at + 1, end)
  if (name[0] === '#') {
    const hex = name[1] === 'x' || name[1] === 'X'
    const digits = name.slice(hex ? 2 : 1)
    if (!(hex ? /^[0-9a-f]{1,6}$/i : /^[0-9]{1,7}$/).test(digits)) return null
    const code = Number.parseInt(digits, hex ? 16 : 10)
    if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return null
    return { sign: code === 0xa0 ? ' ' : String.fromCodePoint(code), end: end + 1 }
  }
  if (Object.hasOwn(named, name)) return { sign: named[name]!, end: end + 1 }
  const accent = accents[name.slice(1)]
  return accent && /[a-z]/i.test(name[0] ?? '') ? { sign: (name[0]! + accent).normalize('NFC'), end: end + 1 } : null
}

/** The address of a link as people may read it; none of a script's or of a place in the same page. */
function linkOf(attributes: string): string | null {
  const at = attributes.toLowerCase().indexOf('href=')
  if (at < 0) return null
  const quote = attributes[at + 5]
  const quoted = quote === '"' || quote === "'"
  const from = at + (quoted ? 6 : 5)
  const end = quoted ? attributes.indexOf(quote, from) : attributes.slice(from).search(/\s|$/) + from
  const address = decoded(attributes.slice(from, end < 0 ? undefined : end)).trim()
  return /^(?:https?:\/\/|mailto:)/i.test(address) ? address.replace(/^mailto:/i, '') : null
}

function decoded(text: string): string {
  let out = ''
  for (let at = 0; at < text.length;) {
    const found = text[at] === '&' ? signAt(text, at) : null
    out += found ? found.sign : text[at]
    at = found ? found.end : at + 1
  }
  return out
}

/** Whether a text is written as a web page: it has a tag of one that is closed or stands alone. */
function isHtml(text: string): boolean {
  const last = text.lastIndexOf('>')
  for (let at = text.indexOf('<'); at >= 0 && at < last; at = text.indexOf('<', at + 1)) if (tagAt(text, at, last)) return true
  return false
}

const entity = /&(?:amp|lt|gt|quot|nbsp|apos|#[0-9]{1,7}|#x[0-9a-f]{1,6});/i

/** Lines of words as they are put together; never more than one empty line between two. */
class Lines {
  private done: string[] = []
  private line = ''
  /** What has been written since a link began. */
  since = ''

  put(words: string): void {
    this.line += words
    this.since += words
  }

  /** A blank between two words, however many stand there. */
  blank(): void {
    if (this.line && !this.line.endsWith(' ')) this.put(' ')
  }

  end(): void {
    this.done.push(this.line.trim())
    this.line = ''
    this.since += ' '
  }

  /** Ends the line if there is anything in it; with `apart`, leaves an empty one. */
  next(apart: boolean): void {
    if (this.line.trim()) this.end()
    if (apart && this.done.length > 0 && this.done.at(-1) !== '') this.done.push('')
  }

  get inLine(): boolean {
    return this.line !== ''
  }

  text(): string {
    this.end()
    return this.done
      .filter((line, at) => line !== '' || this.done[at - 1] !== '')
      .join('\n')
      .trim()
  }
}

/**
 * Takes a text, gives its words when it is written as a web page: paragraphs and items as lines, links with their
 * address; scripts, styles and comments are left out. Any other text is given back as it is.
 */
export function htmlToText(text: string): string {
  const page = text.includes('<') && isHtml(text)
  if (!page) return text.includes('&') && entity.test(text) ? decoded(text) : text
  const out = new Lines()
  const last = text.lastIndexOf('>')
  let hidden = ''
  let link: string | null = null
  for (let at = 0; at < text.length;) {
    const sign = text[at]!
    const tag = sign === '<' ? tagAt(text, at, last) : null
    if (tag) {
      at = tag.end
      if (hidden) {
        if (tag.closes && tag.name === hidden) hidden = ''
        continue
      }
      if (silent.has(tag.name) && !tag.closes && !tag.text.endsWith('/')) hidden = tag.name
      else if (paragraphs.has(tag.name)) out.next(tag.name !== 'div')
      else if (tag.name === 'br') out.end()
      else if (lines.has(tag.name)) out.next(false)
      else if ((tag.name === 'td' || tag.name === 'th') && !tag.closes && out.inLine) out.put('  ')
      if (tag.name === 'li' && !tag.closes) out.put('• ')
      if (tag.name !== 'a') continue
      const words = out.since.trim()
      if (tag.closes && link && !words.includes(link) && !(words && link.includes(words))) out.put(words ? ` (${link})` : link)
      link = tag.closes ? null : linkOf(tag.text)
      out.since = ''
      continue
    }
    const found = sign === '&' ? signAt(text, at) : null
    at = found ? found.end : at + 1
    if (hidden) continue
    // a page's own line breaks and indents are blanks
    if (found || !/[ \n\r\t]/.test(sign)) out.put(found ? found.sign : sign)
    else out.blank()
  }
  return out.text()
}
