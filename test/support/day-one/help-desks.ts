// What help desks export, with the headers that they write, of a maker of pumps whose own people write from ours.example.
import { csv, full, type Cell, type DayOneExport } from './export'

const zendeskView =
  'Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket Type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,First resolution time in minutes'.split(
    ','
  )
const zendeskRow = (id: number, who: string, firm: string, subject: string, at: string, status = 'Open'): Record<string, Cell> => ({
  Id: id,
  Requester: who,
  'Requester external id': '-',
  'Requester email': `${who.split(' ')[0]!.toLowerCase()}@${firm.split(' ')[0]!.toLowerCase()}.example`,
  Submitter: who,
  Assignee: 'Oona Vell',
  Group: 'Support',
  Subject: subject,
  Tags: 'pump,damage',
  Status: status,
  Priority: 'High',
  Via: 'Mail',
  'Ticket Type': 'Incident',
  'Created at': at,
  'Updated at': at,
  Organization: firm,
  'Satisfaction Score': 'Unoffered',
  'Solved at': status === 'Solved' ? '2026-07-02 10:00' : '-'
})
const view: DayOneExport = {
  name: 'Zendesk, view of tickets (CSV)',
  target: 'interactions',
  june: {
    'tickets-20260630-0900.csv': csv(
      zendeskView,
      full(zendeskView, [
        zendeskRow(48211, 'Mira Kanto', 'Quay Dairy', 'Second pump arrived cracked', '2026-06-14 08:12'),
        zendeskRow(48212, 'Tom Reed', 'Harrow Mills', 'Where is the invoice?', '2026-06-16 17:40'),
        zendeskRow(48213, 'Mira Kanto', 'Quay Dairy', 'Still no answer', '2026-06-21 07:30')
      ])
    )
  },
  july: {
    'tickets-20260731-0900.csv': csv(
      zendeskView,
      full(zendeskView, [
        zendeskRow(48213, 'Mira Kanto', 'Quay Dairy', 'Still no answer [merged]', '2026-06-21 07:30', 'Solved'),
        zendeskRow(48212, 'Tom Reed', 'Harrow Mills', 'Where is the invoice?', '2026-06-16 17:40', 'Solved'),
        zendeskRow(48301, 'Ana Sole', 'Llum Taller', 'Seal leaks', '2026-07-03 09:00')
      ])
    )
  },
  records: 3,
  more: 1,
  changed: 1,
  customers: ['Harrow Mills', 'Llum Taller', 'Quay Dairy'],
  sides: { in: 3 }
}

const commentHeaders = ['Comment date', 'Ticket ID', 'From email', 'Comment', 'Ticket date', 'Ticket subject', 'Organization']
const comments: DayOneExport = {
  name: 'Zendesk, comments of tickets (CSV)',
  target: 'interactions',
  june: {
    'zendesk-comments.csv': csv(commentHeaders, [
      [
        '2026-06-14T08:12:00Z',
        77,
        'mira@quay.example',
        'The second pump arrived cracked.',
        '2026-06-14',
        'Pump cracked',
        'Quay Dairy'
      ],
      [
        '2026-06-14T09:00:00Z',
        77,
        'oona@ours.example',
        'We will replace it by Friday.',
        '2026-06-14',
        'Pump cracked',
        'Quay Dairy'
      ],
      ['2026-06-16T10:00:00Z', 78, 'tom@harrow.example', 'Where is the invoice?', '2026-06-16', 'Invoice', 'Harrow Mills'],
      ['2026-06-16T11:30:00Z', 78, 'jo@ours.example', 'It left on Monday.', '2026-06-16', 'Invoice', 'Harrow Mills']
    ])
  },
  july: {
    'zendesk-comments (1).csv': csv(commentHeaders, [
      [
        '2026-06-14T09:00:00Z',
        77,
        'oona@ours.example',
        'We will replace it by Friday.',
        '2026-06-14',
        'Pump cracked',
        'Quay Dairy'
      ],
      ['2026-07-02T08:00:00Z', 77, 'oona@ours.example', 'The replacement left today.', '2026-06-14', 'Pump cracked', 'Quay Dairy'],
      ['2026-07-05T08:00:00Z', 77, 'mira@quay.example', 'Received, thank you.', '2026-06-14', 'Pump cracked', 'Quay Dairy']
    ])
  },
  records: 4,
  more: 2,
  customers: ['Harrow Mills', 'Quay Dairy'],
  sides: { in: 2, out: 2 },
  asks: { question: 'which addresses are ours', answer: { own: ['ours.example'] } }
}

