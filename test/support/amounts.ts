// What is printed in a currency, and what of it may be printed in full: what was recorded, or follows from it without a draw.

/** An amount as it is printed, with the text that it stands in. */
export interface Printed {
  amount: number
  text: string
}

const sign = '[€$£]'
const number = '\\d[\\d.,\\u00a0\\u202f]*'
const printed = new RegExp(`${sign}\\s?(${number})|(${number})\\s?${sign}`, 'gu')

/** Takes anything made of texts, gives the amounts in them. The last mark before two figures is one of decimals. */
export function amountsIn(value: unknown): Printed[] {
  if (typeof value === 'string') {
    return [...value.matchAll(printed)].map(([, before, after]) => {
      const [, whole = '', cents = ''] = /^(.*?)(?:[.,](\d{2}))?$/u.exec((before ?? after)!.replace(/[.,\u00a0\u202f]+$/u, ''))!
      return { amount: Number(`${whole.replace(/\D/g, '')}.${cents || '0'}`), text: value.slice(0, 200) }
    })
  }
  return value && typeof value === 'object' ? Object.values(value).flatMap(amountsIn) : []
}

/** Takes records and results, gives the amounts in them that are certain, in major units of two decimals, exact and to the whole unit. */
export function certainAmounts(value: unknown): Set<number> {
  const found = new Set<number>()
  const add = (amount: number): void => void found.add(Math.abs(amount)).add(Math.round(Math.abs(amount)))
  const walk = (at: unknown): void => {
    if (typeof at === 'string') for (const { amount } of amountsIn(at)) add(amount)
    if (!at || typeof at !== 'object') return
    const one = at as Record<string, unknown>
    const figure = typeof one.p10 === 'number' && typeof one.p90 === 'number'
    if (figure && one.p10 === one.p90) add(Number(one.p50) / 100)
    if (one.as === 'exact') add(Number(one.value))
    for (const key of ['cost', 'relief', 'amount']) if (typeof one[key] === 'number') add(one[key] / 100)
    for (const [key, inner] of Object.entries(one)) if (key !== 'tornado') walk(inner)
  }
  walk(value)
  return found
}

/** Gives those that have more than three figures and are not certain. */
export function preciseOnes(found: readonly Printed[], certain: ReadonlySet<number>): Printed[] {
  return found.filter(
    ({ amount }) =>
      amount
        .toFixed(2)
        .replace(/\D/g, '')
        .replace(/^0+|0+$/g, '').length > 3 && !certain.has(amount)
  )
}
