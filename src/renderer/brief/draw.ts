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
import type { Picture } from '../../shared/brief/pictures'
import type { BriefChart } from '../../shared/brief/types'
import { chance } from '../charts/chance'
import { distribution, lossByLine, tornado, waiting, type ChartSpec, type Look } from '../charts/configs'
import { lightPalette } from '../charts/palette'

Chart.register(BarController, BarElement, CategoryScale, Filler, Legend, LinearScale, LineController, LineElement, PointElement)

/** In CSS pixels: the width of a page between its margins, a little less. */
export const chartWidth = 640

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

/** How a chart is set on paper, and how high it is, in CSS pixels. */
function set(chart: BriefChart, locale: string, width: number) {
  const look: Look = { locale, currency: chart.currency, palette: lightPalette, fontSize: 10, width }
  const { config, height: asked } = specOf(chart, look)
  const height = ['distribution', 'chance', 'waiting'].includes(chart.kind) ? 190 : asked
  const options = { ...config.options, responsive: false, animation: false, events: [] }
  // lines are otherwise drawn from a cached Path2D, which is no SVG
  const data = { ...config.data, datasets: config.data.datasets.map((one) => ({ ...one, segment: {} })) }
  const draw = (context: unknown, devicePixelRatio: number): void => {
    const given = { ...config, data, options: { ...options, devicePixelRatio }, platform: BasicPlatform }
    new Chart(context as never, given as never)
  }
  return { height, draw }
}

/** Takes a picture and its width in CSS pixels, gives it drawn as SVG: sharp on any paper, its labels selectable text. */
export function drawChart(chart: BriefChart, locale: string, width: number): SVGSVGElement {
  const { height, draw } = set(chart, locale, width)
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
  draw(context, 1)
  const svg = context.getSvg()
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-label', chart.alt)
  return svg
}

/** Dots a CSS pixel of a picture that is no vector: 300 to the inch at the width that it has on paper. */
const dots = 3

/** Takes a chart and its width, gives it as an SVG file and as a PNG in base 64, on white. */
export function pictureOf(chart: BriefChart, locale: string, width: number): Picture {
  const svg = drawChart(chart, locale, width)
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  name.textContent = chart.title
  svg.prepend(name)
  const { height, draw } = set(chart, locale, width)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d')!
  draw(context, dots)
  context.globalCompositeOperation = 'destination-over'
  context.fillStyle = lightPalette.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  return {
    title: chart.title,
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`,
    png: canvas.toDataURL('image/png').split(',')[1]!
  }
}
