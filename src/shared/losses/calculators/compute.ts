import { getLocale } from '../../messages/runtime.js'
import type { Computed, ComputedPart, DatedAmount, Draw, Message, Unit } from '../model/calculator'

/** Takes a draw and a field's id, gives its number; `otherwise` when the field was left empty. */
export function number(draw: Draw, id: string, otherwise = 0): number {
  const value = draw[id]
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise
}

/** Gives a field's number, or undefined when it was left empty. */
export function given(draw: Draw, id: string): number | undefined {
  const value = draw[id]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** Gives a choice's id or an ISO date; `otherwise` when it was left empty. */
export function text(draw: Draw, id: string, otherwise = ''): string {
  const value = draw[id]
  return typeof value === 'string' && value !== '' ? value : otherwise
}

export function flag(draw: Draw, id: string, otherwise = false): boolean {
  const value = draw[id]
  return typeof value === 'boolean' ? value : otherwise
}

/** A part whose working is written only when it is read: a simulation computes a line many thousand times. */
class Part implements ComputedPart {
  constructor(
    readonly id: string,
    readonly label: Message,
    readonly amount: number,
    readonly unit: Unit | undefined,
    readonly reference: boolean,
    readonly show: () => string
  ) {}

  get working(): string {
    return this.show()
  }
}

/** A part in money that counts in the total. */
export function part(id: string, label: Message, amount: number, show: () => string): ComputedPart {
  return new Part(id, label, amount, undefined, false, show)
}

/** A figure shown beside the total and not added to it: a step on the way or something to compare with. */
export function beside(id: string, label: Message, amount: number, show: () => string, unit: Unit = 'money'): ComputedPart {
  return new Part(id, label, amount, unit, true, show)
}

/**
 * Takes the parts, what the reader must know, and the dated amounts that were used; gives the result. Its total is the
 * sum of the parts in money that are not beside it, never below zero.
 */
export function result(lines: ComputedPart[], warnings?: Message[], dated?: readonly DatedAmount[]): Computed {
  let total = 0
  for (const line of lines) if (!line.reference) total += line.amount
  const computed: Computed = { lines, total: Math.max(0, total) }
  if (warnings?.length) computed.warnings = warnings
  if (dated?.length) computed.dated = dated
  return computed
}

/** Takes two numbers, gives the first by the second; zero where the second is as good as none. */
export function by(amount: number, among: number): number {
  return among > 1e-9 ? amount / among : 0
}

/** Takes a number, gives it for a working: a point for decimals, no grouping, at most four decimals or four figures. */
export function plain(value: number): string {
  if (!Number.isFinite(value)) return '–'
  const shown = Math.abs(value) >= 1 ? Math.round(value * 1e4) / 1e4 : Number(value.toPrecision(4))
  return String(shown).replace('-', '−')
}

/** Takes a share, gives a working's percent such as `72%`. */
export function percent(value: number): string {
  return `${plain(Number((value * 100).toPrecision(12)))}%`
}

/** Takes a message with `{share}` and a share, gives it with the share as a percent in the language it is read in. */
export function withShare(message: Message, value: number): Message {
  return (_, options) => {
    const format = new Intl.NumberFormat(options?.locale ?? getLocale(), { style: 'percent', maximumFractionDigits: 1 })
    return message({ share: format.format(value) }, options)
  }
}
