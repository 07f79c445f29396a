const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** Ends a paragraph, a row of a table, a slide's text; a break or a tab within one. */
const ends = /^\/(?:w:p|a:p|text:p|text:h|w:tr)$/
const breaks: Readonly<Record<string, string>> = {
  'w:br': '\n',
  'w:cr': '\n',
  'a:br': '\n',
  'text:line-break': '\n',
  'w:tab': ' ',
  'text:tab': ' ',
  'text:s': ' ',
  '/w:tc': ' ',
  '/table:table-cell': ' '
}
/** What holds words in Word and PowerPoint; in OpenDocument whatever stands in a paragraph does. */
const holds = /^(?:w:t|a:t|text:p|text:h)$/
/** Taken out while changes were kept, or never seen. */
const silent = /^(?:w:delText|w:instrText|text:tracked-changes|office:annotation|style:.+|office:automatic-styles)$/

/**
 * Takes the XML of a paper, gives its words with its paragraphs, no more than so many characters. One pass over the letters; nothing
 * that the XML refers to is looked up.
 */
export function wordsOfXml(xml: string, most: number): string {
  let words = ''
  let depth = 0
  let hidden = ''
  for (let at = 0; at < xml.length && words.length < most;) {
    const open = xml.indexOf('<', at)
    const to = open < 0 ? xml.length : open
    if (to > at && depth > 0 && !hidden) words += read(xml.slice(at, to))
    if (open < 0) break
    const close = xml.indexOf('>', open)
    if (close < 0) break
    at = close + 1
    const empty = xml[close - 1] === '/'
    const tag = /^\/?[\w:.-]{1,60}/.exec(xml.slice(open + 1, Math.min(close, open + 62)))?.[0] ?? ''
    if (hidden) {
      if (tag === `/${hidden}`) hidden = ''
    } else if (silent.test(tag)) hidden = empty ? '' : tag
    else if (tag in breaks) words += breaks[tag]
    else {
      if (holds.test(tag) && !empty) depth++
      else if (tag.startsWith('/') && holds.test(tag.slice(1))) depth = Math.max(0, depth - 1)
      if (ends.test(tag)) words += '\n'
    }
  }
  return words.slice(0, most)
}

const read = (text: string): string =>
  text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (name[0] !== '#') return named[name] ?? whole
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
