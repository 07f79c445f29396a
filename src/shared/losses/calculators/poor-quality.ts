import { m } from '../../messages/messages.js'
import type { Calculator } from '../model/calculator'
import { choiceField, count, exactly, money, source } from './build'
import { beside, by, number, part, plain, result, text } from './compute'

/**
 * Cost of poor quality. Two definitions are in use: failure costs alone (prevention, appraisal and failure kept apart),
 * or failure and inspection together; the one that is chosen is named in the result.
 */
export const poorQuality: Calculator = {
  id: 'poor-quality',
  version: 1,
  group: 'quality',
  title: m.calc_poor_quality_title,
  formula: m.calc_poor_quality_formula,
  sources: [
    source('mfgcalcs.com (reviewed 2026-05-12), cost of poor quality: counts inspection', 'https://mfgcalcs.com'),
    source('Prevention, appraisal and failure report, textbook solution (quesba.com 77021)')
  ],
  harms: ['scrap-rework', 'recovery-work', 'extra-expense'],
  covers: () => 'quality',
  fields: [
    choiceField(
      'definition',
      m.calc_definition,
      m.calc_definition_meaning,
      {
        failure: m.calc_definition_failure,
        inspection: m.calc_definition_inspection
      },
      'failure'
    ),
    money('scrap', m.calc_scrap_title, m.calc_scrap_cost_meaning, { optional: true, start: 0 }),
    money('rework', m.calc_rework_title, m.calc_rework_cost_meaning, { optional: true, start: 0 }),
    money('otherInternal', m.calc_other_internal, m.calc_other_internal_meaning, { optional: true, start: 0 }),
    money('warranty', m.calc_warranty_title, m.calc_warranty_cost_meaning, { optional: true, start: 0 }),
    money('penalties', m.calc_penalties, m.calc_penalties_meaning, { optional: true, start: 0 }),
    money('otherExternal', m.calc_other_external, m.calc_other_external_meaning, { optional: true, start: 0 }),
    money('inspection', m.calc_inspection, m.calc_inspection_meaning, { optional: true, start: 0 }),
    money('prevention', m.calc_prevention, m.calc_prevention_meaning, { optional: true, start: 0 }),
    count('units', m.calc_units_made, m.calc_units_made_meaning, { optional: true }),
    money('sales', m.calc_sales, m.calc_sales_meaning, { optional: true })
  ],
  examples: [
    {
      title: m.calc_poor_quality_example,
      inputs: exactly({
        definition: 'inspection',
        scrap: 21000,
        rework: 5200,
        warranty: 3100,
        penalties: 1500,
        inspection: 2600,
        units: 18000
      }),
      expected: 33400
    },
    {
      title: m.calc_poor_quality_example_report,
      inputs: exactly({
        definition: 'failure',
        otherInternal: 114750,
        otherExternal: 533250,
        inspection: 162000,
        prevention: 540000,
        sales: 8100000
      }),
      expected: 648000
    }
  ],
  compute(draw) {
    const named = (...ids: string[]) => ids.map((id) => number(draw, id))
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
    const adding = (values: number[]) => () => values.map(plain).join(' + ')
    const internal = named('scrap', 'rework', 'otherInternal')
    const external = named('warranty', 'penalties', 'otherExternal')
    const inspection = number(draw, 'inspection')
    const prevention = number(draw, 'prevention')
    const units = number(draw, 'units')
    const sales = number(draw, 'sales')
    const counts = text(draw, 'definition', 'failure') === 'inspection'
    const total = sum(internal) + sum(external) + (counts ? inspection : 0)
    const lines = [
      part('internal', m.calc_part_internal, sum(internal), adding(internal)),
      part('external', m.calc_part_external, sum(external), adding(external)),
      (counts ? part : beside)('inspection', m.calc_inspection, inspection, () => plain(inspection))
    ]
    if (prevention > 0) lines.push(beside('prevention', m.calc_prevention, prevention, () => plain(prevention)))
    const failure = sum(internal) + sum(external)
    lines.push(
      beside('failure', m.calc_part_failure, failure, () => `${plain(sum(internal))} + ${plain(sum(external))}`),
      beside('conformance', m.calc_part_conformance, prevention + inspection, () => `${plain(prevention)} + ${plain(inspection)}`)
    )
    if (units > 0)
      lines.push(
        beside('per-unit', m.calc_part_per_unit, by(total, units), () => `${plain(total)} ÷ ${plain(units)}`, 'money-per-unit')
      )
    if (sales > 0) {
      const ofSales = (id: string, label: typeof m.calc_part_internal_sales, amount: number) =>
        lines.push(beside(id, label, by(amount, sales), () => `${plain(amount)} ÷ ${plain(sales)}`, 'share'))
      ofSales('prevention-sales', m.calc_part_prevention_sales, prevention)
      ofSales('inspection-sales', m.calc_part_inspection_sales, inspection)
      ofSales('internal-sales', m.calc_part_internal_sales, sum(internal))
      ofSales('external-sales', m.calc_part_external_sales, sum(external))
      ofSales('all-sales', m.calc_part_all_sales, prevention + inspection + sum(internal) + sum(external))
    }
    return result(lines, [counts ? m.calc_warn_definition_inspection : m.calc_warn_definition_failure])
  }
}
