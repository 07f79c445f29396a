import { textIn } from '../table/encodings'

/** Groups that hold no words. */
const wordless = new Set(
  'fonttbl colortbl stylesheet info pict object header footer headerl headerr footerl footerr themedata colorschememapping datastore latentstyles listtable listoverridetable generator xmlnstbl'.split(
    ' '
  )
)
const signs: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  endash: '–',
  emdash: '—',
  '~': '\u00a0',
  _: '-',
  '{': '{',
  '}': '}',
  '\\': '\\'
}
const pages: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  874: 'windows-874',
  65001: 'utf-8'
}

/** Takes a code page of Windows, gives the character set under its common name. */
export const charsetOf = (page: number | undefined): string =>
  page !== undefined && page >= 1250 && page <= 1258 ? `windows-${page}` : (pages[page ?? 0] ?? 'windows-1252')

interface State {
  silent: boolean
  /** Within a tag of the page that was packed into it. */
  tag: boolean
  /** RTF that only stands in for a tag. */
  stand: boolean
  /** So many signs stand in for one of Unicode. */
  instead: number
}

/**
 * Takes RTF, one byte a sign; gives its words. `page` says that they are the web page that the RTF was made of, as Outlook
 * keeps it within.
 */
export function wordsOfRtf(rtf: string): { words: string; page: boolean } {
  const page = /^\{\\rtf1[^{}]{0,400}\\fromhtml1/.test(rtf)
  const charset = charsetOf(Number(/\\ansicpg([0-9]{3,5})/.exec(rtf.slice(0, 2_000))?.[1]))
  const stack: State[] = []
  let state: State = { silent: false, tag: false, stand: false, instead: 1 }
  let words = ''
  let bytes: number[] = []
  let skip = 0
  const heard = () => !state.silent && !(page && state.stand && !state.tag)
  const flush = () => {
    if (bytes.length > 0) words += textIn(charset, Uint8Array.from(bytes))
    bytes = []
  }
  const say = (text: string) => {
    flush()
    if (heard()) words += text
  }
  const byte = (code: number) => {
    if (skip > 0) skip--
    else if (heard()) bytes.push(code)
  }
  const word = /\\(?:([a-z]{1,32})(-?[0-9]{1,10})? ?|'([0-9a-f]{2})|([^a-z]))/iy
  for (let at = 0; at < rtf.length;) {
    const sign = rtf[at]!
    if (sign === '{') {
      flush()
      stack.push(state)
      state = { ...state }
      at++
    } else if (sign === '}') {
      flush()
      state = stack.pop() ?? state
      at++
    } else if (sign !== '\\') {
      if (sign !== '\r' && sign !== '\n') byte(rtf.charCodeAt(at))
      at++
    } else {
      word.lastIndex = at
      const found = word.exec(rtf)
      at = found ? word.lastIndex : at + 1
      if (!found) continue
      const [, name, number, hex, other] = found
      if (hex) byte(Number.parseInt(hex, 16))
      else if (other === '*') {
        // what nobody needs to know; the tags of a page are just such
        if (rtf.startsWith('\\htmltag', at)) {
          at += /^\\htmltag[0-9]{0,5} ?/.exec(rtf.slice(at, at + 20))![0].length
          state.tag = page
          state.silent ||= !page
        } else state.silent = true
      } else if (name === 'u') {
        const code = Number(number) & 0xffff
        say(String.fromCharCode(code))
        skip = state.instead
      } else if (name === 'uc') state.instead = Number(number ?? 1)
      else if (name === 'bin') at += Math.max(0, Number(number ?? 0))
      else if (name === 'htmlrtf') {
        flush()
        state.stand = number !== '0'
      } else if (name && wordless.has(name)) state.silent = true
      else if (signs[name ?? other!] !== undefined) say(signs[name ?? other!]!)
    }
  }
  flush()
  return { words, page }
}
