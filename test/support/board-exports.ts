import { text as lines } from './fixtures'
import type { OtherExport } from './other-exports'

const json = (value: unknown) => JSON.stringify(value)

const card = (id: string, name: string, more: object = {}) => ({
  id,
  idShort: 1,
  idBoard: '66e4d1000000000000000001',
  idList: '66e4d1000000000000000002',
  name,
  desc: '',
  closed: false,
  due: null,
  dateLastActivity: '2026-09-16T10:00:00.000Z',
  shortUrl: `https://trello.com/c/${id.slice(-4)}`,
  labels: [{ id: 'l1', name: 'pump', color: 'red' }],
  idMembers: ['m1'],
  ...more
})
const trello = (cards: object[], actions: object[]) =>
  json({
    id: '66e4d1000000000000000001',
    name: 'Complaints',
    desc: '',
    closed: false,
    url: 'https://trello.com/b/x',
    prefs: { background: 'blue' },
    actions,
    cards,
    labels: [{ id: 'l1', idBoard: 'b', name: 'pump', color: 'red' }],
    lists: [{ id: '66e4d1000000000000000002', idBoard: 'b', name: 'Open', closed: false, pos: 1, softLimit: null }],
    members: [{ id: 'm1', fullName: 'Oona Vell', username: 'oona', initials: 'OV' }],
    checklists: []
  })
const comment = (id: string, date: string, text: string) => ({
  id,
  idMemberCreator: 'm1',
  type: 'commentCard',
  date,
  data: {
    text,
    card: { id: '6aa63e700000000000000011', name: 'Pump cracked', shortLink: 'x' },
    board: { id: 'b', name: 'Complaints' }
  },
  memberCreator: { id: 'm1', fullName: 'Oona Vell', username: 'oona' }
})
const cards = [
  card('6aa63e700000000000000011', 'Pump cracked', { desc: 'It broke.' }),
  card('6aa78ff00000000000000012', 'No invoice')
]
const actions = [
  { ...comment('6aa63f000000000000000021', '2026-09-14T06:00:00.000Z', 'Mira says it leaks.') },
  { id: 'a2', idMemberCreator: 'm1', type: 'updateCard', date: '2026-09-14T06:05:00.000Z', data: { card: { id: 'x', name: 'y' } } }
]

const asanaHead =
  'Task ID,Created At,Completed At,Last Modified,Name,Section/Column,Assignee,Assignee Email,Start Date,Due Date,Tags,Notes,Projects,Parent task,Blocked By (Dependencies),Blocking (Dependencies),Customer'

/** Of boards and lists of tasks, on which teams keep what customers wait for. */
export const boardExports: OtherExport[] = [
  {
    name: 'Trello, a board as JSON: its cards and what was said on them',
    files: { 'board.json': trello(cards, actions) },
    customerName: 'Quay Dairy',
    target: 'interactions',
    customers: ['Quay Dairy'],
    columns: ['at', 'subject', 'notes', 'direction'],
    rows: [
      ['2026-09-13T06:10:56Z', 'Pump cracked', 'It broke.', 'internal'],
      ['2026-09-14T06:00:00Z', 'Pump cracked', 'Mira says it leaks.', 'internal'],
      ['2026-09-14T06:10:56Z', 'No invoice', null, 'internal']
    ],
    next: {
      files: {
        'board (1).json': trello(cards, [
          ...actions,
          comment('6abe00000000000000000031', '2026-10-02T06:00:00.000Z', 'Broke again.')
        ])
      },
      adds: 1
    }
  },
  {
    name: 'Asana, tasks as CSV',
    files: {
      'Complaints.csv': lines(
        asanaHead,
        '1209000000000001,2026-09-14,,2026-09-15,Pump cracked,Open,Oona Vell,oona@ours.example,,2026-09-18,pump,It broke.,Complaints,,,,Quay Dairy',
        '1209000000000002,2026-09-15,2026-09-16,2026-09-16,No invoice,Done,Oona Vell,oona@ours.example,,,,,Complaints,,,,Harrow Mills'
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'notes'],
    rows: [
      ['No invoice', '2026-09-14T21:00:00Z', null],
      ['Pump cracked', '2026-09-13T21:00:00Z', 'It broke.']
    ],
    next: {
      files: {
        'Complaints (1).csv': lines(
          asanaHead,
          '1209000000000001,2026-09-14,,2026-09-15,Pump cracked,Open,Oona Vell,oona@ours.example,,2026-09-18,pump,It broke.,Complaints,,,,Quay Dairy',
          '1209000000000003,2026-10-02,,2026-10-02,Broke again,Open,Oona Vell,oona@ours.example,,,,,Complaints,,,,Quay Dairy'
        )
      },
      adds: 1
    }
  },
  {
    name: 'Asana, tasks as JSON',
    files: {
      'Complaints.json': json({
        data: [
          {
            gid: '1209000000000001',
            assignee: { gid: '7', name: 'Oona Vell', resource_type: 'user' },
            completed: false,
            completed_at: null,
            created_at: '2026-09-14T05:12:00.000Z',
            due_on: '2026-09-18',
            name: 'Pump cracked',
            notes: 'It broke.',
            resource_type: 'task',
            memberships: [{ project: { gid: '1', name: 'Complaints' }, section: { gid: '2', name: 'Open' } }],
            tags: []
          }
        ]
      })
    },
    customerName: 'Quay Dairy',
    target: 'interactions',
    customers: ['Quay Dairy'],
    columns: ['subject', 'at', 'notes'],
    rows: [['Pump cracked', '2026-09-14T05:12:00Z', 'It broke.']]
  },
  {
    name: 'Re:amaze, conversations',
    files: {
      'conversations.csv': lines(
        'Conversation Slug,Brand,Category,Channel,Subject,Status,Customer Name,Customer Email,Assignee,Tags,Created At,Updated At,Message Count,First Response Time,Last Customer Message',
        'pump-cracked,Ours,Support,Email,Pump cracked,Unresolved,Mira Kanto,mira@quay.example,Oona Vell,"pump, leak",2026-09-14 08:12:00 +0300,2026-09-14 10:00:00 +0300,2,01:20:00,It broke.',
        'no-invoice,Ours,Support,Chat,No invoice,Resolved,Tom Reed,tom@harrow.example,Oona Vell,,2026-09-15 17:40:00 +0300,2026-09-16 09:00:00 +0300,1,00:10:00,Where is it?'
      )
    },
    target: 'interactions',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['subject', 'at', 'channel'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z', 'chat'],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'mail']
    ]
  }
]
