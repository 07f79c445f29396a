import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { extname, join, isAbsolute, relative, resolve, sep } from 'node:path'
import { protocol, session, type Session } from 'electron'
import { errorNote } from '../shared/values/errors'
import { getLocale } from '../shared/messages/runtime.js'
import { briefPolicy, headers, lookPolicy, pagePolicy } from './policy'
import { ownUrl, scheme } from './origin'
import { log } from './log'
import { recoveryHtml } from './recovery'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm'
}

/** Gives the model of the brief at this address. Errors: Refusals of the workspace. */
export type BriefSource = (url: URL) => Promise<unknown>

/** Makes the scheme known to Chromium; before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

/** One file that is no part of Redress, for the window that draws it; none when it gives null. */
export interface OneFile {
  path: string
  content: () => Uint8Array | null
}

interface Answer {
  statusCode: number
  headers: Record<string, string>
  data: Buffer
}

/** Serves the files of `root`, briefs, and one file that is no part of Redress, to the pages of a session. */
export function serve({ protocol }: Session, root: string, brief: BriefSource, one?: OneFile): void {
  const answer = (method: string, url: string) =>
    answered(method, url, { root, brief, one }).catch((error: unknown) => {
      log('protocol', error)
      return refused(500)
    })
  // the older way needs no Request and Response, whose first use loads all of Node's HTTP: a tenth of the start.
  // See docs/decisions/start.md
  if (typeof protocol.registerBufferProtocol === 'function') {
    protocol.registerBufferProtocol(scheme, ({ method, url }, reply) => void answer(method, url).then(reply))
  } else {
    protocol.handle(scheme, async ({ method, url }) => {
      const { statusCode, headers, data } = await answer(method, url)
      return new Response(new Uint8Array(data), { status: statusCode, headers })
    })
  }
}

/**
 * Takes a name and what `serve` takes, gives the session of a locked window: made when it is first asked for, never written
 * to disk.
 */
export function ownSession(name: string, root: string, brief: BriefSource, one?: OneFile): () => Session {
  let made: Session | null = null
  return () => {
    if (made) return made
    // without "persist:" nothing of it is ever written to disk
    made = session.fromPartition(name)
    serve(made, root, brief, one)
    return made
  }
}

interface Served {
  root: string
  brief: BriefSource
  one: OneFile | undefined
}

async function answered(method: string, asked: string, { root, brief, one }: Served): Promise<Answer> {
  const url = method === 'GET' ? ownUrl(asked) : null
  if (!url) return refused(400)
  const content = url.pathname === one?.path ? one.content() : null
  if (content) return { statusCode: 200, headers: headers('application/pdf', lookPolicy), data: Buffer.from(content) }
  if (url.pathname === '/recovery.html') return page(recoveryHtml())
  if (/^\/brief\/[^/]+\.html$/.test(url.pathname)) return briefPage(root, url, brief)
  if (url.pathname === '/index.html') return indexPage(root)
  // a brief's own files are asked for beside it
  return file(root, url.pathname.replace(/^\/brief\//, '/'))
}

const page = (html: string, policy = pagePolicy): Answer => ({
  statusCode: 200,
  headers: headers('text/html; charset=utf-8', policy),
  data: Buffer.from(html)
})
const refused = (statusCode: number, words = ''): Answer => ({
  statusCode,
  headers: headers('text/plain; charset=utf-8'),
  data: Buffer.from(words)
})

// a few small files, most of them at the start, when every turn of waiting would stand behind other work
function file(root: string, pathname: string): Answer {
  const path = inside(root, pathname)
  const type = path && types[extname(path)]
  if (!path || !type) return refused(404)
  const policy = { '/brief.html': briefPolicy, '/look.html': lookPolicy }[pathname] ?? pagePolicy
  return { statusCode: 200, headers: headers(type, policy), data: readFileSync(path) }
}

/** Takes a folder and the path of an address, gives the real file in that folder, or null. Links out of it lead nowhere. */
function inside(root: string, pathname: string): string | null {
  let name: string
  try {
    name = decodeURIComponent(pathname)
  } catch {
    return null
  }
  if (name.includes('\0') || name.includes('\\')) return null
  const within = (folder: string, path: string) => {
    const way = relative(folder, path)
    return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
  }
  const path = resolve(root, `.${name}`)
  if (!name.startsWith('/') || !within(root, path)) return null
  try {
    const [folder, real] = [realpathSync(root), realpathSync(path)]
    return within(folder, real) ? real : null
  } catch {
    return null
  }
}

/** The workbench in the language that is spoken now; its words and the letters are asked for with the first scripts. */
function indexPage(root: string): Answer {
  const language = getLocale()
  const all = readdirSync(join(root, 'assets'))
  const early = [
    { file: `words-${language}-`, as: 'rel="modulepreload"' },
    { file: 'inter-latin-opsz-normal-', as: 'rel="preload" as="font"' }
  ].map(({ file, as }) => `<link ${as} crossorigin href="./assets/${all.find((name) => name.startsWith(file))}">`)
  const html = readFileSync(join(root, 'index.html'), 'utf8')
  return page(html.replace('<html lang="en">', `<html lang="${language}">`).replace('</head>', () => `${early.join('')}</head>`))
}

async function briefPage(root: string, url: URL, brief: BriefSource): Promise<Answer> {
  let model: unknown
  try {
    model = await brief(url)
  } catch (error) {
    return refused(404, errorNote(error).message)
  }
  // within a script element only `<` could end it early
  const json = JSON.stringify(model).replaceAll('<', '\\u003c')
  const html = readFileSync(resolve(root, 'brief.html'), 'utf8')
  const whole = html
    .replaceAll(/(src|href)="\.?\/?assets\//g, '$1="/assets/')
    .replace('</head>', () => `<script type="application/json" id="model">${json}</script></head>`)
  return page(whole, briefPolicy)
}
