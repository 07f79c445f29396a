import type { LookedAt } from '../../shared/contract/workspace'
import { call, onOffered } from '../api'
import { attempt } from './act'

/** The folder that is looked at for exports, as it is now, and what it offers. Made while a component is. */
export class Looked {
  /** Null until it is known. */
  now = $state.raw<LookedAt | null>(null)

  constructor() {
    this.ask()
    $effect(() => onOffered(() => this.ask()))
  }

  ask(): void {
    void call('shell.lookedAt', {}).then(
      (found) => (this.now = found),
      () => {}
    )
  }

  /** Changes it by a call that gives how it is then. */
  async set(change: () => Promise<LookedAt | null>): Promise<void> {
    this.now = (await attempt(change)) ?? this.now
  }
}
