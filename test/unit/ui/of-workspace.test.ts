// What a module of the page holds outlives the page's components. Of a workspace it may hold nothing once another one is open:
// an offer to take something back, a record that is explained, answers that came back would be taken for the other file's.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const home = join(import.meta.dirname, '../../../src/renderer')
const files = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:ts|svelte)$/.test(file))
const textOf = (file: string): string => readFileSync(join(home, file), 'utf8')

/** What these hold is of no workspace, or is asked for anew when one is opened. */
const ofNone = [
  'ui/language.svelte.ts',
  'ui/clock.svelte.ts',
  'router.svelte.ts',
  'records/here.svelte.ts',
  // lasts as long as a call, which ends with its workspace
  'records/undo.svelte.ts',
  // App takes away what offers something
  'ui/notices.svelte.ts'
]

describe('what a module holds', () => {
  it('of a workspace goes when another one is opened', () => {
    const holds = /^(?:export )?(?:let|const) \w+ = (?:\$state|new [A-Z]\w*\(\)$)/m
    const held = files.filter((file) => file.endsWith('.svelte.ts') && holds.test(textOf(file)))
    expect(held.length).toBeGreaterThanOrEqual(7)
    const stays = held.filter((file) => !ofNone.includes(file) && !/ofWorkspace\(|onOpened\(/.test(textOf(file)))
    expect(stays).toEqual([])
    expect(textOf('App.svelte')).toMatch(/onOpened\(\(another\)[^}]*dismissOffers\(\)/)
  })
})

describe('an offer to undo', () => {
  it('undoes what it says and never whatever is newest by then', () => {
    const bare = files.filter((file) => /call\('journal\.undo', \{\s*\}/.test(textOf(file)))
    expect(bare).toEqual([])
  })
})
