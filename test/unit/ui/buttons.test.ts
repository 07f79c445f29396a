// A button says what it does and to what, so that it is understood where it stands alone; what is underlined with dots explains.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../../../', import.meta.url).pathname
const filesIn = (folder: string, end: string): string[] =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`)
const pages = filesIn('src/renderer', '.svelte')
const source = (file: string): string => readFileSync(`${root}${file}`, 'utf8')
const words: Record<string, unknown> = Object.assign(
  {},
  ...filesIn('resources/messages/en', '.json').map((file) => JSON.parse(source(file)) as object)
)

/** One word is enough for these, since … */
const enough: Record<string, string> = {
  common_cancel: 'it undoes nothing but the dialog in front of one',
  common_close: 'it does nothing but close what is in front of one',
  common_done: 'it ends what one is doing; everything is saved already',
  common_undo: 'the sentence beside it says what',
  brief_ui_back: 'the slides are all that is there',
  brief_ui_next: 'the slides are all that is there',
  brief_ui_end: 'the slides are all that is there',
  nav_customers: 'the way back, where one has come from',
  nav_incidents: 'the way back, where one has come from',
  common_explain: 'it stands in the head of the chart',
  common_none: 'no action: a value of a table',
  promises_show_all: 'a filter: what it lets through'
}

/** The messages on each button of a page; a button whose own label adds the record's name says the thing there. */
function labels(text: string): string[] {
  const buttons = [...text.matchAll(/<Button\b(?<attributes>[^]*?)<\/Button\s*>/gu)]
    .map(({ groups }) => groups!.attributes!)
    .filter((each) => !/aria-label=("|\{`)\{?/u.test(each))
  const dialogs = [...text.matchAll(/\b(?:button|label)(?:=\{|: )(?<said>[^\n]*?)(?:, (?:danger|run|onselect)|\}\n)/gu)]
    .filter(({ 0: all, groups }) => all.startsWith('button') || /^m\.\w+\(\)$/u.test(groups!.said!))
    .map(({ 0: all }) => all)
    .filter((all) => all.startsWith('button') || /, (?:danger|run|onselect)$/u.test(all))
  return [...buttons, ...dialogs].flatMap((each) => [...each.matchAll(/\bm\.(\w+)\(/gu)].map((found) => found[1]!))
}
const bare = (key: string): boolean => typeof words[key] === 'string' && !/\S\s+\S/u.test(words[key])

describe('buttons', () => {
  it('name the action and the thing', () => {
    const all = pages.map((file) => ({ file, keys: labels(source(file)) }))
    expect(all.flatMap(({ keys }) => keys).length).toBeGreaterThan(120)
    const found = all.flatMap(({ file, keys }) =>
      keys.filter((key) => bare(key) && !(key in enough)).map((key) => `${file}: “${words[key] as string}” (${key})`)
    )
    expect(found).toEqual([])
  })

  it('would be found if they did not, in a button, a dialog and a menu', () => {
    const text = `<Button kind="primary" onclick={go}>{m.common_open()}</Button>
      <FormDialog\n  button={m.common_retry()}\n/>
      const items = [{ label: m.journal_deed_edit(), danger: true, onselect }]`
    expect(labels(text)).toEqual(['common_open', 'common_retry', 'journal_deed_edit'])
    expect(bare('common_open')).toBe(true)
  })

  it('have no exception that nothing needs', () => {
    const used = new Set(pages.flatMap((file) => [...source(file).matchAll(/\bm\.(\w+)\b/gu)].map((found) => found[1]!)))
    expect(Object.keys(enough).filter((key) => !used.has(key) || !bare(key))).toEqual([])
  })
})

it('underlines with dots only what explains itself', () => {
  const explaining = [
    'src/renderer/features/explain/Figures.svelte',
    'src/renderer/ui/Figure.svelte',
    'src/renderer/ui/FigureButton.svelte'
  ]
  const styled = [...pages, ...filesIn('src/renderer/styles', '.css')]
  expect(styled.filter((file) => /\bdotted\b/u.test(source(file))).sort()).toEqual(explaining)
})
