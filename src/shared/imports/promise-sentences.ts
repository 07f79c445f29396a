import { withoutEnd } from '../values/ends'
import { languages, type Language } from '../values/languages'
import { findWhen } from '../values/when'
import { split, tidy, plainDay } from './dates'
import type { Day } from '../values/flavours'

/** A sentence that promises something, and where it stands in its text. */
export interface PromiseSentence {
  words: string
  /** Its place in the text, in UTF-16 units. */
  from: number
  to: number
  language: Language
  /** The day it names, counted from the day on which it was written; null where it names none. */
  due: string | null
  time: string | null
}

/** How one language promises: who speaks for us, and that something will be done. Matched against words without capitals and accents. */
const promising: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:i|we|you|they|he|she|it|(?:the|your|our)(?: \w{1,30}){1,3})(?:'ll| will| shall| (?:am|are|is) going to)(?! not\b|n't\b)\b|\b(?:i|we) (?:promise|guarantee|commit|undertake)\b|\byou (?:can expect|have my word)\b/,
  el: /(?:^|[\s,(«"])θα (?!ηθελ|μπορουσ|επρεπ|ειχ|ηταν)(?:σας |σου |τ[οαηι][νυςσ]? |μας |το )?[\u03b1-\u03c9]{2,}|(?:^|\s)(?:υποσχομαστε|υποσχομαι|δεσμευομαστε|δεσμευομαι|εγγυομαστε|εγγυωμαι)(?=\s|$)/,
  es: /(?:^|\s)(?:prometo|prometemos|garantizamos|garantizo|nos comprometemos|me comprometo)(?=\s|$)|(?:^|\s)(?:(?:le|les|te|lo|la|los|las|se) ){0,2}(?:[a-z]{2,}(?:are|ere|ire|aremos|eremos|iremos)|(?:enviar|entregar|llegar|estar|reemplazar|repondr|tendr|pondr|har|devolver|pagar|llamar|recibir|recoger)(?:a|an|as|e|emos))(?=[\s.,;:!]|$)|(?:^|\s)(?:vamos|voy) a [a-z]{3,}/,
  et: /(?:^|\s)(?:lubame|luban|tagame|tagan|garanteerime|kohustume)(?=[\s,]|$)|(?:^|\s)(?:saadame|toome|asendame|parandame|helistame|anname|tarnime|maksame|teeme|vastame|votame uhendust|saadan|helistan|saate|jouab|saabub)(?=[\s,.]|$)/,
  fil: /\b(?:nangangako|pangako namin|ipinapangako|sinisiguro namin|tinitiyak namin)\b|\b(?:ipapadala|papalitan|ihahatid|tatawag(?:an)?|ibabalik|aayusin|babayaran|darating|dadalhin|magpapadala|maghahatid|sasagutin|kokontakin) (?:po )?(?:namin|ko|kami|kayo|ka|ang|sa|na|ito|natin)\b/
}

/** What makes a sentence no promise: it asks, doubts or refuses. */
const doubting: Readonly<Record<Language, RegExp>> = {
  en: /\bif you will\b|\bwill (?:i|we|you) |\b(?:hope|think|maybe|perhaps|might|would|try to|unlikely)\b|\b(?:will|shall) (?:not|never)\b|\bwon't\b/,
  el: /(?:^|\s)(?:δεν θα|ισως|μαλλον|ελπιζ|μπορει να|θα προσπαθησ)/,
  // English words end like Spanish futures: where, there, entire
  es: /(?:^|\s)(?:the|you|we|is|are|to|with|your|our|this|that)(?=\s)|(?:^|\s)(?:no (?:le|les|lo|la|se|te)? ?[a-z]+(?:re|ra|remos|ran)|quiza|quizas|tal vez|esperamos que|ojala|intentaremos)(?=\s|$)/,
  et: /(?:^|\s)(?:ei (?:saa|luba|saada)|voib-olla|ehk|loodame|proovime|puuame)(?=[\s,]|$)/,
  fil: /\b(?:hindi|baka|siguro|sana|susubukan)\b/
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'").replaceAll('ς', 'σ')

const mostRead = 50_000
const longest = 600

/**
 * Takes the words of a mail or a call and the day on which they were said, gives the sentences in them that promise
 * something, in any of the five languages, with the day that they name. They are offered, never recorded by themselves.
 */
export function promiseSentences(text: string, saidOn: Day): PromiseSentence[] {
  const found: PromiseSentence[] = []
  for (const { words, from, to } of sentencesIn(text.slice(0, mostRead))) {
    if (words.length > longest || /[?;]$/.test(words) || /^\s*>/.test(words)) continue
    const bare = plain(words)
    const language = languages.find((each) => promising[each].test(bare) && !doubting[each].test(bare))
    if (!language) continue
    const when = findWhen(words, language, saidOn)
    found.push({ words, from, to, language, due: when?.day ?? writtenDayIn(words), time: when?.time ?? null })
  }
  return found
}

/** The day that stands in a sentence in figures or with its month by name; null where it may be read in two ways. */
function writtenDayIn(words: string): string | null {
  const parts = words.split(/\s+/)
  for (let at = 0; at < parts.length; at++) {
    for (const length of [4, 3, 2, 1]) {
      const cell = tidy(withoutEnd(parts.slice(at, at + length).join(' '), /[.,;:!)]/))
      const date = cell && cell.length > 5 && /[0-9]/.test(cell) ? split(cell)?.date : null
      const day = date ? plainDay(date) : null
      if (day) return day
    }
  }
  return null
}

/** Takes a text, gives its sentences with their places; a line of its own is one, too. */
function sentencesIn(text: string): { words: string; from: number; to: number }[] {
  const found: { words: string; from: number; to: number }[] = []
  let from = 0
  const push = (to: number) => {
    const raw = text.slice(from, to)
    const words = raw.trim()
    if (words) found.push({ words, from: from + raw.indexOf(words), to: from + raw.indexOf(words) + words.length })
    from = to
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (sign === '\n') push(at + 1)
    // an abbreviation or a number goes on in small letters
    else if ('.!?;'.includes(sign) && /^[\s"»”)]*(?:\s[\p{Lu}\p{N}"«“¿¡(]|$|\n)/u.test(text.slice(at + 1, at + 6))) push(at + 1)
  }
  push(text.length)
  return found
}
