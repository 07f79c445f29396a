import { languages } from '../values/fields'
import { isBlank, readDate, type Clock } from './dates'
import { readNumber, withoutCurrency } from './numbers'
import type { ColumnSource, ImportField } from '../contract/imports'
import { m } from '../messages/messages.js'
import { currency as currencyCode } from '../values/currency'
import { toMinor } from '../values/money'
import { isZone } from '../values/zones'

/** What a cell is worth in its field, or a sentence on why it cannot be used. */
export type Read = { value: string | number | null } | { problem: string }

interface Place {
  zone: string
  currency: string
  clock: Clock
}

const alike: Record<string, string> = {
  phone: 'call',
  telephone: 'call',
  voice: 'call',
  email: 'mail',
  'e-mail': 'mail',
  web: 'mail',
  form: 'mail',
  messaging: 'chat',
  inbound: 'in',
  incoming: 'in',
  received: 'in',
  outbound: 'out',
  outgoing: 'out',
  sent: 'out',
  private: 'internal',
  company: 'business',
  government: 'public',
  individual: 'person',
  consumer: 'person',
  'non-profit': 'nonprofit',
  we: 'us',
  ours: 'us',
  them: 'customer',
  client: 'customer',
  done: 'kept',
  fulfilled: 'kept',
  cancelled: 'withdrawn',
  canceled: 'withdrawn'
}
const yes = new Set(['1', 'yes', 'y', 'true', 'x', 'ναι', 'si', 'sí', 'jah', 'oo'])
const no = new Set(['0', 'no', 'n', 'false', '', 'όχι', 'οχι', 'ei', 'hindi'])
const zones = new Map<string, boolean>()

/** Takes a cell, its field and how its column is written, gives its value: text, day, instant, number, minor units. */
export function readCell(cell: string, field: ImportField, source: Pick<ColumnSource, 'dates' | 'numbers'>, place: Place): Read {
  const text = cell.trim()
  if (field.kind === 'text' || field.kind === 'customer') return { value: text || null }
  if (field.kind === 'flag') return readFlag(text)
  if (isBlank(text)) return { value: null }
  switch (field.kind) {
    case 'instant':
    case 'moment':
    case 'day':
      return dated(text, field.kind, source, place)
    case 'number': {
      const value = readNumber(text, source.numbers ?? 'point')
      return value === null ? { problem: m.imports_bad_number() } : { value }
    }
    case 'money': {
      const value = readNumber(withoutCurrency(text, place.currency), source.numbers ?? 'point')
      return value === null
        ? { problem: m.imports_bad_money({ currency: place.currency }) }
        : { value: toMinor(value, place.currency) }
    }
    case 'currency': {
      const code = currencyCode.safeParse(text)
      return code.success ? { value: code.data } : { problem: m.error_currency() }
    }
    case 'zone':
      return isKnownZone(text) ? { value: text } : { problem: m.error_zone() }
    case 'choice':
      return readChoice(text, field.choices ?? [])
  }
}

function dated(text: string, kind: 'instant' | 'moment' | 'day', source: Pick<ColumnSource, 'dates'>, place: Place): Read {
  const date = readDate(text, source.dates ?? 'iso')
  if (!date) return { problem: m.imports_bad_date() }
  if (kind === 'day' || (kind === 'moment' && date.time === null)) return { value: place.clock.day(date, place.zone) }
  return { value: place.clock.instant(date, place.zone) }
}

function readFlag(text: string): Read {
  const word = text.toLowerCase()
  if (yes.has(word)) return { value: 1 }
  return no.has(word) || isBlank(text) ? { value: 0 } : { problem: m.imports_bad_flag() }
}

function readChoice(text: string, choices: readonly string[]): Read {
  const word = text.toLowerCase()
  const found = [word, alike[word], choices === languages ? word.slice(0, 2) : undefined].find(
    (name) => name && choices.includes(name)
  )
  return found ? { value: found } : { problem: m.imports_bad_choice({ choices: choices.join(', ') }) }
}

function isKnownZone(name: string): boolean {
  let known = zones.get(name)
  if (known === undefined) {
    known = isZone(name)
    if (zones.size < 2_000) zones.set(name, known)
  }
  return known
}
