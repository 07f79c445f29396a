import type { Customer } from '../../../shared/records/customers'
import type { WorkCalendar } from '../../../shared/records/calendar'
import type { Settings } from '../../../shared/contract/workspace'
import type { Day, Minor, Zone } from '../../../shared/values/flavours'

/** A customer as the form holds it. */
export interface CustomerDraft {
  name: string
  kind: Customer['kind']
  industry: string
  country: string | null
  language: Customer['language'] | ''
  currency: string | null
  timeZone: Zone | null
  about: string
  replyHours: number | null
  yearlyRevenue: number | null
  yearlyMargin: Minor | null
  customerSince: string | null
  renewalOn: Day | null
  /** When they work; null as the workspace says. */
  calendar: WorkCalendar | null
}

/** Gives an empty form with what the workspace is set to. */
export function newCustomer({
  currency,
  timeZone,
  replyHours
}: Pick<Settings, 'currency' | 'timeZone' | 'replyHours'>): CustomerDraft {
  return {
    name: '',
    kind: 'business',
    industry: '',
    country: null,
    language: '',
    currency,
    timeZone,
    about: '',
    replyHours,
    yearlyRevenue: null,
    yearlyMargin: null,
    customerSince: null,
    renewalOn: null,
    calendar: null
  }
}

/** Takes a stored customer, gives it as the form holds it. */
export function customerDraft(customer: Customer): CustomerDraft {
  const { name, kind, country, currency, timeZone, replyHours, yearlyRevenue, yearlyMargin, customerSince, renewalOn, calendar } =
    customer
  return {
    name,
    kind,
    country,
    currency,
    timeZone,
    replyHours,
    yearlyRevenue,
    yearlyMargin,
    customerSince,
    renewalOn,
    calendar,
    industry: customer.industry ?? '',
    language: customer.language ?? '',
    about: customer.about ?? ''
  }
}

/** Takes fields of the form, gives them as they are stored: what was left empty is null. */
export function storedCustomer(fields: Partial<CustomerDraft>): object {
  return { ...fields, ...('language' in fields ? { language: fields.language || null } : {}) }
}
