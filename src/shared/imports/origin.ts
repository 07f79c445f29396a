/** Between a system and the account in it, in the name of an origin: "Zendesk · harrow.zendesk.com". */
const mark = ' · '

/** Takes the name of an origin, gives the system in it. */
export const systemOf = (source: string): string => source.split(mark)[0]!

/** Takes a system and, where it is known, the account in it; gives the name of that origin. */
export const originNamed = (system: string, account: string | null): string =>
  (account ? `${system}${mark}${account}` : system).slice(0, 100)

/** The marks that nobody sees: direction, joining, width zero, byte order. */
const unseen = /[\p{Cf}\u115f\u1160\u3164\ufe0e\ufe0f]/gu

/** Takes a name as somebody wrote it, gives what two spellings of it have in common. */
export const nameKey = (name: string): string => name.normalize('NFC').replace(unseen, '').trim().toLowerCase().replace(/\s+/g, ' ')

/** Takes a mail address, gives what two spellings of it have in common; null when it is none. */
export function addressKey(text: string): string | null {
  const address = text.replace(unseen, '').trim().toLowerCase()
  const at = address.indexOf('@')
  if (at < 1 || at !== address.lastIndexOf('@') || address.length > 320 || /[\s,;<>"]/.test(address)) return null
  return address.indexOf('.', at) > at + 1 ? address : null
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/** Takes a Salesforce id of 15 signs, gives the three that make it one of 18: each tells which of five signs are capitals. */
function salesforceEnd(id: string): string {
  let end = ''
  for (let part = 0; part < 15; part += 5) {
    let bits = 0
    for (let at = 0; at < 5; at++) if (id[part + at]! >= 'A' && id[part + at]! <= 'Z') bits |= 1 << at
    end += alphabet[bits]
  }
  return end
}

/** Takes a number at the source, gives what two spellings of it have in common: a Salesforce id has 15 or 18 signs. */
export function numberKey(number: string): string {
  const id = number.slice(0, 15)
  return /^[0-9A-Za-z]{18}$/.test(number) && salesforceEnd(id) === number.slice(15).toUpperCase() ? id : number
}

/** Takes what two spellings have in common, gives every spelling of that number. */
export const spellingsOf = (key: string): string[] =>
  /^[0-9A-Za-z]{15}$/.test(key) && /[0-9]/.test(key) ? [key, key + salesforceEnd(key)] : [key]
