// The lint rules that keep what a person types: how a form that saves by itself holds its fields, and who reads keys.
import { Linter } from 'eslint'
import svelteParser from 'svelte-eslint-parser'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { inHand } from '../../../scripts/lint/in-hand.mjs'
import { keys } from '../../../scripts/lint/keys.mjs'

const linter = new Linter()
const problems = (code: string, filename = 'a.svelte'): string[] =>
  linter
    .verify(
      code,
      [
        {
          files: ['**/*.svelte', '**/*.ts'],
          plugins: { redress: { rules: { keys, 'in-hand': inHand } as never } },
          languageOptions: filename.endsWith('.svelte')
            ? { parser: svelteParser, parserOptions: { parser: tseslint.parser } }
            : { parser: tseslint.parser as never },
          rules: { 'redress/keys': 'error', 'redress/in-hand': 'error' }
        }
      ],
      { filename }
    )
    .map(({ message, ruleId }) => ruleId ?? message)

const form = (script: string, markup: string): string =>
  `<script lang="ts">\nconst form = saving((patch) => change('option', 'id', patch))\n${script}\n</script>\n${markup}`

describe('a form that saves by itself', () => {
  it.each([
    [
      'a state of its own',
      'let stay = $state(1)',
      '<NumberInput bind:value={stay} oncommit={(stay) => void form.save({ stay })} />'
    ],
    ['the record itself', '', '<TextInput value={option.title} oncommit={(title) => void form.save({ title })} />'],
    [
      'a state of its own, saved by a function',
      'let draft = $state({ title: 1 })\nfunction put(patch) { void form.save(patch) }\nconst on = (title) => put({ title })',
      '<TextInput bind:value={draft.title} oncommit={on} />'
    ],
    ['a group of fields', 'let draft = $state({})', '<Fields bind:draft oncommit={(patch) => void form.save(patch)} />'],
    [
      'what is written by an effect',
      'const held = followed(() => row, draftOf, form)\n$effect.pre(() => { held.draft.stay = option.stay })',
      '<NumberInput bind:value={held.draft.stay} oncommit={(stay) => void form.save({ stay })} />'
    ]
  ])('may not show %s', (_, script, markup) => {
    expect(problems(form(script, markup))).toEqual(['redress/in-hand'])
  })

  it('shows what followed() holds, under any name', () => {
    const script = 'const held = followed(() => row, draftOf, form)\nconst draft = $derived(held.draft)'
    const markup = `<TextInput bind:value={held.draft.title} oncommit={(title) => void form.save({ title })} />
      <Fields bind:draft={held.draft} oncommit={(patch) => void form.save(patch)} />
      {#if held.draft}{@const mine = held.draft}<TextInput bind:value={mine.b} oncommit={(b) => void form.save({ b })} />{/if}
      <TextInput bind:value={draft.title} oncommit={(title) => void form.save({ title })} />
      <Select bind:value={choice} oncommit={(id) => tie(id)} />`
    expect(problems(form(script, markup))).toEqual([])
  })
})

describe('a key', () => {
  it.each([
    `const key = (event: KeyboardEvent): void => { if (event.key === 'Enter') send() }`,
    `function on(e) { switch (e.key) { case 'Escape': close() } }`,
    `const on = (press: KeyboardEvent): boolean => press['key'] === 'Tab'`,
    `const on = ({ key }: KeyboardEvent): boolean => key === 'Enter'`,
    `const on = (event: KeyboardEvent): boolean => event.keyCode === 13`
  ])('is not read past pressed(): %s', (code) => {
    expect(problems(code, 'a.ts')).toEqual(['redress/keys'])
  })

  it('is read through pressed(), and other keys are no keys', () => {
    expect(problems(`const on = (event: KeyboardEvent): boolean => pressed(event) === 'Enter' && row.key === 'a'`, 'a.ts')).toEqual(
      []
    )
  })
})
