import { bytesIn } from './code-page'
import { csv } from './day-one/export'
import type { OtherExport } from './other-exports'

/** Of what companies keep their conversations, tickets and orders in. */
export const systemExports: OtherExport[] = [
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
  }
]
