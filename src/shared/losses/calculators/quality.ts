import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { count, days, exactly, minutes, money, moneyPerHour, moneyPerUnit, share, source } from './build'
import { beside, by, number, part, percent, plain, result } from './compute'

const mfgcalcs = source('mfgcalcs.com (reviewed 2026-05-12), scrap, rework and warranty cost', 'https://mfgcalcs.com')

/** Goods that had to be thrown away. */
export const scrap: Calculator = {
  id: 'scrap',
  version: 1,
  group: 'quality',
  title: m.calc_scrap_title,
  formula: m.calc_scrap_formula,
  sources: [mfgcalcs],
  harms: ['scrap-rework'],
  fields: [
    count('units', m.calc_units, m.calc_units_scrap_meaning),
    moneyPerUnit('material', m.calc_material, m.calc_material_meaning),
    moneyPerUnit('labour', m.calc_labour, m.calc_labour_meaning, { optional: true, start: 0 }),
    moneyPerUnit('disposal', m.calc_disposal, m.calc_disposal_meaning, { optional: true, start: 0 }),
    money('salvage', m.calc_salvage, m.calc_salvage_meaning, { optional: true, start: 0 }),
    count('unitsMade', m.calc_units_run, m.calc_units_run_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_scrap_example,
      inputs: exactly({ units: 320, material: 7.4, labour: 2.1, disposal: 0.5, salvage: 400 }),
      expected: 2800
    }
  ],
  compute(draw) {
    const units = number(draw, 'units')
    const material = number(draw, 'material')
    const labour = number(draw, 'labour')
    const disposal = number(draw, 'disposal')
    const salvage = number(draw, 'salvage')
    const cost = units * (material + labour + disposal)
    const made = number(draw, 'unitsMade')
    const net = Math.max(0, cost - salvage)
    const rate = by(units, made)
    const good = Math.max(0, made - units)
    return result([
      beside(
        'before-salvage',
        m.calc_part_before_salvage,
        cost,
        () => `${plain(units)} × (${plain(material)} + ${plain(labour)} + ${plain(disposal)})`
      ),
      part('scrap', m.calc_scrap_title, net, () => `max(0, ${plain(cost)} − ${plain(salvage)})`),
      ...(made > 0 ? [beside('scrap-rate', m.calc_part_scrap_rate, rate, () => `${plain(units)} ÷ ${plain(made)}`, 'share')] : []),
      ...(good > 0
        ? [
            beside(
              'per-good-unit',
              m.calc_part_per_good_unit,
              by(net, good),
              () => `${plain(net)} ÷ (${plain(made)} − ${plain(units)})`,
              'money-per-unit'
            )
          ]
        : [])
    ])
  }
}

/** Goods that had to be put right. */
export const rework: Calculator = {
  id: 'rework',
  version: 1,
  group: 'quality',
  title: m.calc_rework_title,
  formula: m.calc_rework_formula,
  sources: [mfgcalcs],
  harms: ['recovery-work'],
  fields: [
    count('units', m.calc_units, m.calc_units_rework_meaning),
    minutes('minutesPerUnit', m.calc_minutes_per_unit, m.calc_minutes_per_unit_meaning, { max: 100000 }),
    moneyPerHour('loadedRate', m.calc_loaded_rate, m.calc_loaded_rate_meaning),
    moneyPerHour('capacityRate', m.calc_capacity_rate, m.calc_capacity_rate_meaning, { optional: true, start: 0 }),
    moneyPerUnit('material', m.calc_material, m.calc_material_rework_meaning, { optional: true, start: 0 })
  ],
  examples: [
    {
      title: m.calc_rework_example,
      inputs: exactly({ units: 200, minutesPerUnit: 6, loadedRate: 38, capacityRate: 45, material: 1.2 }),
      expected: 1900
    }
  ],
  compute(draw) {
    const units = number(draw, 'units')
    const each = number(draw, 'minutesPerUnit')
    const rate = number(draw, 'loadedRate')
    const capacity = number(draw, 'capacityRate')
    const material = number(draw, 'material')
    const hours = (units * each) / 60
    const cost = hours * (rate + capacity) + units * material
    return result([
      beside('hours', m.calc_part_rework_hours, hours, () => `${plain(units)} × ${plain(each)} ÷ 60`, 'hours'),
      part('labour', m.calc_part_rework_labour, hours * rate, () => `${plain(hours)} × ${plain(rate)}`),
      part('capacity', m.calc_part_rework_capacity, hours * capacity, () => `${plain(hours)} × ${plain(capacity)}`),
      part('material', m.calc_part_material, units * material, () => `${plain(units)} × ${plain(material)}`),
      beside('per-unit', m.calc_part_per_unit, by(cost, units), () => `${plain(cost)} ÷ ${plain(units)}`, 'money-per-unit')
    ])
  }
}

