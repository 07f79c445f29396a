import { writtenDay } from '../../shared/values/format'

/** A word that is wider than its column would make the page wider than its paper, and everything on it smaller. */
const tooLong = /\S{28}/

/** Takes what was set and its locale: words that are too long may break, and a day stays on a line with its month. */
export function mendLines(root: HTMLElement, locale: string): void {
  const months = monthsOf(locale)
  const isMonth = (word: string) => months.has(word.toLowerCase())
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    const { data, parentElement } = text
    if (parentElement instanceof HTMLElement && tooLong.test(data)) parentElement.classList.add('long')
    const kept = data
      .replace(/(?<!\d)(\d{1,2}\.?) (\p{L}{3,12})(?!\p{L})/gu, (all, day: string, word: string) =>
        isMonth(word) ? `${day}\u00a0${word}` : all
      )
      .replace(/(?<!\p{L})(\p{L}{3,12}) (\d{1,2})(?!\d)/gu, (all, word: string, day: string) =>
        isMonth(word) ? `${word}\u00a0${day}` : all
      )
    if (kept !== data) text.data = kept
  }
}

/** The words that stand beside a day for its month, short and in full, in small letters. */
function monthsOf(locale: string): Set<string> {
  const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-09`)
  const said = days.flatMap((day) => [writtenDay(day, locale, 'bare'), writtenDay(day, locale, 'long')])
  return new Set(said.flatMap((text) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []))
}
