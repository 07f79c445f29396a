import { describe, expect, it } from 'vitest'
import { entities } from '../../src/shared/contract/journal'
import { procedureNamed } from '../../src/shared/contract/table'
import { kinds } from '../../src/shared/records/kinds'
import { descriptions } from '../../src/workspace/store/descriptions'
import { columnsOf } from '../../src/workspace/store/triggers'
import { freshWorkspace } from './support'

describe('what is said of each kind of record', () => {
  it('names columns that its table has', async () => {
    const { store } = await freshWorkspace()
    for (const entity of entities) {
      const { home, ties, tiedTo, dates, amounts, states } = kinds[entity]
      const named = [
        ...(home ? [home] : []),
        ...Object.keys(ties),
        ...(tiedTo ?? []),
        ...dates.flat().map(({ field }) => field),
        ...amounts,
        ...states.flatMap(({ says, rests, at }) => [says, ...rests, ...(at ? [at] : [])])
      ]
      const columns = columnsOf(store.db, entity)
      expect([entity, named.filter((name) => !columns.includes(name))]).toEqual([entity, []])
      if (amounts.length > 0) expect([entity, columns]).toEqual([entity, expect.arrayContaining(['currency'])])
    }
  })

  it('has a place among what search finds just where search knows it, each its own', () => {
    const found = entities.filter((entity) => kinds[entity].found)
    expect(found).toEqual(entities.filter((entity) => descriptions[entity].search))
    expect(new Set(found.map((entity) => kinds[entity].found!.rank)).size).toBe(found.length)
  })

  it('names procedures that are there', () => {
    for (const entity of entities) {
      const { family } = kinds[entity]
      if (family) expect([entity, procedureNamed(`${family}.restore`)]).toEqual([entity, expect.anything()])
    }
  })
})
