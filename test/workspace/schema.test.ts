import { expect, it } from 'vitest'
import { knownVersion } from '../../src/workspace/store/migrate'
import { digestOfParts, newestSchema, schemaOf } from '../../src/workspace/store/schema'

it('what a new workspace is built of is known without building it', () => {
  // after a migration, what stands here as expected goes into store/schema.ts
  const digest = digestOfParts(schemaOf(knownVersion))
  expect(newestSchema).toEqual({ format: knownVersion, digest })
})
