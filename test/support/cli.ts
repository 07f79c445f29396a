import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../../scripts/setup/places.mjs'

/** What the command line gave: its exit code, the JSON of stdout (undefined when there is none) and the words of stderr. */
interface Said {
  code: number | null
  out: string
  words: string
  // the answer of any procedure
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any
}

/** Runs `redress` with these words on the build of this run, in English unless `env` says otherwise. */
export function redress(args: string[], env: Record<string, string> = {}): Promise<Said> {
  const own = { ...process.env, LC_ALL: 'en_GB.UTF-8', REDRESS_BUILT: '1', ...env }
  const child = spawn(process.execPath, [join(root, 'scripts', 'redress.mjs'), ...args], {
    env: own,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const said: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] }
  for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', (data: Buffer) => said[stream].push(data))
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => {
      const out = Buffer.concat(said.stdout).toString()
      done({ code, out, words: Buffer.concat(said.stderr).toString(), json: out ? JSON.parse(out) : undefined })
    })
  })
}
