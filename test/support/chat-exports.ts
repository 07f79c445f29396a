import { zip } from '../workspace/reader-support'
import type { OtherExport } from './other-exports'

const text = (...lines: string[]) => `${lines.join('\n')}\n`
const json = (value: unknown) => JSON.stringify(value)

const whatsapp = [
  '\u200e[14/09/2026, 08:12:33] Mira Kanto: \u200eMessages and calls are end-to-end encrypted. Only people in this chat can read them.',
  '[14/09/2026, 08:12:33] Mira Kanto: The pump broke.',
  'It is the second time.',
  '[14/09/2026, 09:40:02] Oona Vell: We look into it: today',
  '\u200e[15/09/2026, 17:40:10] Mira Kanto: \u200e<attached: 00000012-PHOTO-2026-09-15.jpg>'
]
const slackUsers = [
  {
    id: 'U01',
    team_id: 'T1',
    name: 'oona',
    deleted: false,
    is_bot: false,
    profile: { real_name: 'Oona Vell', email: 'oona@ours.example' }
  },
  { id: 'U02', team_id: 'T1', name: 'bram', deleted: false, is_bot: false, profile: { real_name: 'Bram Ode' } },
  {
    id: 'U77',
    team_id: 'T9',
    name: 'mira',
    is_bot: false,
    is_stranger: true,
    profile: { real_name: 'Mira Kanto', email: 'mira@quay.example' }
  }
]
const slackDays = {
  'channels.json': json([{ id: 'C1', name: 'quay', created: 1789000000, creator: 'U01', members: ['U01', 'U02', 'U77'] }]),
  'users.json': json(slackUsers),
  'quay/2026-09-14.json': json([
    { type: 'message', subtype: 'channel_join', user: 'U02', text: '<@U02> has joined the channel', ts: '1789362600.000100' },
    { client_msg_id: 'a', type: 'message', user: 'U77', text: 'The pump broke &amp; leaks', ts: '1789362720.000200', team: 'T9' },
    {
      client_msg_id: 'b',
      type: 'message',
      user: 'U01',
      text: '<@U02> can you look at <https://x.example/1|this>?',
      ts: '1789363720.000300',
      thread_ts: '1789362720.000200'
    }
  ]),
  'quay/2026-09-15.json': json([
    { client_msg_id: 'c', type: 'message', user: 'U02', text: 'The seal is here', ts: '1789449120.000100', reactions: [] }
  ])
}

