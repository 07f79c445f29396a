import { z } from 'zod'
import type { ImportField, ImportTarget } from '../../shared/contract/imports'
import { contactFields, customerFields } from '../../shared/records/customers'
import { evidenceFields, incidentFields } from '../../shared/records/incidents'
import { orderFields } from '../../shared/records/orders'
import { promiseFields } from '../../shared/records/promises'
import { interactionFields, voiceFields } from '../../shared/records/timeline'
import { invalid } from '../../shared/values/errors'
import { cut } from '../../shared/values/truncate'
import type { Values } from './row-read'

const schemas = {
  customers: customerFields.omit({ timeZone: true }),
  orders: orderFields.omit({ customerId: true }),
  // what a source dates at the end of time it means so
  interactions: interactionFields.omit({ customerId: true, zone: true }).extend({ at: z.iso.datetime() }),
  promises: promiseFields.omit({ customerId: true, zone: true }),
  contacts: contactFields.omit({ customerId: true }),
  voice: voiceFields.omit({ customerId: true }),
  incidents: incidentFields.omit({ customerId: true }),
  evidence: evidenceFields.omit({ customerId: true })
}
/** Names of records that are cut where they are too long: the whole cell stays with the import. */
const longest: Readonly<Record<string, number>> = { subject: 300, title: 300 }

/**
 * Holds the values of a row against the fields of its record. What does not fit is told, and taken out where the record
 * can do without it.
 */
export function checked(
  target: ImportTarget,
  blank: Values,
  values: Values,
  fields: { field: ImportField }[],
  tell: (field: string | null, text: string) => void
): void {
  for (const [field, most] of Object.entries(longest)) {
    if (typeof values[field] === 'string') values[field] = cut(values[field], most)
  }
  for (let turn = 0; turn < 2; turn++) {
    const good = schemas[target].safeParse(given(blank, values))
    if (good.success) return
    const wrong = Object.entries(invalid(good.error).fields ?? {})
    for (const [name, text] of wrong) {
      const optional = fields.some(({ field }) => field.id === name && !field.required)
      // what is missing is told as such, once
      if (values[name] !== undefined && values[name] !== null) tell(name || null, text)
      if (optional) delete values[name]
    }
  }
}

/** What a record of a row is to hold. The zone is no field of it: it is how the row's times are read. */
function given(blank: Values, values: Values): Values {
  const all: Values = {}
  for (const from of [blank, values])
    for (const field of Object.keys(from)) if (field !== 'zone' && field !== 'timeZone') all[field] = from[field]!
  return all
}
