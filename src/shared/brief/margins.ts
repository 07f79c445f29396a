/** A number that stands beside a way into the document: in points, from the left and from the upper edge of its sheet. */
export interface PlacedNumber {
  text: string
  left: number
  top: number
  width: number
  height: number
}

/** What stands in the margins of a printed document's pages, and beside its contents: printed apart, and laid over it. */
export interface Margins {
  left: string
  draft: string
  /** The page's number and their count go between the three pieces. */
  page: [string, string, string]
  pages: number
  /** Each on a sheet of its own after the pages'. */
  numbers: PlacedNumber[]
}

/** Under this mark in its address a document is told to show its margins. */
export const marginsMark = '#margins='

/** A link in the contents leads to a place whose id begins with this: beside it goes the number of its page. */
export const partMark = 'part-'