/** Of chats, as people save them and as teams export them. */
export const chatExports: OtherExport[] = [
  {
    name: 'WhatsApp of an iPhone, in its archive, with a picture and a notice',
    files: {
      'WhatsApp Chat - Mira Kanto.zip': zip({
        '_chat.txt': text(...whatsapp),
        '00000012-PHOTO-2026-09-15.jpg': Buffer.from([0xff, 0xd8, 0xff])
      })
    },
    target: 'interactions',
    customers: ['Mira Kanto'],
    columns: ['at', 'direction', 'channel', 'subject'],
    rows: [
      ['2026-09-14T05:12:33Z', 'in', 'chat', 'The pump broke.'],
      ['2026-09-14T06:40:02Z', 'out', 'chat', 'We look into it: today'],
      ['2026-09-15T14:40:10Z', 'in', 'chat', '[attached: 00000012-PHOTO-2026-09-15.jpg]']
    ],
    left: 1,
    next: {
      files: {
        'WhatsApp Chat - Mira Kanto.zip': zip({
          '_chat.txt': text(...whatsapp, '[02/10/2026, 10:00:00] Mira Kanto: It broke again.')
        })
      },
      adds: 1
    }
  },
  {
    name: 'WhatsApp of an Android phone in Greek, half of the day in words',
    files: {
      'Συνομιλία WhatsApp με Μίρα Κάντο.txt': text(
        '14/9/26, 8:12 π.μ. - Τα μηνύματα και οι κλήσεις κρυπτογραφούνται από άκρο σε άκρο.',
        '14/9/26, 8:12 π.μ. - Μίρα Κάντο: Έσπασε η αντλία.',
        '14/9/26, 5:40 μ.μ. - Όνα: Το βλέπουμε.',
        '14/9/26, 5:40 μ.μ. - Όνα: Το βλέπουμε.'
      )
    },
    target: 'interactions',
    customers: ['Μίρα Κάντο'],
    columns: ['at', 'direction', 'subject'],
    rows: [
      ['2026-09-14T05:12:00Z', 'in', 'Έσπασε η αντλία.'],
      ['2026-09-14T14:40:00Z', 'out', 'Το βλέπουμε.'],
      ['2026-09-14T14:40:00Z', 'out', 'Το βλέπουμε.']
    ],
    left: 1
  },
  {
    name: 'WhatsApp of a group in America, whose days could be read in two ways but for their order',
    files: {
      'WhatsApp Chat with Quay pumps.txt': text(
        '4/9/26, 8:12 AM - Mira Kanto: The pump broke.',
        '4/11/26, 5:40 PM - +372 5555 0101: We look.',
        '5/2/26, 9:00 AM - Tom Reed: Still broken.'
      )
    },
    own: ['+372 5555 0101'],
    target: 'interactions',
    customers: ['Quay pumps'],
    columns: ['at', 'direction', 'subject'],
    rows: [
      ['2026-04-09T05:12:00Z', 'in', 'The pump broke.'],
      ['2026-04-11T14:40:00Z', 'out', 'We look.'],
      ['2026-05-02T06:00:00Z', 'in', 'Still broken.']
    ]
  },
  {
    name: 'Slack, an export of a workspace: a file for each day',
    files: { 'Ours Slack export.zip': zip(slackDays) },
    customerName: 'Quay Dairy',
    target: 'interactions',
    customers: ['Quay Dairy'],
    columns: ['at', 'direction', 'channel', 'subject'],
    rows: [
      ['2026-09-14T05:12:00Z', 'in', 'chat', 'The pump broke & leaks'],
      ['2026-09-14T05:28:40Z', 'internal', 'chat', '@Bram Ode can you look at this (https://x.example/1)?'],
      ['2026-09-15T05:12:00Z', 'internal', 'chat', 'The seal is here']
    ],
    next: {
      files: {
        'Ours Slack export (1).zip': zip({
          ...slackDays,
          'quay/2026-10-02.json': json([{ type: 'message', user: 'U77', text: 'It broke again', ts: '1790924400.000100' }])
        })
      },
      adds: 1
    }
  },
  {
    name: 'Teams, messages of a chat as its interface gives them',
    files: {
      'messages.json': json({
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#chats',
        value: [
          {
            id: '1789362720000',
            messageType: 'message',
            createdDateTime: '2026-09-14T05:12:00.12Z',
            subject: null,
            importance: 'normal',
            from: { application: null, device: null, user: { id: 'u1', displayName: 'Mira Kanto', userIdentityType: 'aadUser' } },
            body: { contentType: 'html', content: '<div>The pump <b>broke</b>.</div>' },
            attachments: [],
            mentions: []
          },
          {
            id: '1789449120000',
            messageType: 'message',
            createdDateTime: '2026-09-15T05:12:00Z',
            subject: null,
            importance: 'normal',
            from: { user: { id: 'u2', displayName: 'Oona Vell', userIdentityType: 'aadUser' } },
            body: { contentType: 'text', content: 'We look.' },
            attachments: [],
            mentions: []
          }
        ]
      })
    },
    customerName: 'Quay Dairy',
    target: 'interactions',
    customers: ['Quay Dairy'],
    columns: ['at', 'subject'],
    rows: [
      ['2026-09-14T05:12:00Z', 'The pump broke.'],
      ['2026-09-15T05:12:00Z', 'We look.']
    ]
  }
]
