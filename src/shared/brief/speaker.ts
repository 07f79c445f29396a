import type { BriefModel } from './types'
import { slidesOf, type Slide } from './slides'

/** What a speaker sees besides what all see: in the language that Redress speaks, around the words of the brief. */
export interface SpeakerSheet {
  is: 'speaker'
  title: string
  language: string
  locale: string
  paper: BriefModel['paper']
  model: BriefModel
  words: { notes: string; next: string; last: string; clock: string; since: string; none: string }
}

/** Where the speaker's page is told which view is shown: after this, in its address. */
export const viewMark = '#view-'

/** Takes a brief, gives for each of its views its heading, what it says in a line, and what stands behind it and is not on it. */
export function speakerViews({ page }: BriefModel): { heading: string; text: string; notes: string[] }[] {
  return slidesOf(page).map((slide) => ({ heading: slide.heading, text: gist(slide), notes: notesOf(slide, page) }))
}

function gist(slide: Slide): string {
  switch (slide.kind) {
    case 'ask':
    case 'title':
      return slide.text
    case 'loss':
      return `${slide.loss.main} (${slide.loss.range})`
    case 'drivers':
      return slide.drivers.map(({ name }) => name).join(' · ')
    case 'voice':
      return slide.words
    case 'options':
      return slide.options.rows.map(({ title }) => title).join(' · ')
    case 'close':
      return slide.text ?? ''
    case 'stake':
      return slide.facts.map(({ label, text }) => `${label}: ${text}`).join(' · ')
    case 'waiting':
      return slide.waiting.text ?? ''
    case 'promised':
      return slide.promised.table?.rows.map(([what = '']) => what).join(' · ') ?? ''
    case 'no-loss':
      return slide.noLoss.text
  }
}

/** What a question may be answered from: of the same page, said on no other view or on a later one. */
function notesOf(slide: Slide, page: BriefModel['page']): string[] {
  const said = (pairs: readonly { label: string; text: string }[] = []) => pairs.map(({ label, text }) => `${label}: ${text}`)
  switch (slide.kind) {
    case 'ask':
    case 'title':
      return said(page.stake?.facts)
    case 'promised':
      return said(page.containment?.facts)
    case 'loss':
    case 'drivers':
      return [...said(page.loss?.statuses), ...(page.loss?.terms ?? []), ...(page.confidence?.items ?? [])]
    case 'waiting':
      return (page.waiting?.cliffs ?? []).map(({ when, text, amount }) => `${when}: ${text}, ${amount}`)
    case 'voice':
      return [slide.who, ...(page.next ? [`${page.next.heading}: ${page.next.text}`] : [])]
    case 'options':
      return [page.options?.note, page.recommendation && `${page.recommendation.heading}: ${page.recommendation.text}`].filter(
        (one) => typeof one === 'string'
      )
    case 'close':
      return [page.byline, page.guide]
    case 'no-loss':
      return said(slide.noLoss.items)
    case 'stake':
      return []
  }
}
