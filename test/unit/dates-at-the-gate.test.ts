import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract } from '../../src/shared/contract/table'
import { dayNumber, isoDate } from '../../src/shared/losses/calculators/dates'
import { isDay } from '../../src/shared/values/day'

type Schema = z.core.$ZodType & z.ZodType
interface Def {
  type: string
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  in?: Schema
  options?: Schema[]
  valueType?: Schema
  left?: Schema
  right?: Schema
}

const samples = ['2026-03-29', '2026-03-29T12:00:00Z', '2026-03', '2026']
const takesDate = (schema: Schema) =>
  samples.some((sample) => schema.safeParse(sample).success) && !schema.safeParse('some words').success

/** Gives every field of an input, however deep, that takes a date and no other text. */
function dateFields(schema: Schema, path: string): [string, Schema][] {
  const def = schema._zod.def as unknown as Def
  if (['string', 'union'].includes(def.type) && takesDate(schema)) return [[path, schema]]
  const parts: [string, Schema | undefined][] = [
    ...Object.entries(def.shape ?? {}),
    ['[]', def.element],
    ['', def.innerType],
    ['', def.in],
    ['{}', def.valueType],
    ['', def.left],
    ['', def.right],
    ...(def.options ?? []).map((option): [string, Schema] => ['', option])
  ]
  return parts.flatMap(([name, part]) => (part ? dateFields(part, [path, name].filter(Boolean).join('.')) : []))
}

const fields = Object.entries(contract).flatMap(([name, { input }]) => dateFields(input as Schema, name))

describe('a date of a year that no record is about', () => {
  it('is looked for in all procedures', () => {
    expect(fields.length).toBeGreaterThan(40)
    expect(fields.map(([path]) => path)).toContain('cliffs.change.patch.on')
  })

  const years = ['0000', '0026', '0099', '0202', '1799', '2200', '9999']
  it.each(fields)('is refused as %s, and a real one is not', (_, schema) => {
    for (const sample of samples.filter((each) => schema.safeParse(each).success)) {
      for (const year of years) expect(schema.safeParse(`${year}${sample.slice(4)}`).success, year).toBe(false)
      for (const year of ['1800', '1999', '2199']) expect(schema.safeParse(`${year}${sample.slice(4)}`).success, year).toBe(true)
    }
  })

  it('is no day of a loss line', () => {
    for (const year of years) expect(isDay(`${year}-03-01`)).toBe(false)
    expect(isDay('1800-01-01') && isDay('2199-12-31')).toBe(true)
  })

  it('is not taken for another year by whoever still meets it', () => {
    for (const date of ['0000-01-01', '0026-12-01', '0099-12-31', '0100-01-01', '1900-03-01', '2026-03-29'])
      expect(isoDate(dayNumber(date)!)).toBe(date)
    expect(dayNumber('0100-01-01')! - dayNumber('0099-12-31')!).toBe(1)
    expect(dayNumber('0026-02-29')).toBeUndefined()
  })
})
