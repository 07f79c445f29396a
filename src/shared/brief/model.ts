import type { Language } from '../values/fields'
import { m } from '../messages/messages.js'
import { appendixOf } from './appendix'
import type { BriefFacts } from './facts'
import { marksOf, optionsShown, type Part } from './marks'
import { longTexts, pageOf } from './page'
import { pageNumber } from './page-number'
import { redacted } from './redact'
import type { BriefModel } from './types'
import { wordsOf } from './words'

export type { BriefModel } from './types'

/**
 * Takes what the workspace knows of a case and a language, gives everything that its brief prints: final texts in that
 * language, and the numbers of its pictures. For the customer it leaves out what things cost us, what we think among
 * ourselves and what has not been decided. Pure.
 */
export function briefModel(whole: BriefFacts, language: Language): BriefModel {
  const facts = whole.shape ? redacted(whole, whole.shape, language) : whole
  const without = new Set(whole.shape?.without)
  const w = wordsOf(language, facts.paper, facts.timeZone, facts.today)
  const { ref, customer, case: found } = facts.view
  const reader = facts.shape?.reader ?? (facts.audience === 'customer' && m.case_brief_customer({}, w.in))
  const absent: Record<string, boolean> = {
    loss: !facts.incidents.length,
    options: !optionsShown(facts).length,
    texts: !longTexts(facts, w).length
  }
  const marks = marksOf(facts, (part: Part) => !absent[part] && !without.has(part))
  return {
    language,
    locale: w.locale,
    paper: facts.paper,
    audience: facts.audience,
    title: `${ref}: ${found.title} (${customer.name})`,
    // one reader's brief is not another's, nor yesterday's today's
    fileName: [ref, customer.name, language, reader, facts.today]
      .filter(Boolean)
      .join(' ')
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .slice(0, 100)
      .trim(),
    footer: {
      left: [ref, customer.name, w.day(facts.today)].join(' · '),
      page: pageNumber(w),
      mark: facts.audience === 'leadership' ? m.brief_confidential({}, w.in) : m.brief_for_them({ name: customer.name }, w.in),
      draft: m.brief_draft({}, w.in)
    },
    tableLabel: m.brief_as_table({}, w.in),
    page: pageOf(facts, marks, w),
    appendix: appendixOf(facts, marks, w)
  }
}
