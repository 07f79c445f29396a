import type { DatedRate, Figure, IncidentLoss } from './incident-loss'
import type { Minor } from '../../values/flavours'

/** The four kinds of amount, apart, and how the net comes from them. */
export interface LossSummary {
  currency: string
  confirmed: Figure
  estimated: Figure
  recovered: Figure
  compensated: Figure
  /** Confirmed and estimated. */
  gross: Figure
  /** Gross less recovered and compensated. */
  net: Figure
  /** The share of the gross mean that the customer has confirmed; undefined when there is no loss. */
  shareConfirmed: number | undefined
  /** The share of the gross mean that has come back. */
  shareBack: number | undefined
  rates: DatedRate[]
}

/** Takes a simulated incident, gives its amounts by whose word they are. Each figure is of draws, never a sum of figures. */
export function summarise(loss: IncidentLoss): LossSummary {
  const { confirmed, estimated, recovered, compensated } = loss.byStatus
  const share = (part: number): number | undefined => (loss.gross.mean > 0 ? part / loss.gross.mean : undefined)
  return {
    currency: loss.currency,
    confirmed,
    estimated,
    recovered,
    compensated,
    gross: loss.gross,
    net: { p10: loss.p10, p50: loss.p50, p90: loss.p90, mean: loss.mean },
    shareConfirmed: share(confirmed.mean),
    shareBack: share(recovered.mean + compensated.mean),
    rates: loss.rates
  }
}

/** Takes a simulated loss; gives how many of its lines rest on a published amount or rule that nobody has confirmed. */
export function uncheckedLines({ byLine }: Pick<IncidentLoss, 'byLine'>): number {
  return byLine.filter(({ unchecked }) => unchecked).length
}

/**
 * Takes a simulated loss, gives what its lost lines would come to if they all rose and fell together (a correlation of
 * one): the sum of their quantiles. Undefined where fewer than two of them are uncertain.
 */
export function movedTogether({ byLine }: Pick<IncidentLoss, 'byLine'>): Pick<Figure, 'p10' | 'p90'> | undefined {
  const lost = byLine.filter(({ status, within }) => (status === 'estimated' || status === 'confirmed') && within === undefined)
  if (lost.filter(({ p10, p90 }) => p10 !== p90).length < 2) return undefined
  const sum = (key: 'p10' | 'p90'): number => lost.reduce((all, line) => all + line[key], 0)
  return { p10: sum('p10'), p90: sum('p90') }
}

/** What is known of the customer's business, in minor units of the loss's currency. */
export interface CustomerScale {
  yearlyMargin?: Minor | null
  workingDaysPerYear?: number
  /** Things of theirs that money stands for: a guest night, a shift, a school meal. */
  equals?: readonly { id: string; each: number }[]
}

/** A loss in the customer's own terms; what cannot be said is missing. Each at P10, P50 and P90 of the loss. */
export interface OwnTerms {
  /** Days that their whole business works to earn as much margin. */
  daysOfWork?: Range
  /** As a share of their yearly margin, 0.04 for 4 %. */
  shareOfYearlyMargin?: Range
  /** How many of their own things it equals. */
  equals: { id: string; count: Range }[]
}
export interface Range {
  p10: number
  p50: number
  p90: number
}

/** 52 weeks of 5 days, when the customer's own working days are not known. */
export const WORKING_DAYS = 260

/** Takes a loss and what is known of the customer's business, gives the loss in their terms. Not rounded. */
export function inOwnTerms(figure: Figure, scale: CustomerScale): OwnTerms {
  const per = (unit: number): Range => ({ p10: figure.p10 / unit, p50: figure.p50 / unit, p90: figure.p90 / unit })
  const terms: OwnTerms = {
    equals: (scale.equals ?? []).filter(({ each }) => each > 0).map(({ id, each }) => ({ id, count: per(each) }))
  }
  const margin = scale.yearlyMargin ?? 0
  if (margin > 0) {
    const days = scale.workingDaysPerYear ?? WORKING_DAYS
    terms.shareOfYearlyMargin = per(margin)
    if (days > 0) terms.daysOfWork = per(margin / days)
  }
  return terms
}
