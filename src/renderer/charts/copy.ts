import { Chart } from 'chart.js'
import { plainCell } from '../../shared/values/spreadsheet'
import { lightPalette } from './palette'
import { family, type ChartSpec, type Look, type TableTwin } from './spec'

/** Takes a table and a locale, gives it tab-separated for a spreadsheet of that locale: numbers bare, no grouping. */
export function tsv(table: TableTwin, locale: string): string {
  const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 })
  const cell = (value: string | number | null): string =>
    value === null ? '' : typeof value === 'number' ? format.format(value) : plainCell(value.replace(/[\t\r\n]+/g, ' ').trim())
  return [table.columns.map((column) => cell(column.label)), ...table.rows.map((row) => row.map(cell))]
    .map((row) => row.join('\t'))
    .join('\n')
}

/** Takes a table and its title, gives it as HTML for a text or mail: numbers as people read them. */
export function html(table: TableTwin, title: string): string {
  const text = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const cell = (value: string | number | null): string =>
    text(value === null ? '' : typeof value === 'number' ? table.write(value) : plainCell(value))
  const side = (at: number): string => (table.columns[at]?.numeric ? ' align="right"' : ' align="left"')
  const head = table.columns.map(({ label }, at) => `<th scope="col"${side(at)}>${text(plainCell(label))}</th>`).join('')
  const rows = table.rows.map(
    (row) =>
      `<tr>${row.map((value, at) => (at === 0 ? `<th scope="row" align="left">${cell(value)}</th>` : `<td${side(at)}>${cell(value)}</td>`)).join('')}</tr>`
  )
  return `<table><caption>${text(plainCell(title))}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** Puts a table on the clipboard: tab-separated for a spreadsheet, as a table for a text. Error: where the page may not. */
export async function copyTable(table: TableTwin, title: string, locale: string): Promise<void> {
  const as = (type: string, text: string) => ({ [type]: new Blob([text], { type }) })
  await navigator.clipboard.write([
    new ClipboardItem({ ...as('text/plain', tsv(table, locale)), ...as('text/html', html(table, title)) })
  ])
}

interface Picture {
  title: string
  sub?: string
  currency: string
  locale: string
  build: (look: Look) => ChartSpec
}

const width = 960
const margin = 24
const fine = 2

/** Draws the chart anew on white with its title, twice as fine, and puts it on the clipboard as PNG. Error: where the page may not. */
export async function copyPicture(picture: Picture): Promise<void> {
  const spec = picture.build({ locale: picture.locale, currency: picture.currency, palette: lightPalette, width })
  const drawing = document.createElement('canvas')
  drawing.width = width
  drawing.height = spec.height
  const options = { ...spec.config.options, responsive: false, devicePixelRatio: fine }
  const chart = new Chart(drawing, { ...spec.config, options } as never)
  const whole = document.createElement('canvas')
  const context = whole.getContext('2d')!
  const heads = [
    ...linesOf(context, `600 17px ${family}`, picture.title, 3).map((text) => ({
      text,
      font: `600 17px ${family}`,
      colour: lightPalette.ink,
      height: 24
    })),
    ...linesOf(context, `400 13px ${family}`, picture.sub ?? '', 2).map((text) => ({
      text,
      font: `400 13px ${family}`,
      colour: lightPalette.ink2,
      height: 19
    }))
  ]
  const head = heads.reduce((sum, { height }) => sum + height, margin) + 12
  whole.width = (width + margin * 2) * fine
  whole.height = (spec.height + head + margin) * fine
  context.scale(fine, fine)
  context.fillStyle = lightPalette.paper
  context.fillRect(0, 0, whole.width, whole.height)
  context.textBaseline = 'middle'
  let y = margin
  for (const { text, font, colour, height } of heads) {
    context.font = font
    context.fillStyle = colour
    context.fillText(text, margin, y + height / 2)
    y += height
  }
  context.drawImage(drawing, margin, head, width, spec.height)
  chart.destroy()
  const blob = await new Promise<Blob>((done, failed) =>
    whole.toBlob((made) => (made ? done(made) : failed(new Error('no picture'))), 'image/png')
  )
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
}

/** Takes a text and its font, gives it on at most so many lines of the picture's width; a word that is too long is broken. */
function linesOf(context: CanvasRenderingContext2D, font: string, text: string, most: number): string[] {
  context.font = font
  const fits = (line: string): boolean => context.measureText(line).width <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).flatMap((word) => word.match(/.{1,60}/gu) ?? [])) {
    const longer = line ? `${line} ${word}` : word
    if (fits(longer)) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  if (line) lines.push(line)
  return lines.length > most ? [...lines.slice(0, most - 1), `${lines[most - 1]}…`] : lines
}
