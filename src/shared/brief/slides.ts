import type { BriefPage, BriefPair } from './types'

/** One thing to look at while it is talked about. The words and figures are the one page's own, nothing is added. */
export type Slide =
  | { kind: 'ask'; heading: string; text: string; facts: BriefPair[]; title: string; note: string }
  | { kind: 'title'; heading: string; text: string; note: string }
  | { kind: 'stake'; heading: string; facts: BriefPair[] }
  | { kind: 'promised'; heading: string; promised: BriefPage['promised'] }
  | { kind: 'loss'; heading: string; loss: NonNullable<BriefPage['loss']>; couldNot: string | null }
  | { kind: 'no-loss'; heading: string; noLoss: NonNullable<BriefPage['noLoss']>; couldNot: string | null }
  | { kind: 'drivers'; heading: string; drivers: NonNullable<BriefPage['loss']>['drivers'] }
  | { kind: 'waiting'; heading: string; waiting: NonNullable<BriefPage['waiting']> }
  /** What the customer said, by itself. */
  | { kind: 'voice'; heading: string; words: string; who: string }
  | { kind: 'options'; heading: string; options: NonNullable<BriefPage['options']> }
  | {
      kind: 'close'
      heading: string
      text: string | null
      confidence: BriefPage['confidence']
      next: BriefPage['next']
      legal: string
    }

/** Takes a brief's page, gives what is shown one after the other: what is asked first, then why, then what to choose from. */
export function slidesOf(page: BriefPage): Slide[] {
  const { ask, stake, promised, loss, noLoss, waiting, options, recommendation, confidence, next, couldNot, voice } = page
  const note = [page.byline, page.frozen?.text].filter(Boolean).join(' · ')
  const slides: Slide[] = [
    ask
      ? { kind: 'ask', heading: ask.heading, text: ask.text, facts: ask.facts, title: page.title, note }
      : { kind: 'title', heading: page.kicker, text: page.title, note }
  ]
  if (promised.table || promised.record) slides.push({ kind: 'promised', heading: promised.heading, promised })
  if (loss) slides.push({ kind: 'loss', heading: loss.heading, loss, couldNot })
  if (noLoss) slides.push({ kind: 'no-loss', heading: noLoss.heading, noLoss, couldNot })
  if (loss?.drivers.length) slides.push({ kind: 'drivers', heading: loss.driversHeading, drivers: loss.drivers })
  // what a day costs is the message, where one number says it
  if (waiting) {
    const { main } = waiting
    slides.push({ kind: 'waiting', heading: main ? `${main.label}: ${main.text}` : waiting.heading, waiting })
  }
  if (voice) slides.push({ kind: 'voice', heading: voice.heading, words: voice.words, who: voice.who })
  if (stake) slides.push({ kind: 'stake', heading: stake.heading, facts: stake.facts })
  if (options) slides.push({ kind: 'options', heading: options.heading, options })
  if (recommendation || confidence || next) {
    const heading = recommendation?.heading ?? confidence?.heading ?? next!.heading
    slides.push({ kind: 'close', heading, text: recommendation?.text ?? null, confidence, next, legal: page.legal })
  }
  return slides
}
