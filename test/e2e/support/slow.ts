import type { Redress } from './app'

/** Answers that come late, and how to wait until none is owed. */
export interface SlowAnswers {
  settled(): Promise<void>
}

/**
 * Has every answer to the page come late by 0 to `most` ms, each by another time, the same in every run; the work itself
 * is done at once, and what is announced comes at once. In this run's main process only: nothing of it is in Redress.
 */
export async function slowAnswers({ app, page }: Redress, most: number): Promise<SlowAnswers> {
  await app.evaluate(({ ipcMain }, most) => {
    type Handler = (...args: unknown[]) => Promise<unknown>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
    const room = globalThis as unknown as { owed: number }
    const real = handlers.get('redress:call')!
    room.owed = 0
    let seed = 7
    handlers.set('redress:call', async (...args) => {
      room.owed++
      try {
        const answer = await real(...args)
        seed = (seed * 48271) % 2147483647
        await new Promise((done) => setTimeout(done, seed % (most + 1)))
        return answer
      } finally {
        room.owed--
      }
    })
  }, most)
  return {
    async settled() {
      for (let quiet = 0; quiet < 3;) {
        await page.waitForTimeout(60)
        const owed = await app.evaluate(() => (globalThis as unknown as { owed: number }).owed)
        quiet = owed === 0 ? quiet + 1 : 0
      }
    }
  }
}

/** Has the answers to `what` wait until they are let go; gives what does that. */
export async function heldAnswers({ app }: Redress, what: string): Promise<{ letGo(): Promise<void> }> {
  await app.evaluate(({ ipcMain }, what) => {
    type Handler = (event: unknown, name: string, ...rest: unknown[]) => Promise<unknown>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
    const room = globalThis as unknown as { letGo: () => void }
    const real = handlers.get('redress:call')!
    const free = new Promise<void>((done) => (room.letGo = done))
    handlers.set('redress:call', async (event, name, ...rest) => {
      const answer = await real(event, name, ...rest)
      if (name === what) await free
      return answer
    })
  }, what)
  return { letGo: () => app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo()) }
}
