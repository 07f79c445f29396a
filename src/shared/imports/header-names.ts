/** What stands before the name of a field and says only of what it is: "Ticket status", "Initial channel". */
const before = new Set(
  'ticket tickets case conversation message incident issue request complaint order orders item line lines lineitem initial original main primary current survey record call your our the'.split(
    ' '
  )
)
/** What stands behind it and adds nothing: "Shipped on date", "Channel type". */
const behind = new Set('date time timestamp datetime utc gmt type text'.split(' '))
/** "Order total amount" is the total; "Unit amount" is no unit. */
const amounts = new Set(['amount', 'value'])
/** Of these a part or a good is meant, and its number is not that of the whole. */
const parts = new Set(['item', 'line', 'lines', 'lineitem'])
const numbers = new Set(['id', 'number', 'no', 'nr', 'name', 'date'])
/** How a system calls the shown name of a record: "Customer/Display Name" is the customer. */
const shown = new Set(['displayname', 'name', 'title'])

/** Takes a header, gives its letters and digits, small. */
export const bareHeader = (header: string): string =>
  header
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Takes a header that is no known name, gives the names that it may stand for, the nearest first: without what stands in
 * brackets behind it, without its path, without the words that say only of what it is.
 */
export function shorterNames(header: string): string[] {
  if (header.length > 100) return []
  const text = header.replace(/[#№]/g, ' number ').trim()
  const bracket = /[([]([^()[\]]{1,40})[)\]]$/.exec(text)
  // "Account Name (ID)" is another column than "Account Name"
  if (bracket && /^(?:id|ids|key|url|email)$/i.test(bracket[1]!)) return []
  const plain = bracket ? text.slice(0, bracket.index).trim() : text
  const steps = plain.split('/').map((step) => step.trim())
  const last = steps.at(-1)!
  const own = steps.length > 1 && shown.has(bareHeader(last)) ? steps.at(-2)! : last
  const words = own
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const names = [bareHeader(plain), words.join('')]
  for (let from = 0; from < words.length; from++) {
    const rest = words.slice(from)
    if (from > 0 && !(numbers.has(rest.join('')) && parts.has(words[from - 1]!))) names.push(rest.join(''))
    if (rest.length > 1 && (behind.has(rest.at(-1)!) || (rest.length > 2 && amounts.has(rest.at(-1)!))))
      names.push(rest.slice(0, -1).join(''))
    if (!before.has(words[from]!)) break
  }
  // "Order time" is no order
  return [...new Set(names)].filter((name) => name !== '' && !before.has(name))
}

/** The zone that a header says its times are in: "Created At (UTC)", "date_created_gmt"; null where it says none. */
export function zoneInHeader(header: string): string | null {
  const [, bracket, end] = /(?:[([]\s?([A-Z]{2,5}(?:[+-][0-9:]{1,5})?)\s?[)\]]|[_ ](utc|gmt))$/i.exec(header.trim()) ?? []
  return (bracket ?? end)?.toUpperCase() ?? null
}
