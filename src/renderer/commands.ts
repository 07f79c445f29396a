import { onDestroy } from 'svelte'
import type { Command } from '../shared/contract/commands'

const handlers = new Map<Command, (() => void)[]>()

/**
 * Says what a menu command does while this component is shown, such as "New promise" on a customer's page. The
 * component shown last goes first. To be called while a component is set up.
 */
export function handle(command: Command, run: () => void): void {
  const stack = handlers.get(command) ?? []
  handlers.set(command, [...stack, run])
  onDestroy(() =>
    handlers.set(
      command,
      (handlers.get(command) ?? []).filter((each) => each !== run)
    )
  )
}

/** Runs a command where a component handles it. Gives whether one did. */
export function run(command: Command): boolean {
  const handler = handlers.get(command)?.at(-1)
  handler?.()
  return handler !== undefined
}
