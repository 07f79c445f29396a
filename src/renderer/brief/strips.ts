import type { TimelineSheet } from '../../shared/timeline-sheet/types'
import { wordsOfPicture } from '../../shared/records/picture-words'
import { lightPalette } from '../charts/palette'
import { curveOf } from '../features/timeline/picture/curve'
import { lanesOf } from '../features/timeline/picture/lanes'
import { sceneOf } from '../features/timeline/picture/scene'
import type { Scene } from '../features/timeline/picture/shapes'

const millimetres = (length: number): number => (length * 96) / 25.4
/** CSS pixels between the margins of each paper, a hair less; those of timeline.css. */
const papers = {
  a4: { width: millimetres(210 - 26), height: millimetres(297 - 26) },
  letter: { width: millimetres(215.9 - 26), height: millimetres(279.4 - 26) }
} as const
/** Of the first page's head, of each further one's, and of the line over a strip with the room below it. */
const heads = { first: millimetres(24), again: millimetres(9), strip: millimetres(9) } as const

/** A strip that is ready to be drawn, and how high it is in CSS pixels. */
export interface SheetPart {
  heading: string
  height: number
  scene: Scene
}

/** Takes a timeline for paper, gives its strips as they are drawn between its margins: the same shapes as on the screen. */
export function stripsOn(sheet: TimelineSheet): SheetPart[] {
  const { zone, loss } = sheet
  const words = wordsOfPicture(sheet.labels, sheet)
  const curve = loss && curveOf(loss.title, loss.past, loss.ahead, zone)
  const [begins, ends] = [curve?.points[0]?.at ?? Infinity, curve?.points.at(-1)?.at ?? -Infinity]
  return sheet.strips.map(({ heading, from, to, picture }) => {
    const scene = sceneOf({
      shown: { from, to },
      width: papers[sheet.paper].width,
      zone,
      now: Date.parse(sheet.now),
      palette: lightPalette,
      lanes: lanesOf(picture.events, picture.cells, sheet.grouping, zone),
      spans: picture.spans,
      loss: begins < to && ends > from ? curve : null,
      selected: null,
      words
    })
    return { heading, height: scene.height, scene }
  })
}

/** Takes strips in their order and the paper, gives the pages: as many strips on each as have room, none torn. */
export function pagesOf<T extends { height: number }>(strips: readonly T[], paper: 'a4' | 'letter'): T[][] {
  const pages: T[][] = [[]]
  let room = papers[paper].height - heads.first
  for (const strip of strips) {
    const needed = strip.height + heads.strip
    if (needed > room && pages.at(-1)!.length > 0) {
      pages.push([])
      room = papers[paper].height - heads.again
    }
    pages.at(-1)!.push(strip)
    room -= needed
  }
  return pages
}
