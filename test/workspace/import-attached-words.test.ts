// What came with a mail is evidence with its words, and search finds it by them: papers as their programs write them.
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { DeletedTextRun, Document, InsertedTextRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import PptxGenJS from 'pptxgenjs'
import { describe, expect, it } from 'vitest'
import { textOfPart } from '../../src/reader/words/part-text'
import { wordsOfXml } from '../../src/reader/words/xml'
import { fileOf } from './import-support'
import { take, workbook, zip } from './reader-support'
import { freshWorkspace } from './support'

const pdf = async (pages: string[]) => {
  const made = await PDFDocument.create()
  const font = await made.embedFont(StandardFonts.Helvetica)
  for (const words of pages) {
    const page = made.addPage([595, 842])
    for (const [at, line] of words.split('\n').entries()) page.drawText(line, { x: 40, y: 780 - at * 20, size: 12, font })
  }
  return Buffer.from(await made.save())
}
const change = { id: 1, author: 'Mira', date: '2026-09-14T08:00:00Z' }
const docx = () =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun('Χαλασμένες αντλίες & σωλήνες'), new TextRun({ text: 'δύο', break: 1 })] }),
            new Paragraph({
              children: [
                new DeletedTextRun({ text: 'never said', ...change }),
                new InsertedTextRun({ text: 'Täna tarnitud', ...change })
              ]
            }),
            new Table({
              rows: [new TableRow({ children: ['Seal', '12 €'].map((text) => new TableCell({ children: [new Paragraph(text)] })) })]
            })
          ]
        }
      ]
    })
  )
async function pptx(): Promise<Buffer> {
  const made = new PptxGenJS()
  for (let at = 1; at <= 11; at++) {
    const slide = made.addSlide()
    slide.addText(`Slide number ${at}`, { x: 1, y: 1, w: 5, h: 1 })
    if (at === 2) slide.addNotes('Say that the line stood still')
  }
  return (await made.write({ outputType: 'nodebuffer' })) as Buffer
}
const odt = () =>
  zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style>no</style:style></office:automatic-styles><office:body><office:text>
      <text:h>Informe</text:h><text:p>La bomba<text:s/>se <text:span>rompió</text:span> otra vez &#8212; en M&#xE1;laga</text:p></office:text></office:body></office:document-content>`
  })

const papers: Record<string, [() => Promise<Buffer> | Buffer, RegExp[]]> = {
  'report.pdf': [
    () => pdf(['The pump cracked\nat the flange', 'Second page: Größe 12']),
    [/pump cracked\nat the flange/, /Größe 12/]
  ],
  'letter.docx': [docx, [/αντλίες & σωλήνες\nδύο\n/, /Täna tarnitud/, /Seal\s+12 €/]],
  'talk.pptx': [pptx, [/number 1\n[^]*number 2\n[^]*number 10\n[^]*number 11/, /the line stood still/]],
  'list.xlsx': [
    () =>
      workbook(
        {
          Orders: [
            ['Order', 'Until'],
            ['PO-77', new Date(Date.UTC(2026, 8, 18))]
          ] as never
        },
        'xlsx'
      ),
    [/^Orders\nOrder Until\nPO-77 2026-09-18/]
  ],
  'old.xls': [() => workbook({ Lista: [['Bomba', 3.5]] }, 'biff8'), [/Bomba 3\.5/]],
  'list.ods': [() => workbook({ Lista: [['Tihend', 'katki']] }, 'ods'), [/Tihend katki/]],
  'informe.odt': [odt, [/^Informe\nLa bomba se rompió otra vez — en Málaga$/]],
  'note.rtf': [() => Buffer.from('{\\rtf1\\ansi\\ansicpg1253 The seal \\b leaks\\b0\\par again}'), [/The seal leaks\s+again/]]
}

