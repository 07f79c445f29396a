import type { BriefModel } from './types'

/** Takes a brief, gives the name of each place that a reference may lead to, by its id. */
export function placesOf({ appendix }: BriefModel): Map<string, string> {
  const places = new Map(appendix.contents.map(({ id, text }) => [id, text]))
  for (const incident of appendix.loss?.incidents ?? []) {
    places.set(incident.id, incident.heading)
    for (const { mark, title } of incident.lines) if (mark) places.set(mark.to, `${mark.text} ${title}`)
    for (const { id, title } of incident.charts) if (id) places.set(id, title)
    for (const id of incident.drivers?.ids ?? []) places.set(id, incident.drivers!.caption)
  }
  for (const { mark, title } of appendix.options?.options ?? []) places.set(mark.to, `${mark.text} ${title}`)
  const table = appendix.exhibits?.table
  for (const [at, id] of (table?.ids ?? []).entries()) places.set(id, table!.rows[at]!.slice(0, 2).join(' '))
  return places
}
