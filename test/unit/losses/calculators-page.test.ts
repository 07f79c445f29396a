import { beforeAll, expect, it } from 'vitest'
import type { Calculator, ComputedPart, Draw, Field, LineInputs } from '../../../src/shared/losses/model/calculator'
import { calculatorFor, calculators } from '../../../src/shared/losses/model/all-calculators'
import { plain } from '../../../src/shared/losses/calculators/compute'
import { loadFormulas } from '../../../src/shared/losses/calculators/own-formula'
import { presetTables } from '../../support/preset-tables'

beforeAll(loadFormulas)

const en = { locale: 'en' }
const groups: Record<Calculator['group'], string> = {
  late: 'Late or short supply',
  outage: 'Outage',
  quality: 'Quality',
  money: 'Money',
  time: 'Time and trouble',
  statutory: 'Statutory amounts',
  own: 'Own amounts'
}

function drawOf(inputs: LineInputs): Draw {
  return Object.fromEntries(
    Object.entries(inputs).map(([id, value]) => [
      id,
      typeof value === 'object' && value.as === 'exact' ? value.value : (value as string)
    ])
  )
}

function kindOf(field: Field): string {
  if (field.kind === 'choice') return field.choices.map((choice) => choice.label({}, en)).join(' / ')
  if (field.kind !== 'quantity') return field.kind
  return `${field.unit}, ${plain(field.min)} to ${plain(field.max)}`
}

function exampleOf(calculator: Calculator, example: Calculator['examples'][number]): string {
  const fields = calculatorFor(calculator.id, example.inputs)!.fields.filter((field) => !field.id.endsWith('.unit'))
  const draw = drawOf(example.inputs)
  const { total, lines, warnings = [] } = calculator.compute(draw)
  const inputs = fields
    .filter((field) => draw[field.id] !== undefined && draw[field.id] !== '')
    .map((field) => {
      const value = draw[field.id]
      return `${field.label({}, en)} ${typeof value === 'number' ? plain(value) : String(value)}`
    })
  const shown = (line: ComputedPart) =>
    `- ${line.label({}, en)}: ${line.working} = ${plain(line.amount)}${line.reference ? ' (shown, not added)' : ''}`
  return [
    `Example: ${example.title({}, en)}. ${inputs.join('; ')}.`,
    '',
    ...lines.map(shown),
    '',
    `Total **${plain(total)}**`,
    ...warnings.map((warning) => `\n> ${warning({}, en)}`)
  ].join('\n')
}

function chapter(calculator: Calculator): string {
  const { title, formula, fields, sources, examples, id, version, currency } = calculator
  return [
    `### ${title({}, en)}`,
    '',
    `\`${id}\`, version ${version}${currency ? `, in ${currency}` : ''}`,
    '',
    formula({}, en),
    '',
    '| Input | Meaning | Unit and bounds |',
    '|---|---|---|',
    ...fields.map(
      (field) =>
        `| ${field.label({}, en)}${field.optional ? ' (may be empty)' : ''} | ${field.meaning({}, en)} | ${kindOf(field)} |`
    ),
    '',
    ...examples.map((example) => `${exampleOf(calculator, example)}\n`),
    ...sources.map(
      (known) => `Source: ${known.text}${known.url ? ` (${known.url})` : ''}${known.confirmed ? '' : ' **not confirmed**'}\n`
    )
  ].join('\n')
}

it('is docs/calculators.md, made from the calculators (`npx vitest run -u` writes it anew)', async () => {
  const order = Object.keys(groups) as Calculator['group'][]
  const chapters = order.flatMap((group) => [
    `## ${groups[group]}`,
    ...calculators.filter((known) => known.group === group).map(chapter)
  ])
  const tables = presetTables.flatMap((table) => [
    `### ${table.title({}, en)}`,
    '',
    '| From | To | Amounts | Source | Checked |',
    '|---|---|---|---|---|',
    ...table.rows.map((row) => {
      const values = JSON.stringify(row.values, (_, value: unknown) =>
        typeof value === 'function' ? undefined : value
      ).replaceAll('|', '\\|')
      return `| ${row.effectiveFrom} | ${row.effectiveTo ?? ''} | \`${values}\` | ${row.source} | ${row.verifiedOn ?? '**not confirmed**'} |`
    }),
    ...(table.reported ? ['', `Reported, and said with every figure from ${table.reported.on} on: ${table.reported.source}.`] : []),
    ''
  ])
  const page = [
    '# Calculators',
    '',
    'This page is made from the calculators themselves, by a test that fails when they differ. Amounts are in the currency of the line.',
    'Nothing is rounded before it is shown.',
    '',
    ...chapters,
    '## Dated amounts',
    '',
    'Each row applies from its day on. One that was not checked against its source says so wherever it is used.',
    '',
    ...tables
  ].join('\n')
  await expect(`${page.trimEnd()}\n`).toMatchFileSnapshot('../../../docs/calculators.md')
})
