/**
 * Takes a text, gives it as it is compared when something is looked for: without case, accents and other marks, in any
 * script ("Ξενοδοχείο Φως" is found by "ξενοδοχειο φωσ", "Jõgi" by "jogi", "Ёлка" by "елка"). Words begin and end where
 * they did, so that a place in the folded text is one in the text.
 */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ς', 'σ').replaceAll('ß', 'ss')
}
