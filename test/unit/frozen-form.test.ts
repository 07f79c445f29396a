import { readFileSync } from 'node:fs'
import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import Brief from '../../src/renderer/brief/Brief.svelte'
import { frozenForm, frozenText, thaw } from '../../src/shared/brief/stored'
import type { BriefModel } from '../../src/shared/brief/types'

const stored = (name: string): string => readFileSync(`test/support/frozen/${name}.json`, 'utf8')
const files = ['form-0', 'form-0-customer', 'form-1']
const modelOf = (name: string): BriefModel => {
  const found = thaw(stored(name))
  if (!('model' in found)) throw new Error(found.problem)
  return found.model
}

/** Every text of a model that a reader sees, with where it stands; marks that lead somewhere and the names of kinds are none. */
function texts(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return part ? [[path, part]] : []
  if (!part || typeof part !== 'object') return []
  return Object.entries(part).flatMap(([key, value]) => texts(value, `${path}.${key}`))
}
/** What the document does not print as text: ways, kinds, names of files; and the words of pictures, which are drawn on them. */
const unprinted =
  /\.(id|ids\.\d+|to|kind|currency|locale|language|paper|audience|fileName|on|today|from)$|^\.(title|footer|tableLabel)|\.charts\.\d+\.(data|labels|alt)|\.promises\.caption$|^\.page\.promised\.table\.caption|^\.appendix\.exhibits\.table\.caption|^\.page\.loss\.driversHeading|recommendedLabel$/
const plain = (html: string): string =>
  html
    .replace(/<!--.*?-->/gs, '')
    .replace(/<(?:wbr|\/?b|\/?i|\/?span|\/?a)\b[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b]+/gu, '')

describe('a brief that an earlier build froze', () => {
  it.each(files)('%s is read whole: nothing that it says is lost', (name) => {
    const model = modelOf(name)
    const held = JSON.parse(stored(name)) as { form?: number; model?: unknown }
    expect(model).toMatchObject((held.form === undefined ? held : held.model) as object)
    expect(texts(model).sort()).toEqual(texts(held.form === undefined ? held : held.model).sort())
    expect(model.page.promised.none).toBeNull()
  })

  it.each(files)('%s is drawn by the document of today, with all its words and figures', (name) => {
    const model = modelOf(name)
    const { body } = render(Brief, { props: { model } })
    const drawn = plain(body)
    const missing = texts(model).filter(
      ([path, text]) => !unprinted.test(path) && !text.split('\n').every((line) => drawn.includes(plain(line)))
    )
    expect(missing).toEqual([])
    expect(body).not.toMatch(/undefined|NaN|\[object/)
    expect(body.match(/<figure/g) ?? []).toHaveLength(
      (model.appendix.loss?.charts.length ?? 0) + (model.appendix.loss?.incidents.flatMap(({ charts }) => charts).length ?? 0)
    )
  })

  it('of today bears the number of its form, and comes back as it was', () => {
    const model = modelOf('form-1')
    expect(JSON.parse(stored('form-1'))).toMatchObject({ form: 1 })
    expect(JSON.parse(frozenText(model))).toMatchObject({ form: frozenForm })
    expect(thaw(frozenText(model))).toEqual({ model })
  })

  it('has a fixture for every form that was ever stored', () => {
    const forms = files.map((name) => (JSON.parse(stored(name)) as { form?: number }).form ?? 0)
    expect([...new Set(forms)].sort()).toEqual(Array.from({ length: frozenForm + 1 }, (_, form) => form))
  })
})

describe('a brief that cannot be drawn says so', () => {
  const changed = (change: (model: BriefModel) => void): string => {
    const held = JSON.parse(stored('form-1')) as { form: number; model: BriefModel }
    change(held.model)
    return JSON.stringify(held)
  }
  it('when a newer build froze it, whatever its shape', () => {
    expect(thaw(JSON.stringify({ form: frozenForm + 1, model: modelOf('form-1') }))).toEqual({ problem: 'newer' })
    expect(thaw(JSON.stringify({ form: 99, pages: [] }))).toEqual({ problem: 'newer' })
  })

  it.each([
    ['nothing', ''],
    ['half of it', stored('form-1').slice(0, 20_000)],
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"brief"'],
    ['an empty model', '{"form":1,"model":{}}'],
    ['no model', '{"form":1}'],
    ['a form that is no number', '{"form":"1","model":{}}'],
    ['a form below zero', '{"form":-1,"model":{}}'],
    ['a page that is gone', changed((model) => Reflect.deleteProperty(model, 'page'))],
    ['a figure that is a text', changed(({ page }) => Object.assign(page.loss!, { middle: 'half' }))],
    ['a table without rows', changed(({ appendix }) => Reflect.deleteProperty(appendix.exhibits!.table!, 'rows'))],
    [
      'a picture of an unknown kind',
      changed(({ appendix }) => Object.assign(appendix.loss!.incidents[0]!.charts[0]!, { kind: 'pie' }))
    ],
    ['a language nobody knows', changed((model) => Object.assign(model, { language: 'xx' }))]
  ])('%s', (_, text) => {
    expect(thaw(text)).toEqual({ problem: 'damaged' })
  })

  it('at any part that the document reaches into: no piece may be missing', () => {
    const whole = JSON.parse(stored('form-1')) as { model: object }
    const parts: string[][] = []
    const walk = (part: unknown, path: string[]): void => {
      if (!part || typeof part !== 'object') return
      for (const [key, value] of Object.entries(part)) {
        if (!Array.isArray(part)) parts.push([...path, key])
        walk(value, [...path, key])
      }
    }
    walk(whole.model, [])
    const optional = new Set(['refs', 'short', 'numeric', 'wide', 'keep', 'ids', 'sums', 'id', 'back', 'others'])
    for (const path of parts.filter((path) => !optional.has(path.at(-1)!))) {
      const held = structuredClone(whole)
      const parent = path.slice(0, -1).reduce((part: Record<string, never>, key) => part[key]!, held.model as Record<string, never>)
      delete parent[path.at(-1)!]
      expect(thaw(JSON.stringify({ form: 1, model: held.model })), path.join('.')).toEqual({ problem: 'damaged' })
    }
  })
})
