import { utils, write } from '@e965/xlsx'
import { bytesIn } from './code-page'
import { csv } from './day-one/export'
import type { OtherExport } from './other-exports'

function mergedBook(): Buffer {
  const sheet = utils.aoa_to_sheet([
    ['Quay Dairy – Bestellübersicht'],
    [],
    ['Auftrag', '', 'Termine', '', 'Wert'],
    ['Nr.', 'Kunde', 'Zugesagt', 'Geliefert', 'EUR'],
    ['A-1', 'Quay Dairy', '18.09.2026', '', 1200.5],
    ['A-2', 'Harrow Mills', '21.09.2026', '20.09.2026', 80],
    ['Summe', '', '', '', 1280.5]
  ])
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 4 } },
    { s: { r: 2, c: 0 }, e: { r: 2, c: 1 } },
    { s: { r: 2, c: 2 }, e: { r: 2, c: 3 } }
  ]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Aufträge')
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

const mail = (lines: string[]) => lines.join('\n')

/** Of people, mail, calendars and spreadsheets. */
export const sheetExports: OtherExport[] = [
  {
    name: 'Outlook contacts, in the code page of Greek Excel',
    files: {
      'contacts.csv': bytesIn(
        'windows-1253',
        csv(
          [
            'Τίτλος',
            'Όνομα',
            'Μεσαίο όνομα',
            'Επώνυμο',
            'Εταιρεία',
            'Τμήμα',
            'Θέση',
            'Τηλέφωνο εργασίας',
            'Διεύθυνση ηλεκτρονικού ταχυδρομείου'
          ],
          [
            ['Κα', 'Μαρία', '', 'Παπά', 'Αλμυρά Τρόφιμα ΑΕ', 'Αγορές', 'Διευθύντρια', '+30 210 1234567', 'maria@almyra.example'],
            ['', 'Νίκος', '', 'Γεωργίου', 'Αλμυρά Τρόφιμα ΑΕ', '', 'Αποθήκη', '', 'nikos@almyra.example']
          ],
          { delimiter: ';' }
        )
      )
    },
    target: 'contacts',
    customers: ['Αλμυρά Τρόφιμα ΑΕ'],
    columns: ['name', 'email', 'role'],
    rows: [
      ['Μαρία Παπά', 'maria@almyra.example', 'Διευθύντρια'],
      ['Νίκος Γεωργίου', 'nikos@almyra.example', 'Αποθήκη']
    ]
  },
  {
    name: 'Google Calendar, a series with a moved and a missing time',
    files: {
      'calendar.ics': [
        'BEGIN:VCALENDAR',
        'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
        'VERSION:2.0',
        'METHOD:PUBLISH',
        'X-WR-TIMEZONE:Europe/Athens',
        ...[
          [
            'DTSTART;TZID=Europe/Athens:20260901T100000',
            'DTEND;TZID=Europe/Athens:20260901T103000',
            'RRULE:FREQ=WEEKLY;COUNT=4;BYDAY=TU',
            'EXDATE;TZID=Europe/Athens:20260915T100000'
          ],
          [
            'RECURRENCE-ID;TZID=Europe/Athens:20260908T100000',
            'DTSTART;TZID=Europe/Athens:20260909T140000',
            'DTEND;TZID=Europe/Athens:20260909T143000'
          ]
        ].flatMap((lines) => [
          'BEGIN:VEVENT',
          ...lines,
          'DTSTAMP:20260801T000000Z',
          'UID:7kukuqrfedlm@google.com',
          'ORGANIZER;CN=Oona:mailto:oona@ours.example',
          'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Mira Kant',
          ' o;X-NUM-GUESTS=0:mailto:mira@quay.example',
          'SUMMARY:Weekly with Quay\\, again',
          'END:VEVENT'
        ]),
        'END:VCALENDAR',
        ''
      ].join('\r\n')
    },
    target: 'interactions',
    own: ['ours.example'],
    customers: ['quay.example'],
    columns: ['at', 'subject', 'direction', 'channel'],
    rows: [
      ['2026-09-01T07:00:00Z', 'Weekly with Quay, again', 'out', 'meeting'],
      ['2026-09-09T11:00:00Z', 'Weekly with Quay, again', 'out', 'meeting'],
      ['2026-09-22T07:00:00Z', 'Weekly with Quay, again', 'out', 'meeting']
    ]
  },
  {
    name: 'A mailbox with quoted From lines and no empty lines between its mails',
    files: {
      'Inbox.mbox': mail([
        'From mira@quay.example Mon Sep 14 08:12:00 2026',
        'From: Mira Kanto <mira@quay.example>',
        'To: help@ours.example',
        'Date: Mon, 14 Sep 2026 08:12:00 +0200',
        'Subject: =?utf-8?Q?Pump_=E2=80=93_cracked?=',
        'Message-ID: <1@quay.example>',
        '',
        'Two things:',
        '>From Monday on nothing worked.',
        '>>From here it is quoted.',
        'Mira',
        'From oona@ours.example Mon Sep 14 10:00:00 2026',
        'From: Oona <oona@ours.example>',
        'To: Mira Kanto <mira@quay.example>',
        'Date: Mon, 14 Sep 2026 10:00:00 +0200',
        'Subject: Re: Pump',
        'In-Reply-To: <1@quay.example>',
        'Message-ID: <2@ours.example>',
        '',
        'We look at it.'
      ])
    },
    target: 'interactions',
    own: ['ours.example'],
    customers: ['quay.example'],
    columns: ['at', 'subject', 'direction', 'repliedAt'],
    rows: [
      ['2026-09-14T06:12:00Z', 'Pump – cracked', 'in', '2026-09-14T08:00:00Z'],
      ['2026-09-14T08:00:00Z', 'Re: Pump', 'out', null]
    ]
  },
  {
    name: 'A workbook with a header of two rows, merged, and a row of totals',
    files: { 'bestellungen.xlsx': mergedBook() },
    target: 'orders',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'orderNumber', 'promisedOn', 'receivedOn'],
    rows: [
      ['A-1', 'A-1', '2026-09-18', null],
      ['A-2', 'A-2', '2026-09-21', '2026-09-20']
    ],
    left: 1
  },
  {
    name: 'A list below a block of five title rows',
    files: {
      'offene-posten.csv': [
        'Ours GmbH;;;;',
        'Kundenbericht;;;;',
        'Zeitraum:;01.09.2026;bis;30.09.2026;',
        'Erstellt von:;Oona Vell;;;',
        ';;;;',
        'Vorgang;Kunde;Datum;Betreff;Kanal',
        'V-1;Quay Dairy;14.09.2026;Pumpe gerissen;E-Mail',
        'V-2;Harrow Mills;15.09.2026;Rechnung fehlt;Telefon',
        ''
      ].join('\r\n')
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'channel'],
    rows: [
      ['Pumpe gerissen', 'mail'],
      ['Rechnung fehlt', 'call']
    ]
  },
  {
    name: 'Spanish Excel: semicolons, decimal commas, line ends in quotes',
    files: {
      'pedidos.csv': bytesIn(
        'windows-1252',
        'Nº pedido;Cliente;Fecha pedido;Fecha prometida;Importe;Moneda;Observaciones\r\nP-1;Llum Taller;14/09/2026;18/09/2026;1.234,50;EUR;"Entregar por la mañana;\r\nllamar antes"\r\nP-2;Llum Taller;15/09/2026;21/09/2026;80,00;EUR;\r\n'
      )
    },
    target: 'orders',
    customers: ['Llum Taller'],
    columns: ['title', 'promisedOn', 'value', 'currency', 'note'],
    rows: [
      ['P-1', '2026-09-18', 123450, 'EUR', 'Entregar por la mañana;\r\nllamar antes'],
      ['P-2', '2026-09-21', 8000, 'EUR', null]
    ]
  }
]
