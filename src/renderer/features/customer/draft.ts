import type { Contact, Gesture } from '../../../shared/records/customers'
import { m } from '../../../shared/messages/messages.js'
import { showMoney } from '../../ui/format'
import { languageName } from '../customers/words'
import type { HistoryField } from '../../records/History.svelte'
import type { Day } from '../../../shared/values/flavours'

/** A contact as its form holds it. */
export interface ContactDraft {
  name: string
  role: string
  email: string
  phone: string
  language: Contact['language'] | ''
  note: string
  main: boolean
}

/** Takes a stored contact, or none for an empty form. */
export function contactDraft(contact?: Contact): ContactDraft {
  return {
    name: contact?.name ?? '',
    role: contact?.role ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    language: contact?.language ?? '',
    note: contact?.note ?? '',
    main: contact?.main === 1
  }
}

/** Takes fields of the form, gives them as they are stored. */
export function storedContact(fields: Partial<ContactDraft>): object {
  return { ...fields, ...('language' in fields ? { language: fields.language || null } : {}) }
}

/** A gesture as its form holds it. */
export interface GestureDraft {
  givenOn: Day | null
  words: string
  cost: number | null
  received: string
}

/** Takes a stored gesture, or today's date for an empty form. */
export function gestureDraft(from: Gesture | string): GestureDraft {
  if (typeof from === 'string') return { givenOn: from, words: '', cost: null, received: '' }
  return { givenOn: from.givenOn, words: from.words, cost: from.cost, received: from.received ?? '' }
}

/** Gives the fields of a contact that its history shows. */
export function contactHistory(): Record<string, HistoryField> {
  return {
    name: { label: m.customers_name() },
    role: { label: m.customers_contact_role() },
    email: { label: m.customers_contact_email() },
    phone: { label: m.customers_contact_phone() },
    language: { label: m.customers_contact_language(), show: (value) => languageName(String(value)) },
    note: { label: m.customers_contact_note() },
    main: { label: m.customers_contact_main(), show: (value) => (value ? m.common_yes() : m.common_no()) }
  }
}

/** Gives the fields of a gesture that its history shows. Takes its currency. */
export function gestureHistory(currency: string): Record<string, HistoryField> {
  return {
    words: { label: m.customers_gesture_words() },
    givenOn: { label: m.customers_gesture_on() },
    cost: { label: m.customers_gesture_cost(), show: (value) => showMoney(Number(value), currency) },
    received: { label: m.customers_gesture_received() }
  }
}
