import type { ReplyFinding } from '../../../shared/replies/check'
import type { ReplyKind } from '../../../shared/replies/facts'
import type { ReplyEvent } from '../../../shared/records/reply-clock'
import { showDate } from '../../ui/format'
import { m } from '../../../shared/messages/messages.js'

/** What each kind of answer is called. */
export const kindWords: Record<ReplyKind, () => string> = {
  answer: m.reply_kind_answer,
  late: m.reply_kind_late,
  update: m.reply_kind_update,
  sorry: m.reply_kind_sorry,
  decided: m.reply_kind_decided,
  thanks: m.reply_kind_thanks,
  decline: m.reply_kind_decline
}

/** Takes what was found in an answer, gives it as a sentence. */
export function findingWords(finding: ReplyFinding): string {
  switch (finding.kind) {
    case 'greeting':
      if (finding.ok) return m.reply_ok_greeting()
      return finding.words ? m.reply_no_name({ name: finding.words }) : m.reply_no_greeting()
    case 'closing':
      return finding.ok ? m.reply_ok_closing() : m.reply_no_closing()
    case 'question':
      return finding.ok ? m.reply_ok_question({ words: finding.words }) : m.reply_no_question({ words: finding.words })
    case 'blanks':
      return m.reply_ok_blanks()
    case 'blank':
      return m.reply_no_blank({ words: finding.words })
    case 'unfit':
      return m.reply_ok_unfit()
    case 'blame':
      return m.reply_blame({ words: finding.words })
    case 'jargon':
      return m.reply_jargon({ words: finding.words })
    case 'hollow':
      return m.reply_hollow({ words: finding.words })
    case 'agrees':
      return m.reply_ok_agrees()
    case 'date': {
      const ledger = finding.ledger.map((day) => showDate(day)).join(', ')
      return m.reply_no_date({ due: showDate(finding.due), ledger, words: finding.words })
    }
    case 'promise':
      return m.reply_new_promise({ words: finding.words })
  }
}

/** What happened to the clock of an answer. */
export const eventWords: Record<ReplyEvent['kind'], () => string> = {
  paused: m.reply_event_paused,
  resumed: m.reply_event_resumed,
  answered: m.reply_event_answered,
  reopened: m.reply_event_reopened
}
