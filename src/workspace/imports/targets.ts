import type { Entity } from '../../shared/contract/journal'
import type { ImportTarget } from '../../shared/contract/imports'
import type { Defaults, Said, Values } from './row-read'

/** What an import needs to know of the records it makes. */
interface Target {
  entity: Extract<Entity, 'customer' | 'order' | 'interaction' | 'promise' | 'contact' | 'voice' | 'incident' | 'evidence'>
  /** Columns a new record has beside those that the mapping fills. */
  extra: string[]
  /** The values of these columns, given what the row says. */
  standard(said: Said, defaults: Defaults): Values
}

export const targets: Record<ImportTarget, Target> = {
  customers: {
    entity: 'customer',
    extra: ['number', 'kind', 'currency', 'timeZone', 'replyHours'],
    standard: (said, { replyHours }) => ({ kind: 'business', currency: said.currency, timeZone: said.zone, replyHours })
  },
  orders: {
    entity: 'order',
    extra: ['number', 'customerId', 'currency'],
    standard: () => ({ currency: null })
  },
  interactions: {
    entity: 'interaction',
    extra: ['customerId', 'channel', 'direction', 'zone'],
    standard: (said) => ({ channel: 'note', direction: 'in', zone: said.zone })
  },
  promises: {
    entity: 'promise',
    extra: ['number', 'customerId', 'zone', 'outcome', 'firstDueAt'],
    standard: (said) => ({ zone: said.zone, outcome: null, firstDueAt: said.values.dueAt ?? null })
  },
  contacts: { entity: 'contact', extra: ['customerId'], standard: () => ({}) },
  voice: {
    entity: 'voice',
    extra: ['customerId', 'kind', 'state'],
    standard: () => ({ kind: 'concern', state: 'open' })
  },
  incidents: {
    entity: 'incident',
    extra: ['number', 'customerId', 'kind', 'severity', 'state', 'currency'],
    standard: (said) => ({
      kind: 'other',
      severity: 'medium',
      state: said.values.ended ? 'resolved' : 'open',
      currency: said.currency
    })
  },
  evidence: { entity: 'evidence', extra: ['number', 'customerId'], standard: () => ({}) }
}

/** The field that names a record. */
export const titles: Record<ImportTarget, string> = {
  customers: 'name',
  orders: 'title',
  interactions: 'subject',
  promises: 'words',
  contacts: 'name',
  voice: 'words',
  incidents: 'title',
  evidence: 'title'
}

/** What a mapped field holds when its cell is empty and the record must have a value. */
export function blanks(target: ImportTarget, defaults: Defaults): Values {
  switch (target) {
    case 'customers':
      return { kind: 'business', currency: defaults.currency, timeZone: defaults.zone, replyHours: defaults.replyHours }
    case 'orders':
      return { crucial: 0 }
    case 'interactions':
      return { channel: 'note', direction: 'in', zone: defaults.zone, needsReply: 0 }
    case 'promises':
      return { madeBy: 'us', zone: defaults.zone }
    case 'voice':
      return { kind: 'concern' }
    case 'incidents':
      return { kind: 'other', severity: 'medium', state: 'open', currency: defaults.currency }
    case 'contacts':
    case 'evidence':
      return {}
  }
}
