import { app, Notification } from 'electron'
import { overdueOf, remindersOf, snoozedUntil, standardQuiet, type Snooze } from '../shared/records/reminders'
import { hourIn } from '../shared/values/zones'
import { m } from '../shared/messages/messages.js'
import type { WorkspaceSession } from './session'
import { log } from './log'

const each = 60_000

/** The person's own system reminds of what is about to be missed. */
export interface Reminders {
  /** Puts reminders off, or no longer; what was told last is told again afterwards. Gives until when. */
  snooze(how: Snooze | 'none'): string | null
  /** Until when they are put off; null where they are not. */
  until(): string | null
}

/**
 * Reminds the person, through their own system, of what is about to be missed, and counts on the app's badge what is over.
 * The words name nobody: a system keeps its notices outside the workspace. Takes the open workspace, what a click leads to, and
 * who else is told how much is over.
 */
export function remind(session: WorkspaceSession, show: () => void, counted: (over: number) => void): Reminders {
  const told = new Set<string>()
  let last: string[] = []
  let off: string | null = null

  async function look(): Promise<void> {
    const info = session.info()
    if (!session.file() || !info || info.sample) return count(0)
    const desk = await session.worker.call('desk.today', { first: 10_000 })
    count(overdueOf(desk))
    if (!info.settings.reminders || until() || !Notification.isSupported()) return
    const { timeZone, quietHours } = info.settings
    const { replies, promises } = remindersOf(desk, desk.at, hourIn(desk.at, timeZone), told, quietHours)
    const keys = [...replies, ...promises]
    if (keys.length === 0) return
    for (const key of keys) told.add(key)
    last = keys
    tell(replies.length, promises.length)
  }

  function count(over: number): void {
    app.setBadgeCount(over)
    counted(over)
  }

  function tell(replies: number, promises: number): void {
    const body = [
      ...(replies > 0 ? [m.desk_remind_replies({ count: replies })] : []),
      ...(promises > 0 ? [m.desk_remind_promises({ count: promises })] : [])
    ].join('\n')
    // a button of its own where the system has them
    const notice = new Notification({
      title: m.desk_remind_title(),
      body,
      actions: [{ type: 'button', text: m.desk_snooze_hour() }]
    })
    notice.on('click', show)
    notice.on('action', () => snooze('hour'))
    notice.show()
  }

  function until(): string | null {
    if (off && Date.parse(off) <= Date.now()) off = null
    return off
  }

  function snooze(how: Snooze | 'none'): string | null {
    const { timeZone, quietHours } = session.info()?.settings ?? { timeZone: 'UTC', quietHours: standardQuiet }
    off = how === 'none' ? null : snoozedUntil(how, new Date().toISOString(), timeZone, quietHours)
    for (const key of last.splice(0)) told.delete(key)
    return off
  }

  setInterval(() => void look().catch((error: unknown) => log('remind', error)), each).unref()
  return { snooze, until }
}
