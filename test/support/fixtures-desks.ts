import { utils, write } from '@e965/xlsx'
import { latin, text, type Fixture } from './fixtures'

const json = (value: unknown) => JSON.stringify(value)
const ticket = (id: number, more: object = {}) => ({
  id,
  subject: `Pump ${id}`,
  description: 'It broke.',
  status: 'open',
  created_at: '2026-09-14T05:12:00Z',
  requester_id: 7,
  organization_id: null,
  via: { channel: 'email' },
  ...more
})
const users = json({ users: [{ id: 7, name: 'Mira Kanto', email: 'mira@quay.example', role: 'end-user' }] })
const zendesk = { create: 2, customers: ['Mira Kanto'], columns: ['subject'], rows: [['Pump 1'], ['Pump 2']] }
const freshdesk =
  'Ticket ID,Subject,Status,Source,Created time,Resolved time,First response time (in hrs),Resolution time (in hrs),Company Name'
const conversation = (more: object) =>
  json({
    conversations: [
      {
        type: 'conversation',
        id: '55',
        created_at: 1_789_362_720,
        title: 'Pump',
        state: 'open',
        source: {
          type: 'email',
          body: '<p>It broke.</p>',
          author: { type: 'user', id: 'u1', name: 'Mira Kanto', email: 'mira@quay.example' }
        },
        ...more
      }
    ]
  })
const part = (id: number) => ({
  type: 'conversation_part',
  id: String(id),
  part_type: 'comment',
  body: '<p>We look.</p>',
  created_at: 1_789_364_200,
  author: { type: 'admin', id: 'a', name: 'Oona' }
})

function serials(): Buffer {
  const book = utils.book_new()
  const day = (v: number) => ({ t: 'n' as const, v, z: 'dd/mm/yyyy hh:mm' })
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Ticket ID', 'Ticket name', 'Create date', 'Associated Company'],
      ['1', 'Pump', day(46279 + 492 / 1440), 'Quay Dairy'],
      ['2', 'Valve', 46280.5, 'Quay Dairy']
    ]),
    'Tickets'
  )
  return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}

