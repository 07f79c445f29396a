import {
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement
} from 'chart.js'
import { Context } from 'svgcanvas'
import type { BriefChart } from '../../shared/brief/types'
import { chance } from '../charts/chance'
import { distribution, lossByLine, tornado, waiting, type ChartSpec, type Look } from '../charts/configs'
import { lightPalette } from '../charts/palette'

Chart.register(BarController, BarElement, CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, PointElement)

function specOf(chart: BriefChart, look: Look): ChartSpec {
  switch (chart.kind) {
    case 'distribution':
      return distribution(chart.data, chart.labels, look)
    case 'chance':
      return chance(chart.data, chart.labels, look)
    case 'lines':
      return lossByLine(chart.data, chart.labels, look)
    case 'tornado':
      return tornado(chart.data, chart.base, chart.labels, look)
    case 'waiting':
      return waiting(chart.data, chart.labels, look)
  }
}

/** Takes a picture and its width in CSS pixels, gives it drawn as SVG: sharp on any paper, its labels selectable text. */
export function drawChart(chart: BriefChart, locale: string, width: number): SVGSVGElement {
  const look: Look = { locale, currency: chart.currency, palette: lightPalette, fontSize: 10, width }
  const { config, height: asked } = specOf(chart, look)
  const height = ['distribution', 'chance', 'waiting'].includes(chart.kind) ? 190 : asked
  const context = new Context({ width, height })
  // Chart.js asks its canvas for little; there is no real one
  const canvas = {
    width,
    height,
    style: {},
    getContext: () => context,
    ownerDocument: document,
    addEventListener() {},
    removeEventListener() {}
  }
  Object.assign(context, { canvas })
  const options = { ...config.options, responsive: false, animation: false, devicePixelRatio: 1, events: [] }
  // lines are otherwise drawn from a cached Path2D, which is no SVG
  const data = { ...config.data, datasets: config.data.datasets.map((one) => ({ ...one, segment: {} })) }
  new Chart(context as never, { ...config, data, options, platform: BasicPlatform } as never)
  const svg = context.getSvg()
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  return svg
}
