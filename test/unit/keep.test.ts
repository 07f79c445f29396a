import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupName, backupsIn, toLetGo } from '../../src/workspace/store/keep'

const digest = 'a'.repeat(64)
const hour = 3_600_000

/** Makes backups one after another at these instants, letting go after each; gives what stands at the end, newest first. */
function standing(instants: number[]): { number: number; at: string }[] {
  let names: string[] = []
  instants.forEach((at, n) => {
    names.push(backupName(n + 1, new Date(at), 'changes', digest))
    const gone = new Set(toLetGo(backupsIn(names)))
    names = names.filter((name) => !gone.has(name))
  })
  return backupsIn(names)
}

const anyClock = fc.array(fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2031, 0, 1) }), { minLength: 1, maxLength: 120 })

describe('backups that are kept', () => {
  it('are some of today, one a day and one a week', () => {
    const start = Date.UTC(2026, 0, 5, 8)
    const instants = Array.from({ length: 90 * 24 * 4 }, (_, n) => start + (n * hour) / 4)
    const kept = standing(instants)
    const now = instants.at(-1)!
    const ages = kept.map(({ at }) => (now - Date.parse(at)) / hour)
    expect(ages.filter((age) => age < 2).length).toBeGreaterThanOrEqual(6)
    expect(ages.filter((age) => age < 24).length).toBeGreaterThanOrEqual(12)
    expect(new Set(kept.map(({ at }) => at.slice(0, 10))).size).toBeGreaterThanOrEqual(18)
    expect(ages.at(-1)).toBeGreaterThan(45 * 24)
    expect(kept.length).toBeLessThan(45)
  })

  it('always the newest six, whatever the clock says, and never more than there is room for', () => {
    fc.assert(
      fc.property(anyClock, (instants) => {
        const kept = standing(instants)
        const newest = Array.from({ length: Math.min(6, instants.length) }, (_, n) => instants.length - n)
        expect(kept.slice(0, newest.length).map(({ number }) => number)).toEqual(newest)
        expect(kept.length).toBeLessThanOrEqual(6 + 12 + 14 + 8)
      })
    )
  })

  it('stay when the clock is set back to 2020 and forward again', () => {
    const days = Array.from({ length: 20 }, (_, n) => Date.UTC(2026, 10, 1 + n, 9))
    const back = Array.from({ length: 3 }, (_, n) => Date.UTC(2020, 0, 1, 9, 5 * n))
    const kept = standing([...days, ...back])
    expect(kept.slice(0, 3).map(({ at }) => at.slice(0, 4))).toEqual(['2020', '2020', '2020'])
    expect(kept.filter(({ at }) => at.startsWith('2026')).length).toBeGreaterThanOrEqual(13)
    const forward = standing([...days, ...back, Date.UTC(2026, 10, 21, 9)])
    expect(forward[0]).toMatchObject({ number: 24 })
    expect(forward.some(({ at }) => at.startsWith('2020'))).toBe(true)
  })

  it('know those of an older Redress, which are older than all that have a number, and no other file', () => {
    const names = [
      '2026-11-20T08-00-00.000Z daily.redress',
      '2026-11-21T08-00-00.000Z before-migration.redress',
      backupName(1, new Date('2020-01-01'), 'quit', digest),
      'Mine.redress',
      '000001 x.redress',
      '01923f00-0000-7000-8000-000000000000.part'
    ]
    expect(backupsIn(names).map(({ name }) => name)).toEqual([names[2], names[1], names[0]])
    expect(backupsIn(names)[1]).toMatchObject({ at: '2026-11-21T08:00:00.000Z', why: 'before-migration', digest: null })
  })
})