/** Of help desks, by the number that they bear in the list of shapes that real exports have. */
export const helpDeskFixtures: Record<number, Fixture[]> = {
  1: [
    { name: 'Zendesk, an array', files: { 't.json': json([ticket(1), ticket(2)]), 'u.json': users }, ...zendesk },
    { name: 'Zendesk, wrapped', files: { 't.json': json({ tickets: [ticket(1), ticket(2)] }), 'u.json': users }, ...zendesk },
    { name: 'Zendesk, one a line', files: { 't.json': text(json(ticket(1)), json(ticket(2))), 'u.json': users }, ...zendesk },
    {
      name: 'Zendesk, its last line cut',
      files: { 't.json': text(json(ticket(1)), json(ticket(2))) + json(ticket(3)).slice(0, 40), 'u.json': users },
      ...zendesk,
      error: 1
    }
  ],
  2: [
    {
      name: 'a field of one’s own',
      files: {
        't.json': json([ticket(1, { custom_fields: [{ id: 360012345678, value: 'Hall 7' }] }), ticket(2)]),
        'u.json': users
      },
      ...zendesk,
      kept: { 'custom_fields.360012345678': 'Hall 7' }
    }
  ],
  3: [
    {
      name: 'comments in private and in public',
      files: {
        't.json': json([ticket(1)]),
        'u.json': users,
        'c.json': json({
          comments: [
            { id: 11, ticket_id: 1, author_id: 7, public: true, plain_body: 'It broke again.', created_at: '2026-09-14T06:00:00Z' },
            { id: 12, ticket_id: 1, author_id: 8, public: false, plain_body: 'Ask the plant.', created_at: '2026-09-14T07:00:00Z' }
          ]
        })
      },
      create: 2,
      columns: ['at', 'direction'],
      rows: [
        ['2026-09-14T06:00:00Z', 'in'],
        ['2026-09-14T07:00:00Z', 'internal']
      ]
    }
  ],
  4: [
    {
      name: 'a requester whom the file of users lacks',
      files: { 't.json': json([ticket(1, { requester_id: 99 })]), 'u.json': users },
      create: 1,
      customers: ['Requester 99']
    }
  ],
  5: [
    {
      name: 'ids of 15 and of 18 signs',
      files: {
        'Case.csv':
          '"Id","CaseNumber","AccountId","Subject","CreatedDate"\n"5005g00000AAAAA","17","0015g00000AbCdEAAV","Pump","2026-09-14T05:12:00Z"\n',
        'Account.csv': '"Id","Name","BillingCountry"\n"0015g00000AbCdE","Quay Dairy","Finland"\n'
      },
      create: 1,
      customers: ['Quay Dairy']
    }
  ],
  6: [
    {
      name: 'a report with its footer',
      files: {
        'report.csv':
          '"Case Number","Account Name","Subject","Created Date"\n"17","Quay Dairy","Pump","14/09/2026, 08:12"\n\n"Cases of September"\n"Copyright (c) 2000-2026 salesforce.com, inc."\n"Confidential Information - Do Not Distribute"\n'
      },
      create: 1,
      skipped: 1,
      error: 3,
      customers: ['Quay Dairy']
    }
  ],
  7: [
    {
      name: 'line ends within quotes',
      files: {
        'c.csv':
          '"Case Number","Account Name","Subject","Created Date","Description"\r\n"17","Quay Dairy","Pump","2026-09-14 08:12","It broke,\r\nagain"\r\n'
      },
      create: 1,
      columns: ['notes'],
      rows: [['It broke,\r\nagain']]
    }
  ],
  8: [
    {
      name: 'Latin-1',
      files: {
        'c.csv': latin(
          '"Case Number","Account Name","Subject","Created Date"\n"17","Mühle Größ","Pumpe für Köln","2026-09-14 08:12"\n'
        )
      },
      create: 1,
      customers: ['Mühle Größ'],
      columns: ['subject'],
      rows: [['Pumpe für Köln']]
    }
  ],
  9: [
    {
      name: 'HubSpot in German',
      files: {
        'h.csv': text(
          'Ticket-ID,Ticketname,Ticketstatus,Erstellungsdatum,Zugeordnetes Unternehmen',
          '1,Pumpe,Neu,2026-09-14 08:12,Quay Dairy'
        )
      },
      create: 1,
      customers: ['Quay Dairy'],
      columns: ['subject', 'at'],
      rows: [['Pumpe', '2026-09-14T05:12:00Z']]
    }
  ],
  10: [
    {
      name: 'days as serial numbers',
      files: { 'h.xlsx': serials() },
      create: 2,
      columns: ['subject', 'at'],
      rows: [
        ['Pump', '2026-09-14T05:12:00Z'],
        ['Valve', '2026-09-15T09:00:00Z']
      ]
    }
  ],
  11: [
    {
      name: 'hours that are empty beside times that are not',
      files: { 'f.csv': text(freshdesk, '1,Pump,Closed,Email,2026-09-14 08:12:00,2026-09-14 10:12:00,,,Quay Dairy') },
      create: 1,
      columns: ['at'],
      rows: [['2026-09-14T05:12:00Z']]
    }
  ],
  12: [
    {
      name: 'a span of more than a day is no time',
      files: {
        'f.csv': text(freshdesk, '1,Pump,Closed,Phone,2026-09-14 08:12:00,2026-09-17 10:12:00,49:12:03,74:00:00,Quay Dairy')
      },
      create: 1,
      columns: ['at', 'channel'],
      rows: [['2026-09-14T05:12:00Z', 'call']],
      kept: { 'First response time (in hrs)': '49:12:03' }
    }
  ],
  13: [
    {
      name: 'the capitals of Freshservice',
      files: {
        's.csv': text(
          'Ticket Id,Subject,Status,Source,Created Time,Resolved Time,First Response Time (in Hrs),Requester Name',
          '1,Pump,Open,Email,2026-09-14 08:12:00,,,Mira Kanto'
        )
      },
      create: 1,
      customers: ['Mira Kanto']
    }
  ],
  14: [
    {
      name: 'seconds since 1970',
      files: { 'i.json': conversation({}) },
      create: 1,
      columns: ['at'],
      rows: [['2026-09-14T05:12:00Z']]
    }
  ],
  15: [
    {
      name: 'parts that were cut at five hundred',
      files: { 'i.json': conversation({ conversation_parts: { total_count: 612, conversation_parts: [part(551), part(552)] } }) },
      create: 3,
      customers: ['Mira Kanto'],
      lacks: { parts: 610, contacts: 1 }
    }
  ],
  16: [
    {
      name: 'Jira, three columns of comments with semicolons in the words',
      files: {
        'j.csv': text(
          'Summary,Issue key,Issue id,Issue Type,Status,Reporter,Created,Comment,Comment,Comment',
          'Pump,SUP-1,1,Bug,Open,Mira Kanto,14/Sep/26 8:12 AM,"15/Sep/26 9:00 AM;oona;We look; today","15/Sep/26 9:30 AM;557058:ab;Again; and again",'
        )
      },
      create: 1,
      customerName: 'Quay Dairy',
      columns: ['subject', 'at', 'notes'],
      rows: [['Pump', '2026-09-14T05:12:00Z', null]],
      keptAll: [
        ['Comment', '15/Sep/26 9:00 AM;oona;We look; today'],
        ['Comment', '15/Sep/26 9:30 AM;557058:ab;Again; and again']
      ]
    }
  ],
  17: [
    {
      name: 'months by their names in German',
      files: {
        'j.csv': text(
          'Zusammenfassung,Vorgangsschlüssel,Vorgangstyp,Status,Autor,Erstellt',
          'Pumpe,SUP-1,Fehler,Offen,Mira Kanto,11/Mai/24 3:26 PM',
          'Ventil,SUP-2,Fehler,Offen,Mira Kanto,12/Dez/24 3:26 PM'
        )
      },
      create: 2,
      customerName: 'Quay Dairy',
      columns: ['subject', 'at'],
      rows: [
        ['Pumpe', '2024-05-11T12:26:00Z'],
        ['Ventil', '2024-12-12T13:26:00Z']
      ]
    }
  ],
  18: [
    {
      name: 'a row that is wider than the header',
      files: { 'o.csv': text('Order number,Customer,Item', '1,Quay Dairy,Pump', '2,Quay Dairy,Pump,12,EUR', '3,Quay Dairy,Seal') },
      create: 2,
      error: 1
    }
  ]
}
