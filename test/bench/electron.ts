import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser } from 'playwright'
import { electronRuntime } from '../../scripts/setup/electron.mjs'

/** An Electron that was started to be measured: nothing watches it while it starts. */
export interface Measured {
  process: ChildProcess
  /** Where its page can be connected to (CDP). */
  address: string
  /** When it was started, in epoch milliseconds. */
  started: number
  /** Milliseconds from the start to the first paint of what the selector names, once that has happened. */
  painted: (selector: string) => Promise<number>
  stop: () => Promise<void>
}

/** Starts an app folder (null: Redress itself) with arguments, on the display there is. */
export async function startMeasured(folder: string | null, args: string[]): Promise<Measured> {
  const { path, args: leading } = electronRuntime()
  const own = folder ? [...leading.slice(0, -1), folder] : leading
  const started = performance.timeOrigin + performance.now()
  const child = spawn(path, ['--remote-debugging-port=0', ...own, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr!.on('data', (chunk: Buffer) => {
      said += chunk
      const found = /DevTools listening on (ws:\S+)/.exec(said)
      if (found) resolve(found[1]!)
    })
    child.once('exit', (code) => reject(new Error(`Electron ended with ${code} before it opened: ${said.slice(-500)}`)))
  })
  let browser: Browser | undefined
  return {
    process: child,
    address,
    started,
    painted: async (selector) => {
      await pageListed(new URL(address).host)
      browser ??= await chromium.connectOverCDP(address)
      const page = browser.contexts()[0]!.pages()[0]!
      await page.waitForSelector(selector)
      return (await page.evaluate(paintOf, selector)) - started
    },
    stop: async () => {
      await browser?.close().catch(() => undefined)
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      await exited
      clearTimeout(timer)
    }
  }
}

/** Waits until the window's page is there to connect to. */
async function pageListed(host: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const targets = (await (await fetch(`http://${host}/json/list`)).json()) as { type: string; url: string }[]
    if (targets.some((target) => target.type === 'page' && target.url !== '')) return
    await pause(50)
  }
  throw new Error('no window opened within 30 s')
}

/** Runs in the page: epoch milliseconds of the paint that showed the marked element, else of the first text at all. */
async function paintOf(selector: string): Promise<number> {
  const name = document.querySelector(selector)?.getAttribute('elementtiming')
  const type = name ? 'element' : 'paint'
  const wanted = name ?? 'first-contentful-paint'
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntries().find((one) => (one as { identifier?: string }).identifier === wanted || one.name === wanted)
      if (entry) resolve(performance.timeOrigin + ((entry as { renderTime?: number }).renderTime || entry.startTime))
    }).observe({ type, buffered: true })
  })
}

/** Gives the resident memory in megabytes of a process and all that it started. */
export function residentMb(pid: number): number {
  const listed = execFileSync('ps', ['-Ao', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n')
  const rows = listed.map((row) => row.trim().split(/\s+/).map(Number))
  const family = new Set([pid])
  // children are listed in any order, so look until nobody new is found
  for (let size = 0; size !== family.size;) {
    size = family.size
    for (const [child, parent] of rows) if (family.has(parent!)) family.add(child!)
  }
  return rows.filter(([child]) => family.has(child!)).reduce((sum, [, , kb]) => sum + kb! / 1024, 0)
}

/** Gives the middle value. */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
