import type { WorkCalendar } from '../../../shared/records/calendar'

/** Takes the spans of a day, gives them as people write them: "09:00–12:30, 13:30–17:00"; nothing for a closed day. */
export function spansText(spans: WorkCalendar['hours'][number]): string {
  return spans.map(([open, close]) => `${open}–${close}`).join(', ')
}

/**
 * Takes what was typed for a day; gives its spans, or undefined where it cannot be read: hours with or without minutes,
 * joined by a dash, several apart by commas, in order.
 */
export function readSpans(text: string): WorkCalendar['hours'][number] | undefined {
  const spans: [string, string][] = []
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    if (!part) continue
    const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part)
    if (!found) return undefined
    const time = (hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`
    const [open, close] = [time(found[1]!, found[2]), time(found[3]!, found[4])]
    const real = (at: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(at) || at === '24:00'
    if (!real(open) || !real(close) || open >= close || (spans.at(-1)?.[1] ?? '') > open) return undefined
    spans.push([open, close])
  }
  return spans.length > 6 ? undefined : spans
}