describe('what came with a mail', () => {
  it('is evidence with its words whatever it was written with, and search finds it by them', async () => {
    const parts = await Promise.all(
      Object.entries(papers).map(async ([name, [make]]) =>
        [
          '--x',
          `Content-Type: application/octet-stream; name="${name}"`,
          `Content-Disposition: attachment; filename="${name}"`,
          'Content-Transfer-Encoding: base64',
          '',
          (await make()).toString('base64').replace(/.{76}/g, '$&\r\n')
        ].join('\r\n')
      )
    )
    const mail = [
      'From: Mira Kanto <mira@quay.example>',
      'To: help@ours.example',
      'Date: Mon, 14 Sep 2026 08:12:00 +0200',
      'Subject: The pump',
      'Message-ID: <1@quay.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x\r\nContent-Type: text/plain\r\n\r\nSee what came with it.',
      ...parts,
      '--x--'
    ].join('\r\n')
    const workspace = await freshWorkspace()
    const { counts } = await take(workspace, [fileOf(mail, 'mail.eml')], { own: ['ours.example'] })
    expect(counts).toMatchObject({ create: 1, error: 0 })
    const [customer] = await workspace.call('customers.list', {})
    const evidence = await workspace.call('evidence.list', { customerId: customer!.id })
    for (const [name, [, words]] of Object.entries(papers)) {
      const { id, note } = evidence.find(({ fileName }) => fileName === name)!
      const read = await workspace.call('evidence.preview', { id })
      const said = read.as === 'picture' || read.as === 'name' ? '' : (read.text ?? '')
      for (const each of words) expect(said, name).toMatch(each)
      if (read.as !== 'text') expect(said, name).not.toContain('never said')
      // what somebody notes about a file is another thing
      expect(note, name).toBeNull()
    }
    for (const word of ['flange', 'σωλήνες', 'tarnitud', 'PO-77', 'Málaga', 'Tihend']) {
      const hits = await workspace.call('search.find', { words: word })
      expect(
        hits.some(({ entity }) => entity === 'evidence'),
        word
      ).toBe(true)
    }
  })

  it('and so is what somebody attaches by hand, a mail by what was written in it', async () => {
    const workspace = await freshWorkspace()
    const { id: customerId } = await workspace.call('customers.create', { name: 'Quay Dairy', currency: 'EUR' })
    const mail = [
      'From: Mira Kanto <mira@quay.example>',
      'Subject: =?utf-8?Q?Die_zweite_Pumpe_f=C3=BCr_Halle_7?=',
      'Date: Mon, 14 Sep 2026 08:12:00 +0200',
      'To: Ott Lepik <ott@ours.example>',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n',
      Buffer.from('Der Flansch ist gerissen.').toString('base64'),
      '--x\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename="Fotos.zip"\r\n\r\nPK',
      '--x--'
    ].join('\r\n')
    const files: Record<string, [Buffer, string | null]> = {
      'report.pdf': [await pdf(['The pump cracked\nat the gasket']), 'gasket'],
      'letter.docx': [await docx(), 'σωλήνες'],
      'mail.eml': [Buffer.from(mail), 'Mira Kanto, Ott Lepik\nDie zweite Pumpe für Halle 7\nDer Flansch ist gerissen.\nFotos.zip'],
      'photo.jpg': [Buffer.from('no picture'), null],
      'cut.pdf': [(await pdf(['Words'])).subarray(0, 40), null]
    }
    for (const [name, [content, word]] of Object.entries(files)) {
      const { id } = await workspace.call('evidence.attach', { customerId, file: fileOf(content, name) })
      const [row] = (await workspace.call('evidence.list', { customerId })).filter((each) => each.id === id)
      expect([name, row!.note, 'words' in row!]).toEqual([name, null, false])
      const look = await workspace.call('evidence.preview', { id })
      const said = look.as === 'picture' || look.as === 'name' ? '' : (look.text ?? '')
      if (word && look.as !== 'text') expect(said, name).toContain(word)
      if (!word) expect(look.as, name).not.toBe('words')
      // it is noted about, and still found by both
      await workspace.call('evidence.change', { id, patch: { note: `Marmalade ${name}` } })
      expect(await workspace.call('evidence.preview', { id })).toEqual(look)
      if (word) expect((await workspace.call('search.find', { words: word })).map((hit) => hit.id)).toEqual([id])
    }
    // one undo takes the note away, and one the file and its words
    await workspace.call('journal.undo', {})
    expect(await workspace.call('evidence.list', { customerId })).toHaveLength(5)
    await workspace.call('journal.undo', {})
    expect(await workspace.call('evidence.list', { customerId })).toHaveLength(4)
  })

  it('what has no words, is locked, cut or a trap has none, and costs nothing else', async () => {
    const words = (content: Buffer, name = 'x.bin') => textOfPart('application/octet-stream', name, content)
    const page = await pdf(['Words'])
    const bomb = zip({ 'word/document.xml': Buffer.alloc(80 * 1024 * 1024) })
    const empty = await PDFDocument.create()
    empty.addPage()
    for (const content of [
      Buffer.from(await empty.save()),
      page.subarray(0, 40),
      Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, '<<[')]),
      Buffer.from('PK\x03\x04 no archive'),
      zip({ 'a.txt': 'some words' }),
      zip({ 'word/document.xml': '<w:t>'.repeat(10_000) }),
      bomb
    ])
      expect(await words(content)).toBe('')
    // words that say they are a file, and a name that says another thing than the bytes do
    expect(await words(page, 'picture.png')).toBe('Words')
    expect(await words(Buffer.from('file:///etc/passwd'), 'a.txt')).toBe('file:///etc/passwd')
    expect(await words(Buffer.from('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), 'a.docx')).toBe('')
    expect(wordsOfXml('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:p><w:t>a &e; b</w:t></w:p>', 100)).toBe('a &e; b\n')
    // no more of a long one than is kept
    expect(
      await words(await pdf(Array.from({ length: 60 }, () => 'word '.repeat(20).trim().concat('\n').repeat(30))))
    ).toHaveLength(4_000)
  })
})
