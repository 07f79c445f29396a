import { Chart } from 'chart.js'
import { lightPalette } from './palette'
import type { ChartSpec, Look, TableTwin } from './spec'

/** Takes a table and a locale, gives it tab-separated for a spreadsheet of that locale: numbers bare, no grouping. */
export function tsv(table: TableTwin, locale: string): string {
  const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 2 })
  const cell = (value: string | number | null): string =>
    value === null ? '' : typeof value === 'number' ? format.format(value) : value.replace(/[\t\r\n]+/g, ' ')
  return [table.columns.map((column) => cell(column.label)), ...table.rows.map((row) => row.map(cell))]
    .map((row) => row.join('\t'))
    .join('\n')
}

/** Puts text on the clipboard. Error: where the page may not. */
export async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}

interface Picture {
  title: string
  currency: string
  locale: string
  build: (look: Look) => ChartSpec
}

/** Draws the chart anew on white with its title, twice as fine, and puts it on the clipboard as PNG. Error: where the page may not. */
export async function copyPicture(picture: Picture): Promise<void> {
  const width = 960
  const head = 52
  const spec = picture.build({ locale: picture.locale, currency: picture.currency, palette: lightPalette, width })
  const drawing = document.createElement('canvas')
  drawing.width = width
  drawing.height = spec.height
  const options = { ...spec.config.options, responsive: false, devicePixelRatio: 2 }
  const chart = new Chart(drawing, { ...spec.config, options } as never)
  const whole = document.createElement('canvas')
  whole.width = width * 2 + 64
  whole.height = (spec.height + head) * 2 + 32
  const context = whole.getContext('2d')!
  context.fillStyle = lightPalette.paper
  context.fillRect(0, 0, whole.width, whole.height)
  context.fillStyle = lightPalette.ink
  context.font = "600 32px 'Inter Variable', sans-serif"
  context.fillText(picture.title, 32, 60, width * 2)
  context.drawImage(drawing, 32, head * 2, width * 2, spec.height * 2)
  chart.destroy()
  const blob = await new Promise<Blob>((done, failed) =>
    whole.toBlob((made) => (made ? done(made) : failed(new Error('no picture'))), 'image/png')
  )
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
}
