import { z } from 'zod'

/** The order and the part of a list that is asked for: by one of its columns, or its own order, and so many from its beginning. */
export const page = <C extends readonly [string, ...string[]]>(columns: C) => ({
  sort: z.strictObject({ id: z.enum(columns), down: z.boolean() }).nullable(),
  first: z.number().int().min(1).max(100_000)
})

/** The first rows of a list, and how many there are in all. */
export interface Page<T> {
  rows: T[]
  total: number
}
