import type { MonthValue } from '../../shared/losses/questions/questions'
import type { StoryBuilder } from './story-builder'

/** Thousands of packs frozen in each of Halden's months, which close on the 20th: November is 21 October to 20 November. */
const packs = {
  2024: [92.1, 90.4, 103.2, 98.9, 94.6, 92.8, 84.9, 100.7, 127.1, 175.2, 401.3, 386.9],
  2025: [97.8, 96.9, 110.1, 104.0, 101.2, 98.7, 89.8, 107.4, 134.6, 181.9, 408.2, 394.8],
  2026: [104.6, 102.3, 115.8, 110.7, 106.9, 105.3, 96.4, 112.9, 140.2, 188.4, 200.3]
}
const months: MonthValue[] = Object.entries(packs).flatMap(([year, values]) =>
  values.map((value, index) => ({ month: `${year}-${String(index + 1).padStart(2, '0')}`, value: Math.round(value * 1_000) }))
)

/** What a sceptical reader asks of the loss, and what the advocate found out. */
export function haldenQuestions(s: StoryBuilder): void {
  const at = '2026-11-18 11:40'
  const incidentId = s.id('late freezer')
  s.add('answers.put', at, {
    incidentId,
    question: 'cause',
    patch: {
      words:
        'Nothing else that we could find. Orders stood before the season began, cooking and packing ran below two thirds, and no other machine was down for longer than a shift.',
      source: 'Production sheets; Kaisa Lehtonen, Tuesday call of 17 November.',
      confidence: 'high',
      numbers: { share: { as: 'exact', value: 1 }, lineIds: [s.id('packs')] }
    }
  })
  s.add('answers.put', at, {
    incidentId,
    question: 'but-for',
    patch: {
      words: 'Packs frozen in each of their months since 2024. A pack contributes 1.05, and 15 in 100 are sold later.',
      source: 'Controller’s sheet of 18 November; their months close on the 20th.',
      confidence: 'high',
      numbers: { counts: 'units', each: 0.89, months, from: '2026-11', to: '2026-11' }
    }
  })
  s.add('answers.put', at, {
    incidentId,
    question: 'mitigation',
    patch: {
      words:
        'They rented four trailers on the fourth day and bought freezing for 410 pallets; two other cold stores were full. A third shift on the first line would have been possible for nine people; it was not tried and might have saved some EUR 12,000.',
      source: 'Piia Rantanen, invoices of 18 November.',
      confidence: 'medium',
      numbers: { saved: 9_600_000, spent: 4_145_000, avoidable: 1_200_000, spentLineIds: [s.id('trailers'), s.id('cold store')] }
    }
  })
  s.add('answers.put', at, {
    incidentId,
    question: 'capacity',
    patch: {
      words:
        'By its acceptance test the second line freezes 8,000 packs a day. They cook and pack 2.6 million a year at most, in two shifts, and had hired the 18 people for it.',
      source: 'Our acceptance sheet; shift lists.',
      confidence: 'high',
      numbers: { yearlyUnits: 2_600_000, weeklyHours: 80, yearlyRevenue: null }
    }
  })
  s.add('answers.put', at, {
    incidentId,
    question: 'money-time',
    patch: {
      words: 'Everything is in euros, and what lies ahead falls within weeks: a discount would change nothing that can be seen.',
      source: 'Controller’s mail of 3 November.',
      confidence: 'high',
      numbers: { tax: 'before', discount: null }
    }
  })
  s.add('answers.put', at, {
    incidentId,
    question: 'dependence',
    patch: {
      words:
        'The days without the line are one quantity for all lines. Packs a day, contribution and idle hours come from different records and have no common cause that we know of.',
      confidence: 'medium'
    }
  })
}
