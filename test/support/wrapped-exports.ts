import { utils, write } from '@e965/xlsx'
import { zip } from '../workspace/reader-support'
import { msg } from './msg'
import type { OtherExport } from './other-exports'
import { tnef } from './tnef'

const crlf = (...lines: string[]) => `${lines.join('\r\n')}\r\n`
const mail = (id: string, date: string, ...more: string[]) => [
  `Message-ID: <${id}@quay.example>`,
  `Date: ${date}`,
  'From: Mira Kanto <mira@quay.example>',
  'To: help@ours.example',
  ...more
]
/** As Apple Mail keeps a mail: how long it is, the mail, and what Apple Mail knows of it. */
function emlx(flags: number, ...lines: string[]): Buffer {
  const content = Buffer.from(lines.join('\n'))
  const about = `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict><key>date-received</key><integer>1789362720</integer><key>flags</key><integer>${flags}</integer></dict></plist>\n`
  return Buffer.concat([Buffer.from(`${content.length}      \n`), content, Buffer.from(about)])
}
const sheet = (type: 'xlsb', rows: unknown[][]) => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Orders')
  return write(book, { type: 'buffer', bookType: type }) as Buffer
}
/** As LibreOffice writes what stands several times in a row or a column: once, with how often; and a sheet that is full of nothing. */
function repeated(): Buffer {
  const text = (word: string, times = 1) =>
    `<table:table-cell office:value-type="string"${times > 1 ? ` table:number-columns-repeated="${times}"` : ''}><text:p>${word}</text:p></table:table-cell>`
  const figure = (value: number) =>
    `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`
  const row = (cells: string, times = 1) =>
    `<table:table-row${times > 1 ? ` table:number-rows-repeated="${times}"` : ''}>${cells}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`
  const order = (number: string) => row(text(number) + text('Quay Dairy') + text('Pump', 2) + figure(2))
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="Orders">${row(['Order number', 'Customer', 'Item', 'Note', 'Quantity'].map((word) => text(word)).join(''))}${order('1')}${order('2')}${order('3')}${row('', 1048570)}</table:table></office:spreadsheet></office:body></office:document-content>`,
    'styles.xml':
      '<?xml version="1.0" encoding="UTF-8"?><office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"/>',
    'META-INF/manifest.xml':
      '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
  })
}

const list = [
  ['Order number', 'Customer', 'Item', 'Quantity'],
  ['1', 'Quay Dairy', 'Pump', 2],
  ['2', 'Quay Dairy', 'Pump', 2],
  ['3', 'Quay Dairy', 'Pump', 2]
]

/** Of programs that put a wrapping of their own around mails, people and tables. */
export const wrappedExports: OtherExport[] = [
  {
    name: 'Apple Mail, mails one by one, with one that was deleted',
    files: {
      '101.emlx': emlx(8590195713, ...mail('1', 'Mon, 14 Sep 2026 08:12:00 +0300', 'Subject: Pump cracked', '', 'It broke.', '')),
      '102.emlx': emlx(3, ...mail('2', 'Tue, 15 Sep 2026 08:12:00 +0300', 'Subject: Old', '', 'Never mind.', ''))
    },
    own: ['ours.example'],
    target: 'interactions',
    customers: ['quay.example'],
    columns: ['at', 'subject', 'notes'],
    rows: [['2026-09-14T05:12:00Z', 'Pump cracked', 'It broke.']],
    left: 1
  },
  {
    name: 'Outlook, a mail whose words and papers are packed as winmail.dat',
    files: {
      'm.eml': crlf(
        ...mail(
          '3',
          'Mon, 14 Sep 2026 08:12:00 +0300',
          'Subject: Pump cracked',
          'Content-Type: multipart/mixed; boundary=x',
          '',
          '--x',
          'Content-Type: application/ms-tnef; name="winmail.dat"',
          'Content-Transfer-Encoding: base64',
          'Content-Disposition: attachment; filename="winmail.dat"',
          '',
          tnef({ body: 'It broke.', files: { 'Lieferschein für Köln.txt': 'Pump, delivered broken' } }).toString('base64'),
          '--x--'
        )
      )
    },
    own: ['ours.example'],
    target: 'interactions',
    customers: ['quay.example'],
    columns: ['subject', 'notes'],
    rows: [['Pump cracked', 'It broke.']],
    evidence: ['Lieferschein für Köln.txt']
  },
  {
    name: 'Outlook, a message within a message',
    files: {
      'm.msg': msg({
        properties: {
          '001A001F': 'IPM.Note',
          '0037001F': 'Fwd: Pump cracked',
          '1000001F': 'See below.',
          '0C1A001F': 'Mira Kanto',
          '5D01001F': 'mira@quay.example',
          '0E060040': new Date('2026-09-14T05:12:00Z')
        },
        recipients: [{ '3001001F': 'Help', '39FE001F': 'help@ours.example', '0C150003': 1 }],
        attachments: [
          {
            properties: { '3707001F': 'Inner.msg', '3001001F': 'Inner' },
            message: { properties: { '001A001F': 'IPM.Note', '0037001F': 'Inner', '1000001F': 'The seal is torn.' } }
          }
        ]
      })
    },
    own: ['ours.example'],
    target: 'interactions',
    customers: ['quay.example'],
    columns: ['at', 'subject', 'notes'],
    rows: [['2026-09-14T05:12:00Z', 'Fwd: Pump cracked', 'See below.']]
  },
  {
    name: 'Address cards of a phone, of Outlook and of Apple in one file',
    files: {
      'contacts.vcf': crlf(
        'BEGIN:VCARD',
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=CE=9A=CE=AC=CE=BD=CF=84=CE=BF;=',
        '=CE=9C=CE=AF=CF=81=CE=B1',
        'ORG:Quay Dairy;Purchasing',
        'TEL;WORK;VOICE:+30 210 1234567',
        'EMAIL;PREF;INTERNET:mira@quay.example',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:3.0',
        'FN:Tom Reed',
        'N:Reed;Tom;;;',
        'ORG:Harrow Mills\\, Ltd.;',
        'TITLE:Foreman',
        'item1.EMAIL;type=INTERNET;type=pref:tom@harrow.example',
        'item1.X-ABLabel:_$!<Work>!$_',
        'NOTE:Calls early\\nnever late',
        'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQ',
        ' NDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:4.0',
        'UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1',
        'FN:Ann Lee',
        'EMAIL:ann@gmail.com',
        'END:VCARD'
      )
    },
    target: 'contacts',
    customers: ['Ann Lee', 'Harrow Mills, Ltd.', 'Quay Dairy'],
    columns: ['name', 'email', 'phone', 'role', 'note'],
    rows: [
      ['Ann Lee', 'ann@gmail.com', null, null, null],
      ['Tom Reed', 'tom@harrow.example', null, 'Foreman', 'Calls early\nnever late'],
      ['Μίρα Κάντο', 'mira@quay.example', '+30 210 1234567', null, null]
    ],
    next: {
      files: {
        'contacts (1).vcf': crlf(
          'BEGIN:VCARD',
          'VERSION:3.0',
          'FN:Tom Reed',
          'ORG:Harrow Mills\\, Ltd.;',
          'TITLE:Foreman',
          'EMAIL:tom@harrow.example',
          'NOTE:Calls early\\nnever late',
          'END:VCARD',
          'BEGIN:VCARD',
          'VERSION:3.0',
          'FN:Una Berg',
          'ORG:Quay Dairy',
          'EMAIL:una@quay.example',
          'END:VCARD'
        )
      },
      adds: 1
    }
  },
  {
    name: 'LibreOffice, rows and cells that are written once and repeated',
    files: { 'orders.ods': repeated() },
    target: 'orders',
    customers: ['Quay Dairy'],
    columns: ['orderNumber', 'title', 'quantity'],
    rows: [
      ['1', 'Pump', 2],
      ['2', 'Pump', 2],
      ['3', 'Pump', 2]
    ]
  },
  {
    name: 'Excel, its binary workbook',
    files: { 'orders.xlsb': sheet('xlsb', list) },
    target: 'orders',
    customers: ['Quay Dairy'],
    columns: ['orderNumber', 'title', 'quantity'],
    rows: [
      ['1', 'Pump', 2],
      ['2', 'Pump', 2],
      ['3', 'Pump', 2]
    ]
  }
]
