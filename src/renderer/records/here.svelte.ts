import type { WorkspaceInfo } from '../../shared/contract/workspace'
import { setClock } from '../ui/clock.svelte'
import { call, onChanged, onOpened } from '../api'

export { homeZone, now } from '../ui/clock.svelte'

let info = $state.raw<WorkspaceInfo>()
let started = false

let turn = 0

/** Answers may overtake each other: only the newest asking counts, or a form would follow what stood there before. */
async function ask(): Promise<void> {
  const mine = ++turn
  try {
    const answer = await call('workspace.info', {})
    if (mine !== turn) return
    info = answer
    setClock(info.settings.timeZone, info.now)
  } catch {
    // the frame says why nothing can be read
  }
}

function start(): void {
  if (started) return
  started = true
  void ask()
  // what is shown of it in the frame changes with the settings alone, and with the time of the last change
  onChanged(({ rows, savedAt }) => {
    if (info) info = { ...info, savedAt }
    if (!info || rows.some(({ entity }) => entity === 'setting')) void ask()
  })
  onOpened(() => void ask())
}

/** Gives what is known of the open workspace; reading it in a component follows later changes. */
export function workspace(): WorkspaceInfo | undefined {
  start()
  return info
}
