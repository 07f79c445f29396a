import { describe, expect, it } from 'vitest'
import type { Calculator } from '../../../src/shared/losses/model/calculator'
import { guardText } from '../../../src/shared/losses/engine/guard-text'
import type { GuardRow, LossLineInput } from '../../../src/shared/losses/engine/incident-loss'
import { simulateIncident } from '../../../src/shared/losses/engine/simulate'
import { exact, harmful, incident, line, lookup } from './test-calculators'

const calculators = [
  harmful('contribution', ['lost-contribution']),
  harmful('sold', ['lost-sales']),
  harmful('idle', ['idle-labour']),
  harmful('rush', ['extra-expense'], { insteadOf: ['lost-sales', 'lost-contribution'] }),
  harmful('damages', ['liquidated-damages']),
  harmful('stock', ['stock-lost']),
  harmful('whole', ['lost-contribution'], { covers: () => 'whole' }),
  harmful('copq', ['scrap-rework'], { covers: () => 'quality' }),
  harmful('scrap', ['scrap-rework']),
  harmful('interest', ['interest']),
  harmful('over', ['overcharge', 'interest']),
  harmful('time', ['customer-time']),
  harmful('law', ['statutory']),
  harmful('recovery', ['recovery-work']),
  harmful('outage', ['lost-sales', 'idle-labour'], {
    compute: (draw) => ({
      lines: ['sales', 'people'].map((id) => ({ id, label: () => id, amount: (draw['amount'] as number) / 2 })),
      total: draw['amount'] as number
    })
  })
]
const of = (...lines: LossLineInput[]): GuardRow[] =>
  simulateIncident(incident(lines, { calculators: lookup(calculators as Calculator[]) })).guard
const one = (calculator: string, value: number, more: Partial<LossLineInput> = {}) =>
  line(`${calculator}-${value}`, { amount: exact(value) }, { calculator, ...more })

describe('the double-count guard', () => {
  it.each([
    ['idle-in-contribution', 'contribution', 'idle'],
    ['idle-in-contribution', 'idle', 'sold'],
    ['expedite-and-sales', 'rush', 'sold'],
    ['damages-beside-loss', 'damages', 'contribution'],
    ['damages-beside-loss', 'idle', 'damages'],
    ['quality-twice', 'copq', 'scrap'],
    ['whole-and-part', 'whole', 'contribution'],
    ['whole-and-part', 'rush', 'whole'],
    ['interest-twice', 'interest', 'over'],
    ['stock-and-sales', 'stock', 'sold'],
    ['same-hours', 'time', 'recovery'],
    ['same-harm', 'contribution', 'sold'],
    ['statutory-beside-loss', 'law', 'time']
  ])('%s: %s beside %s', (rule, a, b) => {
    const [row, ...rest] = of(one(a, 10), one(b, 20))
    expect(rest).toEqual([])
    const ids = [`${a}-10`, `${b}-20`].sort()
    expect(row).toEqual({ key: `${rule}:${ids.join('+')}`, rule, lines: ids, atStake: 1_000, certain: true })
  })
  it('names a copy of a line', () => {
    const rows = of(
      line('a', { amount: exact(5) }, { calculator: 'sold' }),
      line('b', { amount: exact(5) }, { calculator: 'sold' })
    )
    expect(rows.map(({ rule }) => rule)).toEqual(['same-line'])
  })
  it('names an outage that both sells and idles, in itself', () => {
    expect(of(one('outage', 100))).toEqual([
      { key: 'sells-and-idles:outage-100', rule: 'sells-and-idles', lines: ['outage-100'], atStake: 5_000, certain: true }
    ])
  })
  it('leaves alone what is different, what is nothing, and what came back', () => {
    expect(of(one('scrap', 1), one('rush', 2))).toEqual([])
    expect(of(one('contribution', 1), one('idle', 0))).toEqual([])
    expect(of(one('contribution', 5), one('damages', 2, { status: 'compensated' }))).toEqual([])
  })
  it('leaves alone lines that touch different orders', () => {
    const rows = (orderId: string) => of(one('rush', 1, { orderId: 'order-1' }), one('sold', 2, { orderId }))
    expect(rows('order-2')).toEqual([])
    expect(rows('order-1').length).toBe(1)
  })
  it('keeps its key over edits of amounts and order, so that an answer stays', () => {
    const [before] = of(one('rush', 10), one('sold', 20))
    const [after] = of(line('sold-20', { amount: exact(99) }, { calculator: 'sold' }), one('rush', 10))
    expect(after!.key).toBe(before!.key)
  })
  it('says why, in each language', () => {
    const [row] = of(one('rush', 10), one('sold', 20))
    const titles = { 'rush-10': 'Air freight', 'sold-20': 'Lost sales' }
    expect(guardText(row!, titles, 'en').title).toBe('“Air freight” and “Lost sales” may count the same harm twice')
    const said = ['en', 'el', 'es', 'et', 'fil'].map((locale) => guardText(row!, titles, locale).why)
    expect(new Set(said).size).toBe(5)
    expect(said.every((why) => why.length > 40)).toBe(true)
  })
})
