import { pageBlocks, proofBlocks, type Block } from '../../shared/brief/blocks'
import type { BriefModel, BriefPair, BriefTable } from '../../shared/brief/types'
import { columnShares } from './widths'

/** The width between the margins, in twentieths of a point: of A4; the shares are what counts. */
const written = 9_900

type Docx = typeof import('docx')
type Piece = InstanceType<Docx['Paragraph']> | InstanceType<Docx['Table']> | InstanceType<Docx['TableOfContents']>

/** Takes a brief, gives it as a DOCX file: real styles and heads, a table of contents, heads of tables that come again, page numbers. */
export async function docxOf(model: BriefModel): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, Footer, Header, Packer, PageNumber, Paragraph, TableOfContents, TextRun } = docx
  const pieces = (blocks: readonly Block[]) => blocks.flatMap((block) => piecesOf(block, docx))
  const [before, between, after] = model.footer.page
  const footer = new Footer({
    children: [
      new Paragraph({
        style: 'Small',
        children: [
          new TextRun(`${[model.footer.mark, model.footer.left].filter(Boolean).join(' · ')}    ${before}`),
          new TextRun({ children: [PageNumber.CURRENT] }),
          new TextRun(between),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
          new TextRun(after)
        ]
      })
    ]
  })
  const page = model.paper === 'a4' ? { width: 11906, height: 16838 } : { width: 12240, height: 15840 }
  const document = new Document({
    title: model.title,
    creator: 'Redress',
    lastModifiedBy: 'Redress',
    features: { updateFields: true },
    styles: {
      default: {
        document: { run: { font: 'Calibri', size: 21, language: { value: model.locale } } },
        heading1: { run: { size: 36, bold: true, font: 'Cambria' }, paragraph: { spacing: { before: 240, after: 120 } } },
        heading2: { run: { size: 26, bold: true, color: '1F5582' }, paragraph: { spacing: { before: 240, after: 80 } } },
        heading3: { run: { size: 23, bold: true }, paragraph: { spacing: { before: 200, after: 60 } } },
        heading4: { run: { size: 21, bold: true }, paragraph: { spacing: { before: 160, after: 40 } } }
      },
      paragraphStyles: [
        { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 17, color: '514D46' } },
        { id: 'Said', name: 'Said', basedOn: 'Normal', run: { italics: true, size: 23 }, paragraph: { indent: { left: 360 } } },
        { id: 'Figure', name: 'Figure', basedOn: 'Normal', run: { bold: true, size: 48, color: '9D1F3F' } },
        {
          id: 'TableCaption',
          name: 'Table caption',
          basedOn: 'Normal',
          run: { bold: true, size: 19 },
          paragraph: { keepNext: true, spacing: { before: 160, after: 60 } }
        }
      ]
    },
    sections: [
      {
        properties: { page: { size: page, margin: { top: 900, bottom: 1000, left: 1000, right: 1000 } } },
        headers: { default: new Header({ children: [] }) },
        footers: { default: footer },
        children: [
          ...pieces(pageBlocks(model)),
          new TableOfContents(model.appendix.heading, { hyperlink: true, headingStyleRange: '1-3' }),
          ...pieces(proofBlocks(model))
        ]
      }
    ]
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function piecesOf(block: Block, docx: Docx): Piece[] {
  const { HeadingLevel, Paragraph, TextRun } = docx
  const lines = (text: string) => text.split('\n').map((line, at) => new TextRun({ text: line, ...(at ? { break: 1 } : {}) }))
  const paragraph = (text: string, style?: string) =>
    new Paragraph({ ...(style ? { style } : {}), children: lines(text), spacing: { after: 80 } })
  switch (block.is) {
    case 'heading': {
      const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4]
      return [new Paragraph({ text: block.text, heading: levels[block.level - 1]!, keepNext: true })]
    }
    case 'paragraph':
      return [paragraph(block.text, block.note ? 'Small' : undefined)]
    case 'pairs':
      return block.pairs.map((pair) => pairOf(pair, docx))
    case 'list':
      return block.items.map((item) => new Paragraph({ children: lines(item), bullet: { level: 0 } }))
    case 'quote':
      return [paragraph(block.words, 'Said'), paragraph(block.who, 'Small')]
    case 'figure':
      return [paragraph(block.text, 'Figure'), paragraph([block.label, block.range].filter(Boolean).join('. '))]
    case 'chart':
      return [paragraph(block.chart.title, 'TableCaption'), ...tableOf(block.chart.table, docx)]
    case 'table':
      return tableOf(block.table, docx)
  }
}

function pairOf({ label, text }: BriefPair, { Paragraph, TextRun }: Docx): Piece {
  return new Paragraph({
    children: [new TextRun({ text: `${label}: `, color: '514D46' }), new TextRun(text)],
    spacing: { after: 40 }
  })
}

function tableOf(table: BriefTable, docx: Docx): Piece[] {
  const { caption, columns, rows, sums } = table
  const shares = columnShares(table)
  const { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx
  const cell = (text: string, at: number, bold: boolean) =>
    new TableCell({
      width: { size: 100 * shares[at]!, type: WidthType.PERCENTAGE },
      margins: { top: 30, bottom: 30, left: 60, right: 60 },
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: columns[at]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [new TextRun({ text: line, bold, size: 18 })]
          })
      )
    })
  return [
    new Paragraph({ text: caption, style: 'TableCaption' }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: shares.map((share) => Math.round(share * written)),
      rows: [
        new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ label }, at) => cell(label, at, true)) }),
        ...rows.map(
          (row, index) =>
            new TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at, sums?.includes(index) ?? false)) })
        )
      ]
    })
  ]
}
