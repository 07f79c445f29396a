import { utils, write } from '@e965/xlsx'
import { csv } from './day-one/export'

/** An export of a tool, and what must become of it: its kind, and what stands in its records. */
export interface OtherExport {
  name: string
  files: Record<string, string | Buffer>
  target: 'interactions' | 'orders' | 'customers' | 'contacts' | 'promises'
  own?: string[]
  /** Whose all of it is, where the file names nobody. */
  customerName?: string
  customers: string[]
  /** Of each record, in the order of its words: these columns. */
  columns: string[]
  rows: unknown[][]
  /** Rows that are told and not taken. */
  left?: number
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')
/** Text in a code page of Excel: what stands outside ASCII by its byte. */
function bytesIn(charset: string, text: string): Buffer {
  const decoder = new TextDecoder(charset)
  const of = new Map(Array.from({ length: 128 }, (_, at) => [decoder.decode(Uint8Array.of(at + 128)), at + 128]))
  return Buffer.from([...text].map((sign) => (sign.charCodeAt(0) < 128 ? sign.charCodeAt(0) : of.get(sign)!)))
}

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

export const otherExports: OtherExport[] = [
  {
    name: 'Zendesk, a view in German',
    files: {
      'ansicht.csv': csv(
        ['ID', 'Anfragender', 'E-Mail des Anfragenden', 'Organisation', 'Betreff', 'Status', 'Priorität', 'Kanal', 'Erstellt am'],
        [
          [
            '5101',
            'Mira Kanto',
            'mira@quay.example',
            'Quay Dairy',
            'Pumpe gerissen',
            'Offen',
            'Hoch',
            'E-Mail',
            '2026-09-14 08:12'
          ],
          [
            '5102',
            'Tom Reed',
            'tom@harrow.example',
            'Harrow Mills',
            'Wo bleibt die Rechnung?',
            'Gelöst',
            'Normal',
            'Webformular',
            '2026-09-15 17:40'
          ]
        ],
        { mark: true }
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'direction', 'channel'],
    rows: [
      ['Pumpe gerissen', '2026-09-14T05:12:00Z', 'in', 'mail'],
      ['Wo bleibt die Rechnung?', '2026-09-15T14:40:00Z', 'in', 'mail']
    ]
  },
  {
    name: 'Freshdesk in Spanish',
    files: {
      'tickets.csv': csv(
        [
          'ID del ticket',
          'Asunto',
          'Estado',
          'Prioridad',
          'Origen',
          'Hora de creación',
          'Hora de vencimiento',
          'Hora de resolución',
          'Nombre completo',
          'Correo electrónico',
          'Nombre de la empresa'
        ],
        [
          [
            '881',
            'La bomba gotea',
            'Abierto',
            'Alta',
            'Correo electrónico',
            '2026-09-14 08:12:00',
            '2026-09-16 08:12:00',
            '',
            'Ana Solé',
            'ana@llum.example',
            'Llum Taller'
          ],
          [
            '882',
            'Factura duplicada',
            'Cerrado',
            'Baja',
            'Teléfono',
            '2026-09-15 10:00:00',
            '',
            '2026-09-15 12:00:00',
            'Ana Solé',
            'ana@llum.example',
            'Llum Taller'
          ]
        ]
      )
    },
    target: 'interactions',
    customers: ['Llum Taller'],
    columns: ['subject', 'at', 'direction', 'channel'],
    rows: [
      ['Factura duplicada', '2026-09-15T07:00:00Z', 'in', 'call'],
      ['La bomba gotea', '2026-09-14T05:12:00Z', 'in', 'mail']
    ]
  },
  {
    name: 'Jira with columns of one name',
    files: {
      'jira.csv': csv(
        [
          'Summary',
          'Issue key',
          'Issue id',
          'Issue Type',
          'Status',
          'Reporter',
          'Created',
          'Labels',
          'Labels',
          'Comment',
          'Comment',
          'Custom field (Organizations)'
        ],
        [
          [
            'Pump cracked',
            'SUP-1',
            '10001',
            'Bug',
            'Open',
            'Mira Kanto',
            '14/Sep/26 8:12 AM',
            'pump',
            'damage',
            '15/Sep/26 9:00 AM;oona;We look; today',
            '',
            'Quay Dairy'
          ],
          ['No invoice', 'SUP-2', '10002', 'Task', 'Done', 'Tom Reed', '15/Sep/26 5:40 PM', '', '', '', '', 'Harrow Mills']
        ]
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z'],
      ['Pump cracked', '2026-09-14T05:12:00Z']
    ]
  },
  {
    name: 'Shopify, several lines of one order',
    files: {
      'orders_export_1.csv': csv(
        [
          'Name',
          'Email',
          'Financial Status',
          'Paid at',
          'Fulfillment Status',
          'Fulfilled at',
          'Currency',
          'Total',
          'Created at',
          'Lineitem quantity',
          'Lineitem name',
          'Lineitem price',
          'Lineitem sku',
          'Lineitem fulfillment status',
          'Billing Name',
          'Billing Company',
          'Cancelled at',
          'Id'
        ],
        [
          [
            '#1001',
            'mira@quay.example',
            'paid',
            '2026-09-14 09:00:00 +0200',
            'partial',
            '',
            'EUR',
            '250.00',
            '2026-09-14 09:00:00 +0200',
            '2',
            'Pump seal',
            '25.00',
            'PS-1',
            'fulfilled',
            'Mira Kanto',
            'Quay Dairy',
            '',
            "'5551001"
          ],
          [
            '#1001',
            'mira@quay.example',
            '',
            '',
            '',
            '',
            '',
            '',
            '2026-09-14 09:00:00 +0200',
            '1',
            'Pump',
            '200.00',
            'P-9',
            'pending',
            '',
            '',
            '',
            ''
          ],
          [
            '#1002',
            'tom@harrow.example',
            'paid',
            '2026-09-15 09:00:00 +0200',
            'fulfilled',
            '2026-09-16 10:00:00 +0200',
            'EUR',
            '12.50',
            '2026-09-15 09:00:00 +0200',
            '1',
            'Valve',
            '12.50',
            'V-1',
            'fulfilled',
            'Tom Reed',
            'Harrow Mills',
            '',
            "'5551002"
          ]
        ]
      )
    },
    target: 'orders',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'orderNumber', 'orderedOn', 'shippedOn', 'value'],
    rows: [
      ['Pump', '#1001', '2026-09-14T07:00:00Z', null, null],
      ['Pump seal', '#1001', '2026-09-14T07:00:00Z', null, 25000],
      ['Valve', '#1002', '2026-09-15T07:00:00Z', '2026-09-16T08:00:00Z', 1250]
    ]
  },
  {
    name: 'Amazon orders, tabs in UTF-16',
    files: {
      'orders.txt': utf16(
        csv(
          [
            'amazon-order-id',
            'merchant-order-id',
            'purchase-date',
            'last-updated-date',
            'order-status',
            'product-name',
            'sku',
            'item-status',
            'quantity',
            'currency',
            'item-price',
            'ship-city',
            'ship-country',
            'buyer-name',
            'promise-date'
          ],
          [
            [
              '302-1234567-1234567',
              '',
              '2026-09-14T08:12:00+00:00',
              '2026-09-15T08:12:00+00:00',
              'Shipped',
              'Dichtung 12" "Größe M"',
              'PS-1',
              'Shipped',
              '2',
              'EUR',
              '25.00',
              'Köln',
              'DE',
              'Jürgen Groß',
              '2026-09-18T21:59:59+00:00'
            ],
            [
              '302-7654321-7654321',
              '',
              '2026-09-15T08:12:00+00:00',
              '2026-09-15T09:12:00+00:00',
              'Cancelled',
              'Ventil',
              'V-1',
              'Cancelled',
              '1',
              'EUR',
              '12.50',
              'Wien',
              'AT',
              'Ana Solé',
              ''
            ]
          ],
          { delimiter: '\t', end: '\r\n' }
        ).replaceAll('"Dichtung 12"" ""Größe M"""', 'Dichtung 12" "Größe M"')
      )
    },
    target: 'orders',
    customers: ['Ana Solé', 'Jürgen Groß'],
    columns: ['title', 'promisedOn', 'value', 'standing'],
    rows: [
      ['Dichtung 12" "Größe M"', '2026-09-18T21:59:59Z', 2500, 'shipped'],
      ['Ventil', null, 1250, 'cancelled']
    ]
  },
  {
    name: 'PayPal, with its column of zones',
    files: {
      'Download.CSV': csv(
        [
          'Date',
          'Time',
          'TimeZone',
          'Name',
          'Type',
          'Status',
          'Currency',
          'Gross',
          'Fee',
          'Net',
          'From Email Address',
          'To Email Address',
          'Transaction ID',
          'Item Title',
          'Invoice Number'
        ],
        [
          [
            '14/09/2026',
            '08:12:00',
            'CEST',
            'Mira Kanto',
            'Express Checkout Payment',
            'Completed',
            'EUR',
            '1,250.00',
            '-30.00',
            '1,220.00',
            'mira@quay.example',
            'pay@ours.example',
            '9AB12345',
            'Pump',
            'INV-1'
          ],
          [
            '15/09/2026',
            '23:30:00',
            'CEST',
            'Tom Reed',
            'Express Checkout Payment',
            'Completed',
            'EUR',
            '12.50',
            '-0.60',
            '11.90',
            'tom@harrow.example',
            'pay@ours.example',
            '9AB12346',
            'Valve',
            'INV-2'
          ]
        ],
        { quoted: true, mark: true }
      )
    },
    target: 'orders',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['title', 'orderedOn', 'value', 'currency'],
    rows: [
      ['Pump', '2026-09-14', 125000, 'EUR'],
      ['Valve', '2026-09-15', 1250, 'EUR']
    ]
  },
  {
    name: 'HubSpot tickets, notes of many lines',
    files: {
      'hubspot-crm-exports.csv': csv(
        [
          'Ticket ID',
          'Ticket name',
          'Ticket status',
          'Create date',
          'Source',
          'Associated Company',
          'Associated Contact',
          'Ticket description'
        ],
        [
          [
            '7001',
            'Pump cracked',
            'New',
            '2026-09-14 08:12',
            'Email',
            'Quay Dairy',
            'Mira Kanto (mira@quay.example)',
            'Hello,\n\nit broke; again, "badly".\r\n- seal\n- flange\n'
          ],
          ['7002', 'Invoice', 'Closed', '2026-09-15 17:40', 'Phone', 'Harrow Mills', '', 'One line']
        ]
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'channel', 'notes'],
    rows: [
      ['Invoice', 'call', 'One line'],
      ['Pump cracked', 'mail', 'Hello,\n\nit broke; again, "badly".\r\n- seal\n- flange']
    ]
  },
  {
    name: 'Zammad in German',
    files: {
      'tickets.csv': csv(
        ['Nummer', 'Titel', 'Status', 'Priorität', 'Gruppe', 'Besitzer', 'Kunde', 'Organisation', 'Erstellt am', 'Geschlossen am'],
        [
          [
            '20017',
            'Pumpe gerissen',
            'offen',
            '3 hoch',
            'Support',
            'Oona Vell',
            'Mira Kanto',
            'Quay Dairy',
            '14.09.2026 08:12',
            ''
          ],
          [
            '20018',
            'Rechnung fehlt',
            'geschlossen',
            '2 normal',
            'Support',
            '-',
            'Tom Reed',
            'Harrow Mills',
            '15.09.2026 17:40',
            '16.09.2026 09:00'
          ]
        ],
        { delimiter: ';' }
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at'],
    rows: [
      ['Pumpe gerissen', '2026-09-14T05:12:00Z'],
      ['Rechnung fehlt', '2026-09-15T14:40:00Z']
    ]
  },
  {
    name: 'WooCommerce as JSON of its API',
    files: {
      'orders.json': JSON.stringify([
        {
          id: 727,
          number: '727',
          status: 'processing',
          currency: 'EUR',
          date_created: '2026-09-14T08:12:00',
          date_created_gmt: '2026-09-14T05:12:00',
          total: '225.00',
          billing: { first_name: 'Mira', last_name: 'Kanto', company: 'Quay Dairy', email: 'mira@quay.example', country: 'NL' },
          line_items: [
            { id: 1, name: 'Pump seal', quantity: 1, total: '25.00', sku: 'PS-1' },
            { id: 2, name: 'Pump', quantity: 1, total: '200.00', sku: 'P-9' }
          ]
        },
        {
          id: 728,
          number: '728',
          status: 'cancelled',
          currency: 'EUR',
          date_created: '2026-09-15T08:12:00',
          date_created_gmt: '2026-09-15T05:12:00',
          total: '12.50',
          billing: { first_name: 'Tom', last_name: 'Reed', company: '', email: 'tom@harrow.example', country: 'GB' },
          line_items: [{ id: 3, name: 'Valve', quantity: 1, total: '12.50', sku: 'V-1' }]
        }
      ])
    },
    target: 'orders',
    customers: ['Quay Dairy', 'Tom Reed'],
    columns: ['title', 'orderNumber', 'orderedOn', 'value', 'standing'],
    rows: [
      ['Pump', '727', '2026-09-14T05:12:00Z', 20000, null],
      ['Pump seal', '727', '2026-09-14T05:12:00Z', 2500, null],
      ['Valve', '728', '2026-09-15T05:12:00Z', 1250, 'cancelled']
    ]
  },
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
  },
  {
    name: 'Intercom conversations with parts, one a line',
    files: {
      'conversations.jsonl': [
        {
          type: 'conversation',
          id: '901',
          created_at: 1789373520,
          updated_at: 1789380000,
          state: 'open',
          source: {
            type: 'email',
            id: 's1',
            subject: 'Pump',
            body: '<p>It <b>broke</b>.</p>',
            author: { type: 'user', id: 'u1', name: 'Mira Kanto', email: 'mira@quay.example' }
          },
          conversation_parts: {
            type: 'conversation_part.list',
            total_count: 1,
            conversation_parts: [
              {
                type: 'conversation_part',
                id: 'p1',
                part_type: 'comment',
                body: '<p>We look.</p>',
                created_at: 1789375000,
                author: { type: 'admin', id: 'a1', name: 'Oona', email: 'oona@ours.example' }
              }
            ]
          }
        }
      ]
        .map((each) => JSON.stringify(each))
        .join('\n')
    },
    target: 'interactions',
    customers: ['Mira Kanto'],
    columns: ['at', 'direction', 'notes'],
    rows: [
      ['2026-09-14T08:12:00Z', 'in', 'It broke.'],
      ['2026-09-14T08:36:40Z', 'out', 'We look.']
    ]
  },
  {
    name: 'Estonian help desk list in Baltic code page',
    files: {
      'pöördumised.csv': bytesIn(
        'windows-1257',
        'Number;Klient;Kuupäev;Teema;Kanal;Suund;Märkused\r\n1;Mäe Piim OÜ;14.09.2026 8:12;Pump läks katki;e-post;sissetulev;Võõras hääl\r\n2;Mäe Piim OÜ;15.09.2026 9:00;Vastus;telefon;väljaminev;\r\n'
      )
    },
    target: 'interactions',
    customers: ['Mäe Piim OÜ'],
    columns: ['subject', 'at', 'direction', 'channel'],
    rows: [
      ['Pump läks katki', '2026-09-14T05:12:00Z', 'in', 'mail'],
      ['Vastus', '2026-09-15T06:00:00Z', 'out', 'call']
    ]
  },
  {
    name: 'Salesforce report with a footer, in Greek',
    files: {
      'report.csv':
        csv(
          ['Αριθμός υπόθεσης', 'Όνομα λογαριασμού', 'Θέμα', 'Κατάσταση', 'Ημερομηνία δημιουργίας', 'Περιγραφή'],
          [
            ['00001026', 'Αλμυρά ΑΕ', 'Ράγισε η αντλία', 'Νέα', '14/9/2026, 8:12 π.μ.', 'Πάλι'],
            ['00001027', 'Αλμυρά ΑΕ', 'Τιμολόγιο', 'Κλειστή', '15/9/2026, 5:40 μ.μ.', '']
          ],
          { quoted: true, end: '\n' }
        ) + '\n\n"Αναφορά υποθέσεων"\n"Πνευματικά δικαιώματα (c) 2000-2026 salesforce.com, inc."\n'
    },
    target: 'interactions',
    customers: ['Αλμυρά ΑΕ'],
    columns: ['subject', 'at'],
    rows: [
      ['Ράγισε η αντλία', '2026-09-14T05:12:00Z'],
      ['Τιμολόγιο', '2026-09-15T14:40:00Z']
    ],
    left: 4
  }
]
