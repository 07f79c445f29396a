// Rings of imports in src: files that need each other to be understood. Imports of types count, and Svelte files too.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import ts from 'typescript'

const endings = ['', '.ts', '.svelte', '.svelte.ts', '/index.ts']
const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'messages' ? [] : sources(path)
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : []
  })
}

/** Gives the names that a file imports, whether values or types. Takes its path and text. */
export function importsOf(path, text) {
  const scripts = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1])
    : [text]
  return scripts.flatMap((script) => ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName))
}

/** Takes edges (name → names); gives the rings, each a sorted list of names that reach one another (Tarjan). */
export function ringsOf(edges) {
  const state = new Map()
  const stack = []
  const rings = []
  const visit = (name) => {
    const own = { index: state.size, low: state.size, open: true }
    state.set(name, own)
    stack.push(name)
    for (const next of edges.get(name) ?? []) {
      const seen = state.get(next) ?? visit(next)
      if (seen.open) own.low = Math.min(own.low, seen.low)
    }
    if (own.low === own.index) {
      const ring = stack.splice(stack.indexOf(name))
      for (const member of ring) state.get(member).open = false
      if (ring.length > 1) rings.push(ring.sort())
    }
    return own
  }
  for (const name of edges.keys()) if (!state.has(name)) visit(name)
  return rings
}

/** Takes the project's folder; gives a line for each ring of imports in src. */
export function ringProblems(root) {
  const src = join(root, 'src')
  const edges = new Map()
  for (const path of sources(src)) {
    const targets = importsOf(path, readFileSync(path, 'utf8')).flatMap((name) => {
      const base = name.startsWith('@shared/')
        ? join(src, 'shared', name.slice(8))
        : name.startsWith('.')
          ? join(dirname(path), name)
          : undefined
      const found = base && endings.map((ending) => base + ending).find((candidate) => existsSync(candidate) && isFile(candidate))
      return found && found !== path ? [found] : []
    })
    edges.set(path, new Set(targets))
  }
  const short = (path) => relative(src, path).split(sep).join('/')
  return ringsOf(edges).map((ring) => `a ring of imports: ${ring.map(short).join(', ')}`)
}
