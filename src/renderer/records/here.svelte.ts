import type { WorkspaceInfo } from '../../shared/contract/workspace'
import { call, onChanged, onOpened } from '../api'

let info = $state.raw<WorkspaceInfo>()
let behind = 0
let tick = $state(0)
let started = false

async function ask(): Promise<void> {
  try {
    info = await call('workspace.info', {})
    behind = Date.now() - Date.parse(info.now)
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
  setInterval(() => tick++, 20_000)
}

/** Gives what is known of the open workspace; reading it in a component follows later changes. */
export function workspace(): WorkspaceInfo | undefined {
  start()
  return info
}

/** Gives the present instant (ISO, UTC) on the workspace's clock, which in the sample is the day its story ends. Follows. */
export function now(): string {
  start()
  void tick
  void info
  return new Date(Date.now() - behind).toISOString()
}

/** Gives the IANA zone of the workspace, else of this computer. */
export function homeZone(): string {
  return workspace()?.settings.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