/** Claims under warranty that the customer had to settle with their own customers. */
export const warranty: Calculator = {
  id: 'warranty',
  version: 1,
  group: 'quality',
  title: m.calc_warranty_title,
  formula: m.calc_warranty_formula,
  sources: [mfgcalcs],
  harms: ['recovery-work', 'extra-expense'],
  fields: [
    count('claims', m.calc_claims, m.calc_claims_meaning),
    moneyPerUnit('costPerClaim', m.calc_cost_per_claim, m.calc_cost_per_claim_meaning),
    count('shipped', m.calc_shipped, m.calc_shipped_meaning, { optional: true }),
    days('claimDays', m.calc_claim_days, m.calc_claim_days_meaning, { min: 1, optional: true })
  ],
  examples: [{ title: m.calc_warranty_example, inputs: exactly({ claims: 62, costPerClaim: 50, shipped: 18000 }), expected: 3100 }],
  compute(draw) {
    const claims = number(draw, 'claims')
    const each = number(draw, 'costPerClaim')
    const shipped = number(draw, 'shipped')
    const lines = [part('warranty', m.calc_warranty_title, claims * each, () => `${plain(claims)} × ${plain(each)}`)]
    if (shipped > 0) {
      lines.push(
        beside('ppm', m.calc_part_ppm, by(claims, shipped) * 1e6, () => `${plain(claims)} ÷ ${plain(shipped)} × 1000000`, 'number')
      )
    }
    const over = number(draw, 'claimDays')
    if (over > 0) {
      const yearly = (claims * each * 365) / over
      lines.push(beside('per-year', m.calc_part_per_year, yearly, () => `${plain(claims * each)} × 365 ÷ ${plain(over)}`))
    }
    return result(lines)
  }
}

/** Goods that came back: handling, carriage and what they lost in value. */
export const returns: Calculator = {
  id: 'returns',
  version: 1,
  group: 'quality',
  title: m.calc_returns_title,
  formula: m.calc_returns_formula,
  sources: [source('Replacement and response as forms of loss; units × (handling + carriage + value lost)')],
  harms: ['recovery-work', 'extra-expense'],
  fields: [
    count('units', m.calc_units, m.calc_units_returned_meaning),
    moneyPerUnit('handling', m.calc_handling, m.calc_handling_meaning),
    moneyPerUnit('carriage', m.calc_carriage, m.calc_carriage_meaning, { optional: true, start: 0 }),
    moneyPerUnit('price', m.calc_price_per_unit, m.calc_price_returned_meaning, { optional: true, start: 0 }),
    share('shareRecovered', m.calc_share_resold, m.calc_share_resold_meaning, { optional: true, start: 1 })
  ],
  examples: [
    {
      title: m.calc_returns_example,
      inputs: exactly({ units: 85, handling: 6, carriage: 4.2, price: 40, shareRecovered: 0.7 }),
      expected: 1887
    }
  ],
  compute(draw) {
    const units = number(draw, 'units')
    const handling = number(draw, 'handling')
    const carriage = number(draw, 'carriage')
    const price = number(draw, 'price')
    const recovered = number(draw, 'shareRecovered', 1)
    return result([
      part(
        'handling',
        m.calc_part_handling,
        units * (handling + carriage),
        () => `${plain(units)} × (${plain(handling)} + ${plain(carriage)})`
      ),
      part(
        'value-lost',
        m.calc_part_value_lost,
        units * price * (1 - recovered),
        () => `${plain(units)} × ${plain(price)} × (1 − ${percent(recovered)})`
      )
    ])
  }
}
