import { copyTable } from '../../../charts/copy'
import { lightPalette } from '../../../charts/palette'
import type { Clock } from '../../../../shared/values/clock'
import type { TimelineEvent } from '../../../../shared/records/timeline'
import { showMoment } from '../../../ui/format'
import { notify } from '../../../ui/notices.svelte'
import { eventWord } from '../words'
import { paint, svg, type Scene } from './shapes'
import { m } from '../../../../shared/messages/messages.js'

const margin = 24
const head = 36
const fine = 2

/** Draws a scene on white under a title, twice as fine, and puts it on the clipboard as PNG and, where that can be, as SVG. Error: where the page may not. */
export async function copyDrawing(scene: Scene, title: string): Promise<void> {
  const drawing = document.createElement('canvas')
  drawing.width = (scene.width + margin * 2) * fine
  drawing.height = (scene.height + margin * 2 + head) * fine
  const context = drawing.getContext('2d')!
  context.scale(fine, fine)
  context.fillStyle = lightPalette.paper
  context.fillRect(0, 0, drawing.width, drawing.height)
  context.translate(margin, margin + head)
  paint(context, {
    ...scene,
    shapes: [{ is: 'text', x: 0, y: -20, text: title, fill: lightPalette.ink, size: 17, bold: true }, ...scene.shapes]
  })
  const blob = await new Promise<Blob>((done, failed) =>
    drawing.toBlob((made) => (made ? done(made) : failed(new Error('no picture'))), 'image/png')
  )
  // where it can be pasted, as a drawing too
  const vector = 'image/svg+xml'
  const drawn: Record<string, Blob> = ClipboardItem.supports(vector)
    ? { [vector]: new Blob([svg(scene, title)], { type: vector }) }
    : {}
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob, ...drawn })])
}

/** Puts events on the clipboard as a table, the oldest first. Error: where the page may not. */
export function copyEvents(events: readonly TimelineEvent[], title: string, zone: Clock, locale: string): Promise<void> {
  const columns = [m.timeline_when(), m.timeline_filter_kinds(), m.timeline_contact(), m.timeline_notes()]
  return copyTable(
    {
      columns: columns.map((label) => ({ label })),
      rows: events
        .toReversed()
        .map((event) => [event.at ? showMoment(event.at, zone) : '', eventWord(event), event.contact ?? '', event.title]),
      write: String
    },
    title,
    locale
  )
}

/** Takes what is being copied, says at the foot of the window whether it was. */
export async function copied(what: Promise<void>): Promise<void> {
  try {
    await what
    notify(m.ui_copied())
  } catch {
    notify(m.ui_copy_failed(), { kind: 'wrong' })
  }
}
