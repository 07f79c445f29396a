// A display for Electron where the machine has none: an Xvfb of our own, gone again when the work is done.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasDisplay } from './libraries.mjs'
import { SetupError } from './say.mjs'

/** Starts a virtual display. Gives the environment that leads to it, and what takes it away again. */
async function virtualDisplay() {
  const folder = mkdtempSync(join(tmpdir(), 'redress-display-'))
  const authority = join(folder, 'authority')
  writeFileSync(authority, cookie(randomBytes(16)), { mode: 0o600 })
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-auth', authority], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    // Ctrl-C in the terminal must not take the display from under a program that is still closing
    detached: true
  })
  const stop = () => {
    process.off('exit', stop)
    server.kill()
    rmSync(folder, { recursive: true, force: true })
  }
  process.on('exit', stop)
  try {
    const number = await new Promise((resolve, reject) => {
      let said = ''
      server.stdio[3].on('data', (chunk) => {
        said += chunk
        if (said.includes('\n')) resolve(said.trim())
      })
      server.on('error', reject)
      server.on('exit', () => reject(new SetupError('The virtual display (Xvfb) did not start.')))
    })
    return { env: { DISPLAY: `:${number}`, XAUTHORITY: authority }, stop }
  } catch (error) {
    stop()
    throw error
  }
}

let shared

/** Sees that this process has a display, until it ends: where the machine has none, a virtual one of its own. */
export async function ensureDisplay() {
  if (hasDisplay()) return
  shared ??= virtualDisplay()
  Object.assign(process.env, (await shared).env)
}

/** Does the work with DISPLAY set to a real or a virtual display; gives the work's result. */
export async function withDisplay(work) {
  if (hasDisplay()) return work()
  const { env, stop } = await virtualDisplay()
  Object.assign(process.env, env)
  try {
    return await work()
  } finally {
    for (const name of Object.keys(env)) delete process.env[name]
    stop()
  }
}

/** An X authority file with one cookie for every display: family, then length-prefixed address, number, name and data. */
function cookie(secret) {
  const part = (data) => Buffer.concat([Buffer.from([data.length >> 8, data.length & 255]), data])
  const empty = Buffer.alloc(0)
  return Buffer.concat([Buffer.from([0xff, 0xff]), part(empty), part(empty), part(Buffer.from('MIT-MAGIC-COOKIE-1')), part(secret)])
}
