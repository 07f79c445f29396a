import { expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../src/shared/contract/table'
import { invalid } from '../../src/shared/values/errors'

// Whatever is typed, pasted or sent: no text and no list is without end. The sentence for a text says what to do with the rest.

interface Part {
  type?: string
  enum?: unknown
  const?: unknown
  pattern?: string
  format?: string
  maxLength?: number
  maxItems?: number
  properties?: Record<string, Part>
  additionalProperties?: Part | boolean
  items?: Part
  prefixItems?: Part[]
  anyOf?: Part[]
  oneOf?: Part[]
  allOf?: Part[]
  $ref?: string
  $defs?: Record<string, Part>
}

/** The paths of texts and lists that have no limit. */
function endless(part: Part, path: string): string[] {
  const inner = [
    ...Object.entries(part.properties ?? {}).map(([name, each]) => [each, `${path}.${name}`] as const),
    ...(typeof part.additionalProperties === 'object' ? [[part.additionalProperties, `${path}.*`] as const] : []),
    ...(part.items ? [[part.items, `${path}[]`] as const] : []),
    ...[...(part.prefixItems ?? []), ...(part.anyOf ?? []), ...(part.oneOf ?? [])].map((each) => [each, path] as const),
    ...Object.values(part.$defs ?? {}).map((each) => [each, path] as const)
  ]
  const bounded = 'const' in part || part.enum || part.format || part.pattern || part.maxLength
  return [
    ...(part.type === 'string' && !bounded && !part.allOf ? [path] : []),
    ...(part.type === 'array' && part.maxItems === undefined && !part.prefixItems ? [`${path}[]`] : []),
    ...inner.flatMap(([each, at]) => endless(each, at))
  ]
}

it('no text and no list of any call is without a limit', () => {
  const without = Object.entries(contract).flatMap(([name, { input }]) =>
    endless(z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' }) as Part, name)
  )
  expect(without).toEqual([])
})

it('a text that is too long is refused in a sentence that says how long it may be and where the rest can go', () => {
  const notes = contract['interactions.create'].input.safeParse({
    customerId: '0190b0a0-0000-7000-8000-000000000001',
    channel: 'call',
    direction: 'in',
    at: '2026-01-01T00:00:00Z',
    subject: 'x'.repeat(5_000_000)
  })
  const refusal = invalid(notes.error!)
  expect(refusal.fields!.subject).toMatch(/^This is too long: at most \d+ characters/)
  expect(refusal.fields!.subject).toContain('evidence')
})
