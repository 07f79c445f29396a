import { app, Notification } from 'electron'
import { overdueOf, remindersOf } from '../shared/records/reminders'
import { hourIn } from '../shared/values/zones'
import { m } from '../shared/messages/messages.js'
import type { Book } from './book'
import { log } from './log'

const each = 60_000

/**
 * Reminds the person, through their own system, of what is about to be missed, and counts on the app's badge what is over.
 * The words name nobody: a system keeps its notices outside the workspace. Takes the open book and what a click leads to.
 */
export function remind(book: Book, show: () => void): void {
  const told = new Set<string>()

  async function look(): Promise<void> {
    const info = book.info()
    if (!book.file() || !info || info.sample) return void app.setBadgeCount(0)
    const desk = await book.worker.call('desk.today', {})
    app.setBadgeCount(overdueOf(desk))
    if (!info.settings.reminders || !Notification.isSupported()) return
    const { replies, promises } = remindersOf(desk, desk.at, hourIn(desk.at, info.settings.timeZone), told)
    for (const key of [...replies, ...promises]) told.add(key)
    const lines = [
      ...(replies.length > 0 ? [m.desk_remind_replies({ count: replies.length })] : []),
      ...(promises.length > 0 ? [m.desk_remind_promises({ count: promises.length })] : [])
    ]
    if (lines.length === 0) return
    const notice = new Notification({ title: m.desk_remind_title(), body: lines.join('\n') })
    notice.on('click', show)
    notice.show()
  }

  setInterval(() => void look().catch((error: unknown) => log('remind', error)), each).unref()
}
