// What of a mail its writer wrote, apart from what they quote and from their signature.

/** A mail's words in three parts; all of it is kept with the original. */
export interface Folded {
  words: string
  quoted: string
  signature: string
}

const longestLine = 1_000

/** "On Mon, 14 Sep 2026 at 08:12, Anna Berg <anna@…> wrote:", in the languages that mail programs write it in. */
const wrote =
  /(?:wrote|writes|écrit|schrieb|escribió|escribio|escreveu|έγραψε|έγραψαν|kirjutas|kirjoitti|sumulat|isinulat ni|ha scritto|schreef|skrev|napisał\(a\))(?: [^\n:]{0,100})?\s?:\s*$/iu
const begun =
  /^(?:On|Am|Le|El|Em|Στις|Στις,|Την|Τη|Il|Op|Den|Noong|Sa|W dniu|Kuupäeval|\p{L}{1,3}, |[0-9]{1,4}[-./]|[^<>\n]{0,80}<[^<>\n]{3,100}>)/iu

/** The line that stands between a reply and the mail that it answers. */
const divider =
  /^[-_ ]{2,}\s{0,3}(?:original message|forwarded message|mensaje original|mensaje reenviado|αρχικό μήνυμα|προωθημένο μήνυμα|algne kiri|edastatud kiri|algkiri|orihinal na mensahe|ipinasang mensahe|ursprüngliche nachricht|weitergeleitete nachricht|message d'origine|message transféré|oorspronkelijk bericht|messaggio originale)\s{0,3}[-_ ]*$/iu

/** The first line of the head that Outlook puts above what it quotes, and the lines that follow it. */
const head = {
  from: /^\s{0,3}\*?(?:from|de|von|από|saatja|kellelt|mula(?: kay)?|van|da|från|fra)\s?:\*?\s/iu,
  more: /^\s{0,3}\*?(?:sent|date|to|subject|cc|enviado(?: el)?|fecha|para|asunto|gesendet|datum|an|betreff|στάλθηκε|ημερομηνία|προς|κοιν\.?|θέμα|saadetud|kuupäev|kellele|adressaat|teema|ipinadala|petsa|para kay|paksa|envoyé|date|à|objet)\s?:\*?\s/iu
}

const rule = /^_{10,}\s*$/
const dashes = /^-- ?$/
const device =
  /^(?:sent from my|sent from|get outlook for|enviado desde mi|obtener outlook para|στάλθηκε από το|απεστάλη από|saadetud minu|ipinadala mula sa aking|von meinem|gesendet von|envoyé de mon)\b.{0,80}$/iu

const isQuote = (line: string) => /^\s{0,3}>/.test(line)
const isBlank = (line: string) => line.trim() === ''

/** Whether what is quoted begins with this line; how many lines its beginning has. */
function begins(lines: string[], at: number): boolean {
  const line = lines[at]!
  if (line.length > longestLine) return false
  if (divider.test(line)) return true
  const next = nextFilled(lines, at + 1)
  if (rule.test(line)) return next !== null && head.from.test(lines[next]!)
  if (head.from.test(line)) return lines.slice(at + 1, at + 5).filter((each) => head.more.test(each)).length >= 2
  // a mail program wraps the line that says who wrote
  const joined = `${line} ${lines[at + 1] ?? ''}`.slice(0, longestLine)
  const says = wrote.test(line) || (!isBlank(line) && wrote.test(joined.trimEnd()) && !wrote.test(lines[at + 1] ?? ''))
  return says && begun.test(line.trim()) && followed(lines, at)
}

function nextFilled(lines: string[], from: number): number | null {
  for (let at = from; at < Math.min(lines.length, from + 4); at++) if (!isBlank(lines[at]!)) return at
  return null
}

/** What says who wrote stands above a quote, or above all that is left. */
function followed(lines: string[], at: number): boolean {
  const own = wrote.test(lines[at]!) ? 1 : 2
  const next = nextFilled(lines, at + own)
  return next !== null
}

/** Takes the text of a mail, gives what its writer wrote apart from the quoted end and the signature. */
export function folded(text: string): Folded {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => (line === '-- ' ? line : line.trimEnd()))
  let end = lines.length
  for (let at = 0; at < lines.length; at++) {
    if (begins(lines, at) && !answersBelow(lines, at)) {
      end = at
      break
    }
  }
  // a quote at the end that nobody is said to have written
  let last = end
  while (last > 0 && (isBlank(lines[last - 1]!) || isQuote(lines[last - 1]!))) last--
  if (lines.slice(last, end).some(isQuote)) end = last
  let sign = end
  for (let at = Math.max(0, end - 25); at < end; at++) {
    if (!dashes.test(lines[at]!) && !device.test(lines[at]!.trim())) continue
    sign = at
    break
  }
  const words = lines.slice(0, sign).join('\n').trim()
  // a mail that is nothing but a quote says what it quotes: it was forwarded
  if (words === '') return { words: text.trim(), quoted: '', signature: '' }
  return { words, quoted: lines.slice(end).join('\n').trim(), signature: lines.slice(sign, end).join('\n').trim() }
}

/** Whether somebody answers between the lines that they quote: then all of it is theirs to be read. */
function answersBelow(lines: string[], at: number): boolean {
  if (divider.test(lines[at]!) || head.from.test(lines[at]!) || rule.test(lines[at]!)) return false
  const own = wrote.test(lines[at]!) ? 1 : 2
  const first = lines.findIndex((line, place) => place >= at + own && isQuote(line))
  if (first < 0) return false
  let quotes = 0
  let answers = 0
  for (const line of lines.slice(first)) {
    if (dashes.test(line)) break
    if (isQuote(line)) quotes++
    else if (!isBlank(line) && !device.test(line.trim())) answers++
  }
  return quotes > 0 && answers > 0
}
