import type { ChartConfiguration } from 'chart.js'
import { tint } from './palette'
import { baseOptions, family, major, moneyScale, shortMoney, wholeMoney, type ChartSpec, type Look } from './spec'

/** The chance of more than each amount: a falling line over the amounts, from certain to hardly ever. */
export function chance(
  points: readonly { amount: number; chance: number }[],
  labels: { amount: string; chance: string },
  look: Look
): ChartSpec {
  const { palette } = look
  const short = shortMoney(look)
  const percent = new Intl.NumberFormat(look.locale, { style: 'percent', maximumFractionDigits: 1 })
  const fontSize = look.fontSize ?? 12
  const values = points.map((point) => ({ x: major(point.amount, look), y: point.chance }))
  const [first, last] = [values[0]?.x ?? 0, values.at(-1)?.x ?? 1]
  const colour = palette.series[0]!
  const options = {
    ...baseOptions(look),
    layout: { padding: { top: 8, right: 10 } },
    interaction: { mode: 'nearest', axis: 'x', intersect: false },
    scales: {
      x: moneyScale(look, first, last > first ? last : first + 1, {
        grid: { display: false },
        border: { display: true, color: palette.ink3 }
      }),
      y: {
        min: 0,
        max: 1,
        border: { display: false },
        grid: { color: palette.line },
        ticks: {
          font: { family, size: fontSize },
          color: palette.ink3,
          stepSize: 0.25,
          padding: 6,
          callback: (value: number | string) => percent.format(Number(value))
        }
      }
    }
  }
  const plugins = options.plugins as unknown as Record<string, unknown>
  plugins.tooltip = {
    ...(plugins.tooltip as object),
    callbacks: {
      title: (items: { dataIndex: number }[]) => `${labels.amount} ${short(values[items[0]?.dataIndex ?? 0]?.x ?? 0)}`,
      label: (item: { dataIndex: number }) => percent.format(values[item.dataIndex]?.y ?? 0)
    }
  }
  plugins.filler = { drawTime: 'beforeDatasetsDraw' }
  return {
    config: {
      type: 'line',
      data: {
        datasets: [
          {
            label: labels.chance,
            data: values,
            pointRadius: 0,
            pointHitRadius: 8,
            borderWidth: 2,
            borderColor: colour,
            fill: 'origin',
            backgroundColor: tint(colour, 0.15, palette.paper)
          }
        ]
      },
      options
    } as unknown as ChartConfiguration,
    height: 240,
    table: {
      columns: [{ label: labels.amount }, { label: labels.chance }],
      rows: values.map(({ x, y }) => [short(x), percent.format(y)]),
      write: wholeMoney(look)
    }
  }
}
