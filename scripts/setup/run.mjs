// Starting other programs, and taking turns with other set-ups on the same machine.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from './places.mjs'

/**
 * Runs a program to its end, collecting what it says.
 * Takes the program, its arguments and spawn options; `show` also prints as it goes.
 * Gives { code, output }; never throws for a failing program (code 127: it could not be started).
 */
export function run(program, args, { show = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk
        if (show) process.stderr.write(chunk)
      })
    }
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a program with the terminal in its hands; gives its exit code. Ctrl-C reaches it, and we wait for it. */
export function hand(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const wait = () => {}
    process.on('SIGINT', wait)
    const child = spawn(program, args, { stdio: 'inherit', ...options })
    const stop = () => child.kill('SIGTERM')
    process.on('SIGTERM', stop)
    child.on('error', reject)
    child.on('close', (code) => {
      process.off('SIGINT', wait)
      process.off('SIGTERM', stop)
      resolve(code ?? 1)
    })
  })
}

/** Gives the last lines of a program's words, for an error message. */
export const tail = (text, lines = 15) => text.trimEnd().split('\n').slice(-lines).join('\n')

function alive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Does the work while no other process holds the same name; a lock whose owner died is taken over. */
export async function withLock(name, work) {
  const folder = join(cacheFolder(), 'locks', name)
  const owner = join(folder, 'pid')
  mkdirSync(join(cacheFolder(), 'locks'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(folder)
      writeFileSync(owner, String(process.pid))
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (abandoned(folder, owner)) rmSync(folder, { recursive: true, force: true })
    else await new Promise((resolve) => setTimeout(resolve, 150))
  }
  try {
    return await work()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function abandoned(folder, owner) {
  try {
    const pid = Number(readFileSync(owner, 'utf8'))
    if (pid > 0) return !alive(pid)
  } catch {
    // the owner has not written its name yet, or just left
  }
  const stat = statSync(folder, { throwIfNoEntry: false })
  return stat !== undefined && Date.now() - stat.mtimeMs > 5_000
}
