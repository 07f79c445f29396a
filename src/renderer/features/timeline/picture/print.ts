import type { TimelineView } from '../../../../shared/records/picture'
import { call } from '../../../api'
import { attempt } from '../../../records/act'
import { workspace } from '../../../records/here.svelte'
import { language } from '../../../ui/language.svelte'
import { notify } from '../../../ui/notices.svelte'
import { m } from '../../../../shared/messages/messages.js'

/** Takes what of a timeline is shown, asks where to and prints it there, in the language of the screen and on the workspace's paper. */
export async function savePrinted(view: TimelineView): Promise<void> {
  const paper = workspace()?.settings.paper ?? 'a4'
  const made = await attempt(() => call('shell.exportTimeline', { ...view, language: language(), paper }))
  if (made?.saved)
    notify(m.brief_ui_saved({ name: made.saved }), {
      action: { label: m.case_brief_show(), run: () => void call('shell.showSaved', {}) }
    })
}
