import { onDestroy } from 'svelte'
import type { Command } from '../shared/contract/commands'

const handlers = new Map<Command, (() => void)[]>()
/** What is to be done as soon as what does it is shown. */
let awaited: Command | null = null

/**
 * Says what a menu command does while this component is shown, such as "New promise" on a customer's page. The
 * component shown last goes first. To be called while a component is set up.
 */
export function handle(command: Command, run: () => void): void {
  const stack = handlers.get(command) ?? []
  handlers.set(command, [...stack, run])
  if (awaited === command) {
    awaited = null
    // a component does nothing before it stands
    queueMicrotask(run)
  }
  onDestroy(() =>
    handlers.set(
      command,
      (handlers.get(command) ?? []).filter((each) => each !== run)
    )
  )
}

/** Runs a command where a component handles it. Gives whether one did. */
export function run(command: Command): boolean {
  awaited = null
  const handler = handlers.get(command)?.at(-1)
  handler?.()
  return handler !== undefined
}

/** Runs a command once a component that handles it is shown, unless another one is asked for first. */
export function runWhenShown(command: Command): void {
  awaited = command
}
