import globals from 'globals'
import regexp from 'eslint-plugin-regexp'
import svelte from 'eslint-plugin-svelte'
import tseslint from 'typescript-eslint'
import { clock } from './scripts/lint/clock.mjs'
import { doors } from './scripts/lint/doors.mjs'
import { inHand } from './scripts/lint/in-hand.mjs'
import { keys } from './scripts/lint/keys.mjs'

const ban = (selector, message) => ({ selector, message })
const ipc = ban('Identifier[name=/^ipc(Main|Renderer)$/]', 'Only the preload and src/main/gate.ts speak over IPC: add a procedure.')
const external = ban(
  'MemberExpression[property.name="openExternal"]',
  'Links leave Redress only through src/main/links.ts, which parses them.'
)
const composed = ban(
  'NewExpression[callee.name="RegExp"], CallExpression[callee.name="RegExp"]',
  'An expression made of parts is checked by nothing here: only src/shared/values/when-expressions.ts makes some, which its test checks.'
)
const stale = ban(
  'AssignmentExpression[operator="="] > AwaitExpression.right > CallExpression[callee.name="call"]',
  'An older answer may come after a newer one and stand over it: ask by live(), one at a time, or count the turns.'
)
const inject = ban('MemberExpression[property.name=/^executeJavaScript/]', 'No code is sent into pages as text.')

export default tseslint.config(
  { ignores: ['node_modules/', 'out/', 'src/shared/messages/', 'test-results/', 'playwright-report/', 'resources/'] },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.{ts,js,mjs,cjs,svelte}'],
    plugins: { redress: { rules: { clock, doors, keys, 'in-hand': inHand } } },
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      'redress/clock': 'error',
      'redress/doors': 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error',
      // the compiler knows better what is defined
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_', ignoreRestSiblings: true }
      ]
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    // a Map that is not shown need not be reactive
    rules: { 'svelte/prefer-svelte-reactivity': 'off' }
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'svelte/no-at-html-tags': 'error',
      // a named snippet says more than what stands between two tags
      'svelte/no-useless-children-snippet': 'off',
      // an expression that only names a state makes an effect depend on it
      '@typescript-eslint/no-unused-expressions': 'off',
      'prefer-const': 'off'
    }
  },
  // what a person types is theirs
  { files: ['src/renderer/**/*.{ts,svelte}'], rules: { 'redress/keys': 'error', 'redress/in-hand': 'error' } },
  { files: ['src/renderer/ui/keys.ts'], rules: { 'redress/keys': 'off' } },
  // printed once, never updated
  { files: ['src/renderer/brief/**/*.svelte'], rules: { 'svelte/require-each-key': 'off' } },
  // a story is data
  { files: ['src/workspace/sample/**'], rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] } },
  // tests attack with what the app itself must not do
  {
    files: ['test/**'],
    // a table of cases may be long
    rules: {
      'no-eval': 'off',
      'no-new-func': 'off',
      'max-lines': ['error', { max: 450, skipBlankLines: true, skipComments: true }]
    }
  },
  // no expression may take more than the length of its text: what is read comes from elsewhere, and nothing may hang on it
  {
    files: ['src/**/*.{ts,svelte}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false, ignoreSticky: true }]
    }
  },
  { files: ['src/**/*.{ts,svelte}'], rules: { 'no-restricted-syntax': ['error', ipc, external, inject, composed] } },
  {
    files: ['src/renderer/**/*.{ts,svelte}'],
    rules: { 'no-restricted-syntax': ['error', ipc, external, inject, composed, stale] }
  },
  { files: ['src/shared/values/when-expressions.ts'], rules: { 'no-restricted-syntax': ['error', ipc, external, inject] } },
  { files: ['src/preload/index.ts', 'src/main/gate.ts'], rules: { 'no-restricted-syntax': ['error', external, inject, composed] } },
  { files: ['src/main/links.ts'], rules: { 'no-restricted-syntax': ['error', ipc, inject, composed] } }
)