const users = [
  { id: 1, name: 'Mira Kanto', email: 'mira@quay.example', role: 'end-user', organization_id: 9 },
  { id: 2, name: 'Oona Vell', email: 'oona@ours.example', role: 'agent', organization_id: null },
  { id: 3, name: 'Tom Reed', email: 'tom@gmail.com', role: 'end-user', organization_id: null }
]
const lines = (records: object[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')
const ticket = (id: number, requester: number, subject: string, at: string) => ({
  url: `https://ours.zendesk.com/api/v2/tickets/${id}.json`,
  id,
  created_at: at,
  subject,
  raw_subject: subject,
  description: subject,
  status: 'open',
  via: { channel: 'email' },
  requester_id: requester,
  organization_id: requester === 1 ? 9 : null,
  custom_fields: [{ id: 360001, value: 'P-7' }],
  tags: ['pump']
})
const said = (id: number, ticketId: number, author: number, body: string, at: string, isPublic = true) => ({
  id,
  ticket_id: ticketId,
  type: 'Comment',
  author_id: author,
  body,
  html_body: `<div class="zd-comment"><p>${body}</p></div>`,
  plain_body: body,
  public: isPublic,
  created_at: at
})
const joined: DayOneExport = {
  name: 'Zendesk, tickets with comments, users and organisations (JSON lines)',
  target: 'interactions',
  june: {
    'tickets.json': lines([
      ticket(7, 1, 'Pump cracked', '2026-06-14T08:12:00Z'),
      ticket(8, 3, 'Opening hours', '2026-06-15T08:00:00Z')
    ]),
    'comments.json': lines([
      said(71, 7, 1, 'The second pump arrived cracked.', '2026-06-14T08:12:00Z'),
      said(72, 7, 2, 'We will replace it.', '2026-06-14T09:00:00Z'),
      said(73, 7, 2, 'Stock says Friday.', '2026-06-14T09:05:00Z', false),
      said(81, 8, 3, 'When are you open?', '2026-06-15T08:00:00Z')
    ]),
    'users.json': lines(users),
    'organizations.json': lines([{ id: 9, name: 'Quay Dairy', domain_names: ['quay.example'], shared_tickets: false }])
  },
  july: {
    'tickets.json': lines([ticket(7, 1, 'Pump cracked', '2026-06-14T08:12:00Z')]),
    'comments.json': lines([
      said(72, 7, 2, 'We will replace it by Friday.', '2026-06-14T09:00:00Z'),
      said(74, 7, 1, 'Nothing came.', '2026-07-02T08:00:00Z')
    ]),
    'users.json': lines(users),
    'organizations.json': lines([{ id: 9, name: 'Quay Dairy', domain_names: ['quay.example'], shared_tickets: false }])
  },
  records: 4,
  more: 1,
  changed: 1,
  customers: ['Quay Dairy', 'Tom Reed'],
  sides: { in: 2, out: 1, internal: 1 }
}

const freshdeskHeaders =
  'Ticket ID,Subject,Description,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,Time tracked,First response time (in hrs),Resolution time (in hrs),Agent interactions,Customer interactions,Resolution status,First response status,Tags,Survey results,Product,Full name,Title,Email,Work phone,Company Name,Contact ID'.split(
    ','
  )
const freshdeskRow = (id: number, subject: string, at: string, more: Record<string, Cell> = {}): Record<string, Cell> => ({
  'Ticket ID': id,
  Subject: subject,
  Description: `<div>${subject}, says the customer&nbsp;again.</div>`,
  Status: 'Open',
  Priority: 'Low',
  Source: 'Portal',
  'Created time': at,
  'Due by Time': at.replace(/ .*/, ' 18:00:00'),
  'First response time (in hrs)': '26:14:09',
  'Resolution time (in hrs)': '120:00:00',
  'Agent interactions': 1,
  'Full name': 'Mira Kanto',
  Email: 'mira@quay.example',
  'Company Name': 'Quay Dairy',
  ...more
})
const freshdesk: DayOneExport = {
  name: 'Freshdesk, tickets (CSV)',
  target: 'interactions',
  june: {
    'export.csv': csv(
      freshdeskHeaders,
      full(freshdeskHeaders, [
        freshdeskRow(1, 'Pump cracked', '2026-06-14 08:12:00', { 'Initial response time': '2026-06-14 09:00:00' }),
        freshdeskRow(2, 'Bill wrong', '2026-06-15 10:00:00', {
          'Company Name': '',
          'Full name': 'Tom Reed',
          Email: 'tom@gmail.com',
          Source: 'Phone'
        })
      ])
    )
  },
  july: {
    'export (1).csv': csv(
      freshdeskHeaders,
      full(freshdeskHeaders, [
        freshdeskRow(1, 'Pump cracked', '2026-06-14 08:12:00', {
          Status: 'Closed',
          'Initial response time': '2026-06-14 09:00:00'
        }),
        freshdeskRow(3, 'Seal leaks', '2026-07-01 10:00:00')
      ])
    )
  },
  records: 2,
  more: 1,
  customers: ['Quay Dairy', 'Tom Reed'],
  sides: { in: 2 }
}

const serviceHeaders =
  'Ticket Id,Subject,Status,Priority,Source,Type,Requester Name,Requester Email,Requester Location,Agent Name,Group Name,Created Time,Due by Time,Resolved Time,Closed Time,First Response Time (in Hrs),Resolution Time (in Hrs),Company'.split(
    ','
  )
const service: DayOneExport = {
  name: 'Freshservice, tickets (CSV with a mark of order)',
  target: 'interactions',
  june: {
    'tickets.csv': csv(
      serviceHeaders,
      full(serviceHeaders, [
        {
          'Ticket Id': 'INC-1',
          Subject: 'Login fails',
          Source: 'Email',
          'Requester Name': 'Ida Berg',
          'Requester Email': 'ida@berg.example',
          'Created Time': '14/06/2026 08:12',
          Company: 'Berg AS'
        },
        {
          'Ticket Id': 'INC-2',
          Subject: 'Report is slow',
          Source: 'Phone',
          'Requester Name': 'Per Moe',
          'Requester Email': 'per@moe.example',
          'Created Time': '02/06/2026 09:00',
          Company: 'Moe AS'
        }
      ]),
      { mark: true }
    )
  },
  july: {
    'tickets.csv': csv(
      serviceHeaders,
      full(serviceHeaders, [
        {
          'Ticket Id': 'INC-2',
          Subject: 'Report is slow',
          Source: 'Phone',
          'Requester Name': 'Per Moe',
          'Requester Email': 'per@moe.example',
          'Created Time': '02/06/2026 09:00',
          Company: 'Moe AS',
          'Closed Time': '03/07/2026 09:00'
        },
        {
          'Ticket Id': 'INC-3',
          Subject: 'Printer',
          Source: 'Email',
          'Requester Name': 'Ida Berg',
          'Requester Email': 'ida@berg.example',
          'Created Time': '25/07/2026 08:12',
          Company: 'Berg AS'
        }
      ]),
      { mark: true }
    )
  },
  records: 2,
  more: 1,
  customers: ['Berg AS', 'Moe AS'],
  sides: { in: 2 }
}

export const helpDesks: DayOneExport[] = [view, comments, joined, freshdesk, service]
