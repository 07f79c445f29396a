import { app, MessageChannelMain, utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { log } from './log'

/** The most memory that a reader may take, in kilobytes, and how often it is looked at, in milliseconds. */
const mostMemory = 2_000_000
const lookEvery = 500

/** Processes that open files from outside for the workspace, each under the number that the workspace gave it. */
export interface Readers {
  /** Starts one, gives the side of the channel that speaks with it. `onGone` is told when it ended by itself or had to be ended. */
  start(id: number, onGone: () => void): MessagePortMain
  /** Ends it at once, whatever it is doing. */
  end(id: number): void
  endAll(): void
}

/** Takes the script of a reader, gives what starts it. Electron lets only main start processes. */
export function readersOf(script: string): Readers {
  const running = new Map<number, UtilityProcess>()
  let looking: NodeJS.Timeout | undefined

  function look(): void {
    const metrics = app.getAppMetrics()
    for (const child of running.values()) {
      const memory = metrics.find(({ pid }) => pid === child.pid)?.memory.workingSetSize ?? 0
      if (memory <= mostMemory) continue
      log('reader took too much memory', memory)
      child.kill()
    }
  }
  function end(id: number): void {
    const child = running.get(id)
    running.delete(id)
    child?.kill()
    if (running.size > 0) return
    clearInterval(looking)
    looking = undefined
  }

  return {
    start(id, onGone) {
      const child = utilityProcess.fork(script, [], { serviceName: 'Redress reader', stdio: 'pipe' })
      child.stdout?.on('data', (data: Buffer) => log('reader', data.toString().trimEnd()))
      child.stderr?.on('data', (data: Buffer) => log('reader', data.toString().trimEnd()))
      running.set(id, child)
      looking ??= setInterval(look, lookEvery)
      const { port1, port2 } = new MessageChannelMain()
      child.postMessage(null, [port1])
      child.on('exit', (code) => {
        if (running.get(id) !== child) return
        log('reader ended', code)
        end(id)
        onGone()
      })
      return port2
    },
    end,
    endAll: () => [...running.keys()].forEach(end)
  }
}
