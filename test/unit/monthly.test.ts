import { describe, expect, it } from 'vitest'
import { monthlyColumns } from '../../src/shared/imports/monthly'

const table = (text: string, separator = ';'): [string[], string[][]] => {
  const [headers, ...rows] = text.split('\n').map((line) => line.split(separator))
  return [headers!, rows]
}

describe('what a file says by month', () => {
  it('is each column of numbers beside the months, without its total, in the order of months', () => {
    const [headers, rows] = table(
      'Month;Units;Revenue\nMar 2026;1,200;€ 41,200.50\n2026-02;1,100;€ 40,000\n01/2026;900;€ 39,000\nTotal;3,200;€ 120,200.50'
    )
    expect(monthlyColumns(headers, rows, 'point')).toEqual([
      {
        name: 'Units',
        rows: 3,
        months: [
          { month: '2026-01', value: 900 },
          { month: '2026-02', value: 1_100 },
          { month: '2026-03', value: 1_200 }
        ]
      },
      {
        name: 'Revenue',
        rows: 3,
        months: [
          { month: '2026-01', value: 39_000 },
          { month: '2026-02', value: 40_000 },
          { month: '2026-03', value: 41_200.5 }
        ]
      }
    ])
  })

  it('adds up the days of a month', () => {
    const [headers, rows] = table('Ημερομηνία;Πελάτης;Πωλήσεις\n31.01.2026;Α;10,5\n15.01.2026;Β;20\n01.02.2026;Α;7')
    expect(monthlyColumns(headers, rows, 'comma')).toEqual([
      {
        name: 'Πωλήσεις',
        rows: 3,
        months: [
          { month: '2026-01', value: 30.5 },
          { month: '2026-02', value: 7 }
        ]
      }
    ])
  })

  it('leaves the mark that nobody can tell to the language, and takes what the column itself tells', () => {
    const [headers, rows] = table('m;a;b\n2026-01;1.234;1.234\n2026-02;2.345;2.345,5')
    const values = (mark: 'point' | 'comma') =>
      monthlyColumns(headers, rows, mark).map(({ months }) => months.map(({ value }) => value))
    expect(values('comma')).toEqual([
      [1_234, 2_345],
      [1_234, 2_345.5]
    ])
    expect(values('point')[0]).toEqual([1.234, 2.345])
  })

  it.each([
    ['days whose order nobody can tell', 'day;sold\n03/04/2026;5\n04/03/2026;6'],
    ['quarters', 'quarter;sold\nQ1 2026;5\nQ2 2026;6'],
    ['no dates', 'name;sold\nTurku;5\nOulu;6'],
    ['no numbers', 'month;what\n2026-01;much\n2026-02;more']
  ])('is nothing where there are %s', (_, text) => {
    expect(monthlyColumns(...table(text), 'point')).toEqual([])
  })
})
