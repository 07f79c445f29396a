import type { BriefChart, BriefModel } from './types'

/** A chart of a brief as files of its own. */
export interface Picture {
  title: string
  svg: string
  /** In base 64: three dots a CSS pixel, on white. */
  png: string
}

/** Under this mark in its address a document is told to draw its charts apart. */
export const picturesMark = '#pictures'

/** Takes a brief, gives its charts in the order in which it prints them. */
export function chartsOf({ appendix: { loss } }: Pick<BriefModel, 'appendix'>): BriefChart[] {
  return loss ? [...loss.charts, ...loss.incidents.flatMap(({ charts }) => charts)] : []
}
