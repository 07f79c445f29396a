import { z } from 'zod'

/** Currencies that this runtime's `Intl` knows, as ISO 4217 codes. */
const known = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 code, upper case. Error: the code is not a known currency. */
export const currency = z
  .string()
  .max(64)
  .trim()
  .toUpperCase()
  .refine((code) => known.has(code), { error: 'currency' })

/** Minor units of a currency (cents for EUR, none for JPY) as a safe integer. */
export const minorUnits = z.number().int().min(-9e15).max(9e15)
