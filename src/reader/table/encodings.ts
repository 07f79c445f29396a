import type { Encoding } from '../../shared/contract/imports'

/** The upper half of the Greek character set of old Macs, which no decoder of the platform knows. */
const macGreek =
  'Ä¹²É³ÖÜ΅àâä΄¨çéèêë£™îï•½‰ôö¦€ùûü†ΓΔΘΛΞΠß®©ΣΪ§≠°·Α±≤≥¥ΒΕΖΗΙΚΜΦΫΨΩάΝ¬ΟΡ≈Τ«»…\u00a0ΥΧΆΈœ–―“”‘’÷ΉΊΌΎέήίόΏύαβψδεφγηιξκλμνοπώρστθωςχυζϊϋΐΰ\u00ad'

/** Gives a function that turns pieces of bytes into text and throws when a byte does not fit the encoding. */
export function decoderOf(encoding: Encoding): (piece?: Uint8Array) => string {
  if (encoding === 'x-mac-greek') {
    return (piece) => {
      let text = ''
      for (const byte of piece ?? []) text += byte < 0x80 ? String.fromCharCode(byte) : macGreek[byte - 0x80]
      return text
    }
  }
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (piece) => decoder.decode(piece, { stream: piece !== undefined })
}

/**
 * Takes bytes and the name of a character set, gives their text; what fits none is shown as such. Node 20 takes windows-1252 for
 * Latin-1 where all is decoded in one go, and loses the dashes, quotes and the euro of Windows: piece by piece it does not.
 */
export function textIn(charset: string, bytes: Uint8Array): string {
  const decoder = new TextDecoder(charset)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}

/** Letters beyond a to z of the languages that these character sets were made for. */
const alphabets = {
  el: 'αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋΐΰ',
  plain: '',
  es: 'áéíñóúü',
  ptgl: 'ãõáéíóúâêôàç',
  fr: 'àâæçéèêëîïôœùûüÿ',
  it: 'àèéìîòù',
  ca: 'àçèéíïòóúü·',
  de: 'äöüß',
  nl: 'áéëïíóöüú',
  scandinavian: 'åäöéüæø',
  is: 'áðéíóúýþæö',
  et: 'äõöüšž',
  lt: 'ąčęėįšųūž',
  lv: 'āčēģīķļņšūž',
  pl: 'ąćęłńóśźż',
  cs: 'áčďéěíňóřšťúůýž',
  sk: 'áäčďéíĺľňóôŕšťúýž',
  hu: 'áéíóöőúüű',
  ro: 'ăâîşţșț',
  hr: 'čćđšž',
  sq: 'çë'
} as const
type Alphabet = keyof typeof alphabets

const candidates: readonly [encoding: Encoding, alphabets: Alphabet[]][] = [
  ['windows-1252', ['plain', 'es', 'ptgl', 'fr', 'it', 'ca', 'de', 'nl', 'scandinavian', 'is', 'et', 'sq']],
  ['windows-1253', ['el']],
  ['windows-1257', ['et', 'lt', 'lv', 'pl']],
  ['windows-1250', ['pl', 'cs', 'sk', 'hu', 'ro', 'hr', 'de']],
  ['macintosh', ['es', 'ptgl', 'fr', 'it', 'ca', 'de', 'nl', 'scandinavian', 'is']],
  ['x-mac-greek', ['el']]
]
/** Signs that people write beside and between words. */
const punctuation = new Set('–—‘’‚“”„…•€£¥§©®™°·«»¿¡ºª²³½¼¾±×÷´¨¸¢¤ ‹›¦†‡‰µ¶\u00ad\u2015΄΅')
/** Those that stand inside a word or a number. */
const inside = new Set("’·'–-")

/** Takes a text as one encoding gives it, gives how many of its signs beyond ASCII are what people of one of the languages write. */
function fit(text: string, allowed: Alphabet[]): number {
  const letters = new Map<string, number>()
  let signs = 0
  let bad = 0
  let good = 0
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) < 0x80) continue
    const sign = text[at]!
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    signs++
    if (/\p{L}/u.test(sign)) {
      // a capital in the middle of a word of small letters
      if (/\p{Lu}/u.test(sign) && /\p{Ll}/u.test(before)) bad++
      // or between two of them where the word goes on in small letters: OÕNeill is O’Neill
      else if (/\p{Lu}/u.test(sign) && /\p{Lu}\p{Ll}/u.test(text.slice(at + 1, at + 3)) && /\p{Lu}/u.test(before)) bad++
      // two scripts in one word; a final sigma that ends no word
      else if (/\p{Script=Greek}/u.test(sign) && (/[a-z]/i.test(before) || /[a-z]/i.test(after))) bad++
      else if ((sign === 'ς' && /\p{L}/u.test(after)) || (sign === 'σ' && !/\p{L}/u.test(after))) bad++
      else letters.set(sign.toLowerCase(), (letters.get(sign.toLowerCase()) ?? 0) + 1)
    } else if (!punctuation.has(sign)) bad++
    else if (/\p{L}/u.test(before) && /\p{L}/u.test(after) && !inside.has(sign)) bad++
    else good++
  }
  const known = allowed.map((name) => {
    const alphabet: string = alphabets[name]
    return [...letters].reduce((sum, [letter, count]) => sum + (alphabet.includes(letter) ? count : 0), 0)
  })
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0)
  const best = Math.max(0, ...known)
  return signs === 0 ? 1 : (best + good - 2 * bad - (all - best)) / signs
}

/** Takes bytes of a text that is not UTF-8, gives the character set in which its words are those of a language. */
export function likelyEncoding(bytes: Uint8Array): Encoding {
  let best: { encoding: Encoding; score: number } = { encoding: 'windows-1252', score: -Infinity }
  for (const [encoding, allowed] of candidates) {
    let text: string
    try {
      text = decoderOf(encoding)(bytes)
    } catch {
      continue
    }
    const score = fit(text, allowed)
    if (score > best.score + 1e-9) best = { encoding, score }
  }
  return best.encoding
}
