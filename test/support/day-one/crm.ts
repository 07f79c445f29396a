// What customer systems export: workbooks, lists of companies, conversations.
import { csv, type DayOneExport } from './export'
import { workbook } from '../../workspace/reader-support'

const hubspotHeaders = [
  'Ticket ID',
  'Ticket name',
  'Pipeline',
  'Ticket status',
  'Create date',
  'Priority',
  'Source',
  'Ticket owner',
  'Ticket description',
  'Associated Company',
  'Last activity date',
  'Close date'
]
/** Days since 1900, as a sheet keeps them. */
const sheetDay = (day: string) => ({ t: 'n' as const, v: Date.parse(`${day}Z`) / 86_400_000 + 25_569, z: 'yyyy-mm-dd hh:mm' })
const hubspotRow = (id: number, name: string, at: string, firm: string, closed: string | null = null) => [
  id,
  name,
  'Support Pipeline',
  closed ? 'Closed' : 'New',
  sheetDay(at),
  'High',
  'Email',
  'Oona Vell',
  `${name}, they say`,
  firm,
  sheetDay(at),
  closed ? sheetDay(closed) : null
]
const hubspotTickets: DayOneExport = {
  name: 'HubSpot, tickets (xlsx, days as serial numbers)',
  target: 'interactions',
  june: {
    'hubspot-crm-exports-tickets-2026-06-30.xlsx': workbook(
      {
        Tickets: [
          hubspotHeaders,
          hubspotRow(8800001, 'Pump cracked', '2026-06-14T08:12', 'Bergtal Molkerei'),
          hubspotRow(8800002, 'No news', '2026-06-16T17:40', 'Harrow Mills')
        ]
      },
      'xlsx'
    )
  },
  july: {
    'hubspot-crm-exports-tickets-2026-07-31.xlsx': workbook(
      {
        Tickets: [
          hubspotHeaders,
          hubspotRow(8800002, 'No news', '2026-06-16T17:40', 'Harrow Mills', '2026-07-02T10:00'),
          hubspotRow(8800005, 'Seal', '2026-07-03T08:00', 'Quay Dairy')
        ]
      },
      'xlsx'
    )
  },
  records: 2,
  more: 1,
  customers: ['Bergtal Molkerei', 'Harrow Mills', 'Quay Dairy'],
  sides: { in: 2 }
}

const hubspotCompanyHeaders = [
  'Record ID',
  'Company name',
  'Company owner',
  'Create Date',
  'Phone Number',
  'Last Activity Date',
  'City',
  'Country/Region',
  'Industry'
]
const hubspotCompanies: DayOneExport = {
  name: 'HubSpot, companies (CSV)',
  target: 'customers',
  june: {
    'hubspot-crm-exports-all-companies.csv': csv(
      hubspotCompanyHeaders,
      [
        [
          901,
          'Quay Dairy',
          'Oona Vell',
          '2024-02-03 10:11',
          '+372 5550 100',
          '2026-06-21 07:30',
          'Tallinn',
          'Estonia',
          'FOOD_PRODUCTION'
        ],
        [902, 'Harrow Mills', 'Oona Vell', '2023-11-13 09:00', '', '', 'Leeds', 'United Kingdom', 'FARMING']
      ],
      { quoted: true, end: '\n' }
    )
  },
  july: {
    'hubspot-crm-exports-all-companies-1.csv': csv(
      hubspotCompanyHeaders,
      [
        [902, 'Harrow Mills', 'Jo Prins', '2023-11-13 09:00', '', '', 'Leeds', 'United Kingdom', 'FARMING'],
        [903, 'Llum Taller', 'Oona Vell', '2026-07-13 09:00', '', '', 'Reus', 'Spain', '']
      ],
      { quoted: true, end: '\n' }
    )
  },
  records: 2,
  more: 1,
  customers: ['Harrow Mills', 'Llum Taller', 'Quay Dairy']
}

const part = (id: string, type: 'user' | 'admin', body: string, at: number, kind = 'comment') => ({
  type: 'conversation_part',
  id,
  part_type: kind,
  body: `<p>${body}</p>`,
  created_at: at,
  updated_at: at,
  author: { type, id: `${type}1`, name: type === 'user' ? 'Mira Kanto' : 'Oona Vell', email: `${type}@x.example` },
  attachments: []
})
const conversation = (id: string, parts: object[], at: number) => ({
  type: 'conversation',
  id,
  title: 'Pump cracked',
  created_at: at,
  updated_at: at + 90,
  waiting_since: null,
  open: true,
  state: 'open',
  read: true,
  priority: 'not_priority',
  source: {
    type: 'email',
    id: `s${id}`,
    delivered_as: 'customer_initiated',
    subject: 'Pump cracked',
    body: '<p>The second pump cracked.</p>',
    author: { type: 'user', id: 'user1', name: 'Mira Kanto', email: 'mira@quay.example' },
    attachments: []
  },
  conversation_parts: { type: 'conversation_part.list', conversation_parts: parts, total_count: parts.length }
})
const june = Date.parse('2026-06-14T08:12:00Z') / 1000
const intercom: DayOneExport = {
  name: 'Intercom, conversations with their parts (JSON, seconds since 1970)',
  target: 'interactions',
  june: {
    'conversations.json': JSON.stringify({
      type: 'conversation.list',
      conversations: [
        conversation(
          '41',
          [
            part('411', 'admin', 'We will replace it.', june + 3600),
            part('412', 'admin', '', june + 3700, 'assignment'),
            part('413', 'admin', 'Stock says Friday', june + 3800, 'note'),
            part('414', 'user', 'Thank you.', june + 7200)
          ],
          june
        )
      ]
    })
  },
  july: {
    'conversations.json': JSON.stringify({
      type: 'conversation.list',
      conversations: [
        conversation(
          '41',
          [part('414', 'user', 'Thank you.', june + 7200), part('415', 'user', 'Nothing came.', june + 1_900_000)],
          june
        )
      ]
    })
  },
  records: 4,
  more: 1,
  customers: ['Mira Kanto'],
  sides: { in: 2, out: 1, internal: 1 }
}

export const crm: DayOneExport[] = [hubspotTickets, hubspotCompanies, intercom]
