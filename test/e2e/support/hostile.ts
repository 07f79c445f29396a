/** Addresses that a page must never get to, in a window or in a frame. */
export const hostileAddresses = [
  'https://example.org/',
  'http://127.0.0.1:9/',
  'http://localhost/',
  'ftp://example.org/',
  'ws://127.0.0.1:9/',
  'file:///etc/passwd',
  'file:///C:/Windows/win.ini',
  'data:text/html,<script>hit()</script>',
  'data:text/html,redress',
  'blob:redress-app://app/x',
  'javascript:void(document.body.textContent="hit")',
  'chrome://gpu',
  'chrome://settings',
  'devtools://devtools/bundled/inspector.html',
  'view-source:redress-app://app/index.html',
  'chrome-extension://abc/x.html',
  'filesystem:redress-app://app/temporary/x',
  'mailto:someone@example.org',
  'tel:123',
  'smb://server/share',
  'ms-settings:',
  'redress://case/1',
  'redress-app://evil/index.html',
  'redress-app://app.evil/index.html',
  'redress-app://app@evil/index.html',
  'redress-app://app/package.json',
  'redress-app://app/../package.json',
  'redress-app://app/assets/',
  'redress-app:///index.html',
  '//example.org/',
  '\\\\server\\share',
  'redress-app2://app/index.html'
]

/** Addresses that must never be offered to the system's browser. */
export const hostileLinks = [
  'http://example.org',
  'file:///etc/passwd',
  'smb://server/share',
  'mailto:a@b.c',
  'tel:1',
  'javascript:alert(1)',
  'data:text/html,x',
  'ms-msdt:/id',
  'https://user:password@example.org/',
  'https://user@example.org',
  'https://',
  'https:///',
  'vbscript:x',
  'calculator:',
  'search-ms:query=x',
  'ssh://host',
  'chrome://settings',
  'about:blank',
  'redress://case/1',
  'redress-app://app/index.html',
  'ftp://example.org/x',
  'jar:https://example.org!/',
  'steam://run/1',
  'x-apple.systempreferences:',
  'intent://x',
  'ldap://host',
  'nfs://host/x',
  'vnc://host',
  'telnet://host',
  'not an address'
]

/** Names that are in no contract. */
export const hostileNames: unknown[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  ' ',
  'workspace',
  'workspace.',
  '.info',
  'WORKSPACE.INFO',
  'workspace.info ',
  'workspace.__proto__',
  'customers.create.constructor',
  '../workspace.info',
  'x'.repeat(100_000),
  null,
  0,
  Number.NaN,
  true,
  [],
  ['workspace.info'],
  {},
  { toString: 'workspace.info' }
]

/** Inputs that no procedure takes; the first word names them, and those that cannot be sent from here are made in the page. */
export function hostileInputs(): [string, unknown][] {
  const promise = { customerId: '14137096-9b42-8412-a8e7-4a80d29a0862', words: 'x', madeAt: '2026-01-01T00:00:00Z' }
  return [
    ['nothing', null],
    ['a text', 'x'],
    ['a number', 5],
    ['not a number', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
    ['a list', []],
    ['empty', {}],
    ['deep', null],
    ['long', { ...promise, words: 'x'.repeat(6_000) }],
    ['very long', { ...promise, words: 'x'.repeat(9_000_000) }],
    ['unknown field', { ...promise, more: 1 }],
    ['wrong types', { customerId: 1, words: [], madeAt: {} }],
    ['no id', { ...promise, customerId: 'CUS-1; DROP TABLE customer' }],
    ['no date', { ...promise, madeAt: '2026-02-30T00:00:00Z' }],
    ['a year too far', { ...promise, dueAt: '99999-01-01' }],
    ['no zone', { ...promise, zone: 'Mars/Olympus' }],
    ['own proto', JSON.parse('{"__proto__": {"words": "x"}, "constructor": 1}')],
    ['map', null],
    ['date', null],
    ['bytes', null],
    ['big', null],
    ['cycle', null]
  ]
}

/** Gives random numbers from 0 to 1 that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const fields = [
  'id',
  'customerId',
  'file',
  'words',
  'name',
  'limit',
  'language',
  'currency',
  'patch',
  'target',
  'mapping',
  'dryRun',
  'settings',
  'key',
  'body',
  'entity',
  '__proto__',
  'length'
]
const bits: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  -0,
  2 ** 53,
  0.1,
  '',
  'x',
  '\0',
  '💥',
  '../../x',
  '14137096-9b42-8412-a8e7-4a80d29a0862',
  '2026-01-01',
  'EUR',
  'en',
  'a'.repeat(10_000),
  "'; DROP TABLE customer; --"
]

/** Gives some value that a hostile page might send. */
export function wildValue(random: () => number, depth: number): unknown {
  const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!
  const kind = depth === 0 ? 2 + random() * 2 : random() * (depth > 4 ? 2 : 4)
  if (kind < 2) return pick(bits)
  const size = Math.floor(random() * 5)
  if (kind < 2.5) return Array.from({ length: size }, () => wildValue(random, depth + 1))
  return Object.fromEntries(Array.from({ length: size }, () => [pick(fields), wildValue(random, depth + 1)]))
}
