import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { ringProblems, ringsOf } from '../../../scripts/check/rings.mjs'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

function project(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'rings-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

it('names a ring of types and pages', () => {
  const root = project({
    'src/shared/a.ts': "import type { B } from './b'\nexport type A = B",
    'src/shared/b.ts': "export type B = import('./a').A",
    'src/renderer/One.svelte': '<script lang="ts">import Two from "./Two.svelte"</script><Two />',
    'src/renderer/Two.svelte': '<script lang="ts">\nimport { three } from "./three"\n</script>{three}',
    'src/renderer/three.ts': "export const three = () => import('./One.svelte')",
    'src/renderer/four.ts': "import { three } from './three'\nexport const four = three"
  })
  expect(ringProblems(root)).toEqual([
    'a ring of imports: renderer/One.svelte, renderer/Two.svelte, renderer/three.ts',
    'a ring of imports: shared/a.ts, shared/b.ts'
  ])
})

it('follows the short name of shared', () => {
  const root = project({
    'src/shared/values/money.ts': "import '@shared/values/fields'",
    'src/shared/values/fields.ts': "import '@shared/values/money'"
  })
  expect(ringProblems(root)).toHaveLength(1)
})

it('agrees with reaching one another, for any imports', () => {
  const graph = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 20 })
  fc.assert(
    fc.property(graph, (arrows) => {
      const edges = new Map(Array.from({ length: 8 }, (_, at) => [at, new Set<number>()]))
      for (const [from, to] of arrows) if (from !== to) edges.get(from)!.add(to)
      const reach = (from: number, seen = new Set<number>()): Set<number> => {
        for (const next of edges.get(from)!) if (!seen.has(next)) reach(next, seen.add(next))
        return seen
      }
      const inRing = [...edges.keys()].filter((one) => reach(one).has(one))
      expect(ringsOf(edges).flat().sort()).toEqual(inRing)
    })
  )
})
