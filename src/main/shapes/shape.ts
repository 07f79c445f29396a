import type { Book } from '../../shared/brief/workbook/types'
import type { BriefModel } from '../../shared/brief/types'

/** What a brief can be besides a PDF, with the ending of its file. */
export const shapes = { docx: 'docx', pptx: 'pptx', xlsx: 'xlsx', csv: 'zip' } as const
export type ShapeName = keyof typeof shapes

/** Takes a brief and how to come by its workbook, gives it in another shape. Each library is loaded when it is needed. */
export async function shaped(as: ShapeName, model: BriefModel, book: () => Promise<Book>): Promise<Uint8Array> {
  switch (as) {
    case 'docx':
      return (await import('./docx')).docxOf(model)
    case 'pptx':
      return (await import('./pptx')).pptxOf(model)
    case 'csv':
      return (await import('./tables')).tablesOf(model)
    case 'xlsx':
      return (await import('./xlsx')).xlsxOf(await book())
  }
}
