import { z } from 'zod'
import type { Minor } from './flavours'

/** Currencies that this runtime's `Intl` knows, as ISO 4217 codes. */
const known = new Set(Intl.supportedValuesOf('currency'))

/** An ISO 4217 code, upper case. Error: the code is not a known currency. */
export const currency = z
  .string()
  .max(64)
  .trim()
  .toUpperCase()
  .refine((code) => known.has(code), { error: 'currency' })

const whole = z.number().int().min(-9e15).max(9e15)
const minor = (schema: z.ZodType<number>): z.ZodType<Minor, Minor> => schema as unknown as z.ZodType<Minor, Minor>
/** An amount in minor units of a currency (cents for EUR, none for JPY), a safe integer: from zero on. */
export const amount = minor(whole.min(0))
/** The same, more than zero. */
export const amountAboveZero = minor(whole.positive())
