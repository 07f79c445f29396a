import type { ChartConfiguration, ChartOptions } from 'chart.js'
import { toMajor } from '../../shared/values/money'
import { cut } from '../../shared/values/truncate'
import type { Palette } from './palette'
import type { Major, Minor } from '../../shared/values/flavours'

/** How a chart is drawn, apart from what is in it. */
export interface Look {
  /** BCP 47, for numbers and dates. */
  locale: string
  /** ISO 4217. */
  currency: string
  palette: Palette
  /** In CSS pixels; 12 on screen. */
  fontSize?: number
  /** The width it will have, for how long names may be; 720 if not known. */
  width?: number
}

export interface TableTwin {
  columns: { label: string; numeric?: boolean }[]
  /** Numbers are in major units, to be shown with the column's own writing and copied bare. */
  rows: (string | number | null)[][]
  /** Writes a number of the table for reading. */
  write: (value: number) => string
}

/** All that is needed to draw a chart, on screen or in print, and to say the same as a table. */
export interface ChartSpec {
  config: ChartConfiguration
  table: TableTwin
  /** In CSS pixels, from how much there is in it. */
  height: number
}

export const family = "'Inter Variable', 'Inter', 'Redress Rest', sans-serif"

/** A minus as wide as a plus, as digits stand below each other. */
const withMinus = (text: string): string => text.replace('-', '−')

/** Takes a look, gives how money is written on an axis: short, such as "€20K". */
export function shortMoney(look: Look, digits = 3): (major: Major) => string {
  const format = new Intl.NumberFormat(look.locale, {
    style: 'currency',
    currency: look.currency,
    notation: 'compact',
    maximumSignificantDigits: digits
  })
  return (major) => withMinus(format.format(Object.is(major, -0) ? 0 : major))
}

/** Takes a look, gives how money is written beside a bar and in a table: to the whole unit. */
export function wholeMoney(look: Look): (major: Major) => string {
  const format = new Intl.NumberFormat(look.locale, {
    style: 'currency',
    currency: look.currency,
    maximumFractionDigits: 0,
    minimumFractionDigits: 0
  })
  return (major) => withMinus(format.format(Math.round(major) === 0 ? 0 : major))
}

/** Takes a look, gives how an estimate is written beside a bar and in a table: to three figures, as everywhere. */
export function roughMoney(look: Look): (major: Major) => string {
  const whole = wholeMoney(look)
  const format = new Intl.NumberFormat(look.locale, {
    style: 'currency',
    currency: look.currency,
    maximumSignificantDigits: 3,
    minimumFractionDigits: 0
  })
  // three figures of a small amount would be cents
  return (major) => (Math.abs(major) < 100 ? whole(major) : withMinus(format.format(major)))
}

/** Takes minor units, gives major ones in the look's currency. */
export const major = (minor: Minor, look: Look): number => toMajor(minor, look.currency)

/** Takes a name, gives it on at most two lines of about `width` letters, cut with "…" where even that is too short. */
export function wrap(name: string, width: number): string | string[] {
  if (name.length <= width) return name
  const lines = ['', '']
  let at = 0
  for (const word of name.split(/\s+/)) {
    const longer = lines[at] ? `${lines[at]} ${word}` : word
    if (longer.length <= width || !lines[at]) lines[at] = longer
    else if (at === 0) lines[++at] = word
    else {
      lines[1] = `${lines[1]}…`
      break
    }
  }
  const short = (line: string): string => cut(line, width + 1)
  return lines[1] ? lines.map(short) : short(lines[0]!)
}

/** Takes "line: input" and a width, gives the two under each other where they do not fit: what is cut is the line, not the input. */
export function wrapParts(name: string, width: number): string | string[] {
  const at = name.lastIndexOf(': ')
  if (name.length <= width || at < 0) return wrap(name, width)
  return [name.slice(0, at + 1), name.slice(at + 2)].map((part, index) => {
    const room = width - (index === 0 ? 1 : 0)
    return part.length > room + 1 ? `${cut(part, room + 1)}${index === 0 ? ':' : ''}` : part
  })
}

/** How many letters a name on the side may have on one line. */
export const nameWidth = (look: Look): number => Math.max(14, Math.min(34, Math.round((look.width ?? 720) / 24)))

/** The options every chart shares: still, no decoration, hairline grid, one font. */
export function baseOptions(look: Look): ChartOptions {
  const { palette } = look
  const font = { family, size: look.fontSize ?? 12 }
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    normalized: true,
    locale: look.locale,
    font,
    color: palette.ink2,
    layout: { padding: 0 },
    plugins: {
      legend: { display: false },
      title: { display: false },
      tooltip: {
        displayColors: false,
        backgroundColor: palette.ink,
        titleColor: palette.paper,
        bodyColor: palette.paper,
        titleFont: { ...font, weight: 600 },
        bodyFont: font,
        padding: 8,
        cornerRadius: 4,
        caretSize: 0
      }
    }
  } as ChartOptions
}

/** Takes the least and greatest value and about how many ticks fit, gives round values between them. */
export function roundTicks(from: number, to: number, most = 6): number[] {
  const span = to - from
  if (!(span > 0)) return [from]
  const power = 10 ** Math.floor(Math.log10(span / most))
  const step = [1, 2, 2.5, 5, 10].map((times) => times * power).find((each) => span / each <= most) ?? power * 10
  const first = Math.ceil(from / step - 1e-9)
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12))
  )
}

/** The scale that money is read on, with round ticks between `from` and `to` only. */
export function moneyScale(look: Look, from: number, to: number, more: object = {}): object {
  const { palette } = look
  const most = Math.max(3, Math.min(7, Math.round((look.width ?? 720) / 110)))
  const ticks = roundTicks(from, to, most)
  // 1,325 must not be written 1.33K beside 1.3K
  const digits = [3, 4, 5].find((each) => ticks.every((value) => Number(value.toPrecision(each)) === value)) ?? 6
  const write = shortMoney(look, digits)
  return {
    type: 'linear',
    min: from,
    max: to,
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = ticks.map((value) => ({ value }))
    },
    border: { display: false },
    grid: {
      color: (at: { tick?: { value: number } }) => (at.tick?.value === 0 ? palette.ink3 : palette.line),
      drawTicks: false,
      lineWidth: 1
    },
    ticks: {
      font: { family, size: look.fontSize ?? 12 },
      color: palette.ink3,
      autoSkip: false,
      maxRotation: 0,
      padding: 6,
      callback: (value: number | string) => write(Number(value))
    },
    ...more
  }
}

/** The scale that names stand on. */
export function nameScale(look: Look): object {
  return {
    type: 'category',
    border: { display: false },
    grid: { display: false },
    ticks: {
      font: { family, size: look.fontSize ?? 12 },
      color: look.palette.ink,
      autoSkip: false,
      padding: 8,
      crossAlign: 'far'
    }
  }
}
