import type { Chart, ChartConfiguration } from 'chart.js'
import { cut } from '../../shared/values/truncate'
import { tint } from './palette'
import { baseOptions, family, major, moneyScale, roughMoney, wholeMoney, type ChartSpec, type Look } from './spec'

export interface FrontierData {
  /** From nothing spent upwards, in minor units: what a budget buys at best. */
  bundles: readonly { cost: number; p10: number; p50: number; p90: number }[]
  /** The options that are there. */
  options: readonly { name: string; cost: number; p10: number; p50: number; p90: number; recommended: boolean }[]
}

/** Cost to us against the customer's loss removed: the best that each budget buys as steps in their band, options as named points with their ranges. */
export function frontier(
  data: FrontierData,
  labels: { cost: string; removed: string; low: string; high: string; best: string; option: string },
  look: Look
): ChartSpec {
  const { palette } = look
  const [rough, whole] = [roughMoney(look), wholeMoney(look)]
  const turn = <T extends { cost: number; p10: number; p50: number; p90: number }>(one: T) => ({
    ...one,
    cost: major(one.cost, look),
    p10: major(one.p10, look),
    p50: major(one.p50, look),
    p90: major(one.p90, look)
  })
  const [bundles, options] = [data.bundles.map(turn), data.options.map(turn)]
  const all = [...bundles, ...options]
  const dearest = Math.max(1, ...all.map(({ cost }) => cost)) * 1.04
  const most = Math.max(1, ...all.map(({ p90 }) => p90)) * 1.06
  const fontSize = look.fontSize ?? 12
  const [line, point] = [palette.series[2]!, palette.series[0]!]
  const band = tint(line, 0.2, palette.paper)
  // what a budget buys, it buys until the next step
  const steps = (key: 'p10' | 'p50' | 'p90') => [
    ...bundles.map((one) => ({ x: one.cost, y: one[key] })),
    ...(bundles.length ? [{ x: dearest, y: bundles.at(-1)![key] }] : [])
  ]
  const still = { pointRadius: 0, pointHitRadius: 6, stepped: 'before' as const, borderWidth: 0 }
  const title = (text: string) => ({ display: true, text, color: palette.ink2, font: { family, size: fontSize } })
  const base = baseOptions(look)
  const plugins = base.plugins as unknown as Record<string, unknown>
  plugins.tooltip = {
    ...(plugins.tooltip as object),
    callbacks: {
      title: (items: { datasetIndex: number; dataIndex: number }[]) =>
        items[0]?.datasetIndex === 3 ? (options[items[0].dataIndex]?.name ?? '') : labels.best,
      label: (item: { parsed: { x: number; y: number } }) => [
        `${labels.cost}: ${whole(item.parsed.x)}`,
        `${labels.removed}: ${rough(item.parsed.y)}`
      ]
    }
  }
  plugins.filler = { drawTime: 'beforeDatasetsDraw' }
  const names = {
    id: 'names',
    afterDatasetsDraw: ({ ctx, scales, chartArea }: Chart) => {
      ctx.save()
      ctx.font = `500 ${fontSize}px ${family}`
      ctx.textBaseline = 'middle'
      ctx.strokeStyle = palette.ink2
      ctx.lineWidth = 1
      for (const one of options) {
        const x = scales['x']!.getPixelForValue(one.cost)
        const y = scales['y']!.getPixelForValue(one.p50)
        ctx.beginPath()
        ctx.moveTo(x, scales['y']!.getPixelForValue(one.p10))
        ctx.lineTo(x, scales['y']!.getPixelForValue(one.p90))
        ctx.stroke()
        const name = cut(one.name, 28)
        const right = x + 9 + ctx.measureText(name).width <= chartArea.right
        ctx.textAlign = right ? 'left' : 'right'
        ctx.lineWidth = 3
        ctx.strokeStyle = palette.paper
        ctx.strokeText(name, right ? x + 9 : x - 9, y)
        ctx.fillStyle = palette.ink
        ctx.fillText(name, right ? x + 9 : x - 9, y)
        ctx.strokeStyle = palette.ink2
        ctx.lineWidth = 1
      }
      ctx.restore()
    }
  }
  return {
    config: {
      type: 'line',
      data: {
        datasets: [
          { label: labels.high, data: steps('p90'), ...still, fill: '+2', backgroundColor: band, borderColor: band },
          { label: labels.best, data: steps('p50'), ...still, borderWidth: 2, borderColor: line },
          { label: labels.low, data: steps('p10'), ...still, borderColor: band },
          {
            label: labels.option,
            data: options.map((one) => ({ x: one.cost, y: one.p50 })),
            showLine: false,
            pointRadius: options.map((one) => (one.recommended ? 6 : 4)),
            pointStyle: options.map((one) => (one.recommended ? 'rectRot' : 'circle')),
            pointBackgroundColor: point,
            pointBorderColor: palette.paper,
            borderColor: point
          }
        ]
      },
      options: {
        ...base,
        layout: { padding: { top: 8, right: 10 } },
        interaction: { mode: 'nearest', intersect: false },
        scales: {
          x: moneyScale(look, 0, dearest, { title: title(labels.cost) }),
          y: moneyScale(look, 0, most, { title: title(labels.removed) })
        }
      },
      plugins: [names]
    } as unknown as ChartConfiguration,
    height: 300,
    table: {
      columns: [
        { label: labels.option },
        { label: labels.cost, numeric: true },
        { label: labels.low, numeric: true },
        { label: labels.removed, numeric: true },
        { label: labels.high, numeric: true }
      ],
      rows: [
        ...bundles.map((one) => [labels.best, one.cost, one.p10, one.p50, one.p90]),
        ...options.map((one) => [one.name, one.cost, one.p10, one.p50, one.p90])
      ],
      write: whole
    }
  }
}
