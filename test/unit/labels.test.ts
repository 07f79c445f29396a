import { describe, expect, test } from 'vitest'
import { languages } from '../../src/shared/values/fields'
import { deeds, entities } from '../../src/shared/contract/journal'
import { entityWord, labelText } from '../../src/shared/records/labels'

describe('labels of changes', () => {
  test('name the deed, the kind of record and the record', () => {
    const label = { deed: 'create', entity: 'promise', name: 'The parts leave tonight' } as const
    expect(labelText(label, 'en')).toBe('New: promise — The parts leave tonight')
    expect(labelText(label, 'es')).toBe('Alta: promesa — The parts leave tonight')
  })

  test('leave the dash away where there is no name, and cut a long one', () => {
    expect(labelText({ deed: 'configure', entity: 'setting', name: '' }, 'en')).toBe('Settings: workspace')
    const long = labelText({ deed: 'change', entity: 'voice', name: `${'word '.repeat(40)}\nend` }, 'en')
    expect(long.length).toBeLessThan(100)
    expect(long.endsWith('…')).toBe(true)
  })

  test('have every word in every language', () => {
    for (const locale of languages) {
      for (const deed of deeds)
        for (const entity of entities) expect(labelText({ deed, entity, name: '' }, locale)).not.toContain('journal_')
      expect(new Set(entities.map((entity) => entityWord(entity, locale))).size).toBe(entities.length)
    }
  })
})
