import { tick } from 'svelte'

let standing: Promise<unknown> = Promise.resolve()

/** Says that something is being loaded that may handle commands: a screen, or what stands over all of them. */
export function awaitForCommands(loading: Promise<unknown>): void {
  standing = Promise.allSettled([standing, loading])
}

/** Waits until what was being loaded is shown. A command that comes meanwhile is meant for it. */
export async function shown(): Promise<void> {
  for (let last; last !== standing;) {
    last = standing
    await last
    await tick()
  }
}
