// The doors between the rooms of src/ as a lint rule: who may import what. See docs/ARCHITECTURE.md.
import { relative, resolve, dirname, sep } from 'node:path'
import { root } from '../setup/places.mjs'

// what each room may take from other rooms, and from packages (a list allows only these, never forbids these)
const rooms = {
  shared: { rooms: ['shared'], only: ['zod', 'temporal-polyfill', 'mathjs', 'd3-random', 'highs', 'uuid'] },
  // what every process that touches files must agree on
  files: { rooms: ['shared', 'files'], never: ['electron', 'better-sqlite3', 'kysely', 'svelte'] },
  workspace: { rooms: ['shared', 'files', 'workspace'], never: ['electron', 'svelte', 'chart.js', 'svgcanvas'] },
  // what comes from outside is opened without the database, in a process of its own
  reader: { rooms: ['shared', 'files', 'reader'], never: ['electron', 'better-sqlite3', 'kysely', 'svelte'] },
  main: { rooms: ['shared', 'files', 'main'], types: ['workspace'], never: ['better-sqlite3', 'kysely', 'svelte'] },
  preload: { rooms: ['shared', 'preload'], only: ['electron'] },
  words: { rooms: ['shared', 'words'], never: ['electron', 'better-sqlite3', 'svelte'] },
  renderer: { rooms: ['shared', 'words', 'renderer'], never: ['electron', 'better-sqlite3', 'kysely'], node: false },
  cli: { rooms: ['shared', 'files', 'workspace', 'cli'], never: ['electron', 'svelte', 'better-sqlite3'] }
}

const packageOf = (name) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

/** Takes the importing file, the imported name and whether only types are taken; gives what is wrong, or undefined. */
export function doorProblem(file, name, typesOnly) {
  const [top, room, ...rest] = relative(root, file).split(sep)
  const rule = top === 'src' && rooms[room]
  if (!rule) return undefined
  if (name.startsWith('.') || name.startsWith('@shared/')) {
    const target = name.startsWith('.') ? relative(root, resolve(dirname(file), name)) : `src${sep}shared`
    const [targetTop, targetRoom] = target.split(sep)
    const allowed = [...rule.rooms, ...(typesOnly ? (rule.types ?? []) : [])]
    if (targetTop !== 'src' || allowed.includes(targetRoom)) return undefined
    return `src/${room} must not import from src/${targetRoom}`
  }
  const wanted = packageOf(name)
  if (wanted === 'node:child_process' || wanted === 'child_process') return 'no part of the app starts other programs'
  if (name.startsWith('node:')) return rule.only || rule.node === false ? `src/${room} must not import Node's ${name}` : undefined
  const store = room === 'workspace' && rest[0] === 'store'
  const opens = store && rest[1] === 'connect.ts' && rest.length === 2
  if (wanted === 'better-sqlite3' && !opens && !(store && typesOnly)) return 'only src/workspace/store/connect.ts opens a database'
  if (rule.only ? !rule.only.includes(wanted) : rule.never.includes(wanted)) return `src/${room} must not import ${wanted}`
  return undefined
}

const check = (context, node, source, typesOnly) => {
  if (typeof source?.value !== 'string') return
  const problem = doorProblem(context.filename, source.value, typesOnly)
  if (problem) context.report({ node, message: problem })
}

const taken = (node, list) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  (list?.length > 0 && list.every((part) => part.importKind === 'type' || part.exportKind === 'type'))

export const doors = {
  meta: { type: 'problem', schema: [] },
  create: (context) => ({
    ImportDeclaration: (node) => check(context, node, node.source, taken(node, node.specifiers)),
    ExportNamedDeclaration: (node) => check(context, node, node.source, taken(node, node.specifiers)),
    ExportAllDeclaration: (node) => check(context, node, node.source, taken(node)),
    ImportExpression: (node) => check(context, node, node.source, false),
    TSImportType: (node) => check(context, node, node.source ?? node.argument?.literal, true)
  })
}
