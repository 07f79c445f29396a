import type { BriefModel } from './types'

/** A figure or word that a frozen brief shows and that is different now; null on a side where it does not stand. */
export interface BriefChange {
  label: string
  from: string | null
  to: string | null
}

/** Takes a brief as it was frozen and the same as it would be made now; gives what has changed, in the order of the page. */
export function changesSince(frozen: BriefModel, present: BriefModel): BriefChange[] {
  const [was, is] = [statedIn(frozen), statedIn(present)]
  const labels = [...new Set([...was.keys(), ...is.keys()])]
  return labels.flatMap((label) => {
    const [from, to] = [was.get(label) ?? null, is.get(label) ?? null]
    return from === to ? [] : [{ label, from, to }]
  })
}

/** Takes the same, gives what both state alike, in the order of the page. */
export function agreeing(frozen: BriefModel, present: BriefModel): { label: string; text: string }[] {
  const is = statedIn(present)
  return [...statedIn(frozen)].flatMap(([label, text]) => (is.get(label) === text ? [{ label, text }] : []))
}

/** What a brief states on its page and of each line: the figures, and what is asked of whom. A cell's range is part of it. */
function statedIn({ page, appendix }: BriefModel): Map<string, string> {
  const stated = new Map<string, string>()
  const say = (label: (string | null | undefined)[], text: string | null | undefined) => {
    if (!text) return
    const name = label.filter(Boolean).join(', ')
    // two lines may bear one title
    for (let n = 1; ; n++) {
      const key = n === 1 ? name : `${name} (${n})`
      if (stated.has(key)) continue
      stated.set(key, text.replaceAll('\n', ' · '))
      return
    }
  }
  say([page.ask?.heading], page.ask?.text)
  for (const { label, text } of [...(page.ask?.facts ?? []), ...(page.ask?.roles ?? []), ...(page.asked ?? [])]) say([label], text)
  for (const { label, text } of page.stake?.facts ?? []) say([label], text)
  const { loss, noLoss, waiting, options, recommendation } = page
  if (loss) say([loss.heading], [loss.main, loss.range].filter(Boolean).join('; '))
  for (const { label, text } of [...(loss?.statuses ?? []), ...(noLoss?.items ?? [])]) say([label], text)
  for (const pair of [waiting?.main, waiting?.end]) if (pair) say([waiting!.heading, pair.label], pair.text)
  for (const { text, amount } of waiting?.cliffs ?? []) say([text], amount)
  for (const { title, cells } of options?.rows ?? []) {
    for (const [at, cell] of cells.entries()) say([title, options!.columns[at + 1]?.label], cell)
  }
  say([recommendation?.heading], recommendation?.text)
  for (const { lines } of appendix.loss?.incidents ?? []) {
    for (const { title, status, figures } of lines)
      say([title, status], figures.map(({ label, text }) => `${label} ${text}`).join('; '))
  }
  return stated
}
