// What trackers of issues and tickets export.
import { csv, full, type Cell, type DayOneExport } from './export'
import { workbook } from '../../workspace/reader-support'

const jiraHeaders = [
  'Summary',
  'Issue key',
  'Issue id',
  'Issue Type',
  'Status',
  'Priority',
  'Resolution',
  'Reporter',
  'Created',
  'Updated',
  'Due date',
  'Labels',
  'Labels',
  'Description',
  'Comment',
  'Comment',
  'Comment',
  'Custom field (Organizations)'
]
const jiraRow = (summary: string, key: number, at: string, firm: string, comment = ''): Cell[] => [
  summary,
  `SUP-${key}`,
  10_000 + key,
  'Incident',
  'Open',
  'High',
  '',
  'Mira Kanto',
  at,
  at,
  '',
  'pump',
  'damage',
  `${summary}\nagain`,
  `${at};oona;We will replace it; by Friday`,
  comment,
  '',
  firm
]
const jira: DayOneExport = {
  name: 'Jira Service Management, issues (CSV, months by name)',
  target: 'interactions',
  june: {
    'Jira Export CSV (all fields) 20260630.csv': csv(jiraHeaders, [
      jiraRow('Pump cracked', 41, '14/Jun/26 8:12 AM', 'Quay Dairy'),
      jiraRow('Report slow', 42, '16/Jun/26 3:26 PM', 'Harrow Mills')
    ])
  },
  july: {
    'Jira Export CSV (all fields) 20260731.csv': csv(jiraHeaders, [
      jiraRow('Report slow', 42, '16/Jun/26 3:26 PM', 'Harrow Mills', '02/Jul/26 7:30 AM;712020:af-1;Nothing; came'),
      jiraRow('Login', 44, '03/Jul/26 12:05 PM', 'Quay Dairy')
    ])
  },
  records: 2,
  more: 1,
  customers: ['Harrow Mills', 'Quay Dairy'],
  sides: { in: 2 }
}

const zammadHeaders = [
  '#',
  'Title',
  'State',
  'Priority',
  'Group',
  'Owner',
  'Customer',
  'Organization',
  'Create Channel',
  'Sender',
  'Tags',
  'Time Units Total',
  'Created at',
  'Updated at',
  'Closed at',
  'Close Escalation At',
  'First Response At',
  'First Response Escalation At',
  'Last Contact Customer At',
  'Article Count',
  'Escalation at'
]
const zammadRow = (id: number, title: string, firm: string, at: string) =>
  full(zammadHeaders, [
    {
      '#': id,
      Title: title,
      State: 'open',
      Priority: '2 normal',
      Group: 'Support',
      Owner: 'Oona Vell',
      Customer: 'Mira Kanto',
      Organization: firm,
      'Create Channel': 'email',
      Sender: 'Customer',
      'Created at': at,
      'Updated at': at,
      'Article Count': 3,
      'Escalation at': at
    }
  ])[0]!
const zammad: DayOneExport = {
  name: 'Zammad, tickets of a report (xlsx)',
  target: 'interactions',
  june: {
    'tickets.xlsx': workbook(
      {
        'Tickets (2026-06)': [
          zammadHeaders,
          zammadRow(96001, 'Pump cracked', 'Quay Dairy', '2026-06-14 08:12:00 UTC'),
          zammadRow(96002, 'Opening hours', '', '2026-06-15 08:12:00 UTC')
        ]
      },
      'xlsx'
    )
  },
  july: {
    'tickets.xlsx': workbook(
      {
        'Tickets (2026-07)': [
          zammadHeaders,
          zammadRow(96002, 'Opening hours', '', '2026-06-15 08:12:00 UTC'),
          zammadRow(96003, 'Seal leaks', 'Quay Dairy', '2026-07-15 08:12:00 UTC')
        ]
      },
      'xlsx'
    )
  },
  records: 2,
  more: 1,
  customers: ['Mira Kanto', 'Quay Dairy'],
  sides: { in: 2 }
}

const osHeaders = [
  'Ticket Number',
  'Date Created',
  'Subject',
  'From',
  'From Email',
  'Priority',
  'Department',
  'Help Topic',
  'Source',
  'Current Status',
  'Last Updated',
  'SLA Due Date',
  'Due Date',
  'Closed Date',
  'Overdue',
  'Merged',
  'Linked',
  'Answered',
  'Assigned To',
  'Agent Assigned',
  'Team Assigned',
  'Thread Count',
  'Reopen Count',
  'Attachment Count',
  'Task Count',
  'Organization'
]
const osRow = (id: string, subject: string, who: string, at: string, firm: string) =>
  full(osHeaders, [
    {
      'Ticket Number': id,
      'Date Created': at,
      Subject: subject,
      From: who,
      'From Email': `${who.split(' ')[0]!.toLowerCase()}@gmail.com`,
      Priority: 'Normal',
      Department: 'Support',
      'Help Topic': 'General',
      Source: 'Email',
      'Current Status': 'Open',
      Overdue: 0,
      Answered: 1,
      'Thread Count': 3,
      Organization: firm
    }
  ])[0]!
const osTicket: DayOneExport = {
  name: 'osTicket, tickets (CSV with semicolons)',
  target: 'interactions',
  june: {
    'tickets-20260630.csv': csv(
      osHeaders,
      [
        osRow('004211', 'Pump cracked', 'Mira Kanto', '2026-06-14 08:12:00', 'Quay Dairy'),
        osRow('004212', 'Hours', 'Tom Reed', '2026-06-15 08:12:00', '')
      ],
      { delimiter: ';', mark: true }
    )
  },
  july: {
    'tickets-20260731.csv': csv(
      osHeaders,
      [
        osRow('004212', 'Hours', 'Tom Reed', '2026-06-15 08:12:00', ''),
        osRow('004213', 'Bill', 'Ana Sole', '2026-07-15 08:12:00', '')
      ],
      { delimiter: ';', mark: true }
    )
  },
  records: 2,
  more: 1,
  customers: ['Ana Sole', 'Quay Dairy', 'Tom Reed'],
  sides: { in: 2 }
}

export const tickets: DayOneExport[] = [jira, zammad, osTicket]
