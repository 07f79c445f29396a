import { describe, expect, it } from 'vitest'
import { fileOf } from './import-support'
import { inspect, take, zip } from './reader-support'
import { freshWorkspace } from './support'

const ticket = (id: number, more: object = {}) => ({
  id,
  requester_id: 11,
  organization_id: 21,
  subject: `Pump ${id}`,
  created_at: '2026-09-14T08:12:00Z',
  description: 'It broke.',
  ...more
})
const json = (value: unknown) => JSON.stringify(value)

describe('records of JSON', () => {
  const tickets = [ticket(1), ticket(2, { custom_fields: [{ id: 77, value: 'Dock 4' }] })]
  it.each<[string, string, number]>([
    ['a list', json(tickets), 2],
    ['a list with blanks and line breaks', JSON.stringify(tickets, null, 2), 2],
    ['under a name, beside other things', json({ count: 2, next_page: null, tickets, users: [{ id: 11, name: 'Mira' }] }), 2],
    ['one a line', tickets.map(json).join('\n'), 2],
    ['one a line, wrapped, with empty lines and CRLF', tickets.map((each) => json({ ticket: each })).join('\r\n\r\n'), 2],
    ['one by itself', json({ ticket: tickets[0] }), 1],
    ['with a mark before it', `\ufeff${json(tickets)}`, 2]
  ])('%s', async (_, text, rows) => {
    const workspace = await freshWorkspace()
    const file = fileOf(text, 'export.json')
    const seen = await inspect(workspace, [file])
    expect(seen).toMatchObject({ target: 'interactions', source: 'Zendesk', rows })
    const { counts } = await take(workspace, [file])
    expect(counts).toMatchObject({ create: rows, error: 0 })
    // without the files that know their names, they are called by their ids
    expect((await workspace.call('customers.list', {})).map(({ name }) => name)).toEqual(['Organization 21'])
  })

  it('what was cut at the end is told with its line, and costs nothing else', async () => {
    const workspace = await freshWorkspace()
    for (const text of [
      `${json(tickets).slice(0, -1)},{"id":3,"requester_id":11,"subj`,
      `${tickets.map(json).join('\n')}\n{"id":3,"subj`
    ]) {
      const { counts, outcomes } = await take(workspace, [fileOf(text, 'cut.json')], { dryRun: true })
      expect(counts).toMatchObject({ create: 2, error: 1 })
      expect(outcomes[0]!.reason).toMatch(/cut/)
    }
  })

  it('fields of one’s own, lists of words, long numbers and what lies deep keep what they say', async () => {
    const workspace = await freshWorkspace()
    const text = `[{"id": 12345678901234567, "subject": "a, 12345678901234567, \\"b\\"", "created_at": "2026-09-14", "tags": ["x", "y"], "custom_fields": [{"id": 77, "value": "Dock 4"}], "via": {"channel": "web", "source": {"from": {"name": "A", "address": {"deep": {"deeper": 1}}}}}}]`
    const { headers, sample } = await inspect(workspace, [fileOf(text, 'odd.json')])
    const row = Object.fromEntries(headers.map((header, at) => [header, sample[0]![at]]))
    expect(row).toMatchObject({
      id: '12345678901234567',
      subject: 'a, 12345678901234567, "b"',
      tags: 'x; y',
      'custom_fields.77': 'Dock 4',
      'via.channel': 'web'
    })
    expect(row['via.source.from.address']).toBe('{"deep":{"deeper":1}}')
  })

  it('JSON without records is refused in words', async () => {
    const workspace = await freshWorkspace()
    for (const text of ['{}', '[]', '[1,2,3]', '{"a": 1']) {
      await expect(inspect(workspace, [fileOf(text, 'none.json')])).rejects.toMatchObject({ code: 'invalid' })
    }
  })
})

describe('files that belong together are joined by their ids', () => {
  const users = [
    { id: 11, name: 'Mira Kanto', email: 'mira@quay.example', role: 'end-user', organization_id: 21 },
    { id: 12, name: 'Jo', email: 'jo@ours.example', role: 'agent', organization_id: null }
  ]
  const organizations = [{ id: 21, name: 'North Quay Dairy', domain_names: ['quay.example'], shared_tickets: false }]
  const comments = [
    { id: 101, ticket_id: 1, author_id: 11, public: true, body: 'It broke.', created_at: '2026-09-14T08:12:00Z' },
    {
      id: 102,
      ticket_id: 1,
      author_id: 12,
      public: true,
      body: 'We will replace it by Friday.',
      created_at: '2026-09-14T10:00:00Z'
    },
    { id: 103, ticket_id: 1, author_id: 12, public: false, body: 'Is there one left?', created_at: '2026-09-14T10:05:00Z' }
  ]
  const put = (name: string, value: unknown) => fileOf(json(value), name)

  it('Zendesk: tickets, comments, users and organisations, in files and in an archive', async () => {
    const files = {
      'tickets.json': [ticket(1), ticket(2)],
      'comments.json': comments,
      'users.json': users,
      'orgs.json': organizations
    }
    const given = [
      Object.entries(files).map(([name, value]) => put(name, value)),
      [fileOf(zip(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, json(value)]))), 'all.zip')]
    ]
    for (const paths of given) {
      const workspace = await freshWorkspace()
      const seen = await inspect(workspace, paths)
      expect(seen).toMatchObject({ source: 'Zendesk', target: 'interactions', rows: 4 })
      expect(seen.joins).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'users', missing: 0 })]))
      expect((await take(workspace, paths)).counts).toMatchObject({ create: 4, error: 0 })
      const [customer, ...others] = await workspace.call('customers.list', {})
      expect([customer!.name, others]).toEqual(['North Quay Dairy', []])
      const { events } = await workspace.call('timeline.list', { customerId: customer!.id, kinds: ['interaction'], whole: true })
      expect(events.map(({ title, detail, direction, contact }) => [title, detail, direction, contact])).toEqual([
        ['Pump 1', 'Is there one left?', 'internal', 'Mira Kanto'],
        ['Pump 1', 'We will replace it by Friday.', 'out', 'Mira Kanto'],
        ['Pump 2', 'It broke.', 'in', 'Mira Kanto'],
        ['Pump 1', 'It broke.', 'in', 'Mira Kanto']
      ])
      expect((await take(workspace, paths)).counts).toMatchObject({ create: 0, unchanged: 4 })
    }
  })

  it('Zendesk: who is missing from the file of users is shown by the id, and told', async () => {
    const workspace = await freshWorkspace()
    const paths = [put('t.json', [ticket(1, { requester_id: 99, organization_id: null })]), put('u.json', users)]
    const seen = await inspect(workspace, paths)
    expect(seen.joins.find(({ by }) => by === 'requester_id')).toMatchObject({ what: 'users', missing: 1 })
    await take(workspace, paths)
    expect((await workspace.call('customers.list', {})).map(({ name }) => name)).toEqual(['Requester 99'])
  })

  it('Salesforce: cases, comments, mails, accounts and contacts, with ids of 15 and 18 signs', async () => {
    const workspace = await freshWorkspace()
    const id = '0015g00000AbCdE'
    const csv = (name: string, text: string) => fileOf(text, name)
    const paths = [
      csv(
        'Case.csv',
        `"Id","CaseNumber","AccountId","ContactId","Subject","Origin","CreatedDate","Description"\n"5005g00000AAAAA","00017","${id}AAV","0035g000001","Pump","Phone","2026-09-14T08:12:00.000Z","It broke,\r\non Monday"\n`
      ),
      csv(
        'CaseComment.csv',
        '"Id","ParentId","CommentBody","IsPublished","CreatorName","CreatedDate"\n"00a1","5005g00000AAAAA","Ask the plant","0","Jo","2026-09-14T09:00:00.000Z"\n'
      ),
      csv(
        'EmailMessage.csv',
        '"Id","ParentId","Incoming","FromAddress","FromName","Subject","TextBody","MessageDate"\n"02s1","5005g00000AAAAA","0","jo@ours.example","Jo","Re: Pump","We will replace it.","2026-09-14T10:00:00.000Z"\n'
      ),
      csv('Account.csv', `"Id","Name","BillingCountry"\n"${id}","North Quay Dairy","Finland"\n`),
      csv(
        'Contact.csv',
        `"Id","AccountId","LastName","FirstName","Email"\n"0035g000001","${id}","Kanto","Mira","mira@quay.example"\n`
      )
    ]
    const seen = await inspect(workspace, paths)
    expect(seen).toMatchObject({ source: 'Salesforce', rows: 3 })
    expect((await take(workspace, paths)).counts).toMatchObject({ create: 3, error: 0 })
    const [customer, ...more] = await workspace.call('customers.list', {})
    expect([customer!.name, more]).toEqual(['North Quay Dairy', []])
    const { events } = await workspace.call('timeline.list', { customerId: customer!.id, kinds: ['interaction'] })
    expect(events.map(({ title, direction }) => [title, direction])).toEqual([
      ['Re: Pump', 'out'],
      ['Pump', 'internal'],
      ['Pump', 'in']
    ])
  })

  it('Intercom: conversations with their parts in one file; what was cut at 500 parts is told', async () => {
    const workspace = await freshWorkspace()
    const conversation = {
      type: 'conversation',
      id: '55',
      created_at: 1_789_373_520,
      title: 'Pump',
      state: 'open',
      source: {
        type: 'email',
        body: '<p>It <b>broke</b>.</p>',
        author: { type: 'user', id: 'u1', name: 'Mira', email: 'mira@quay.example' }
      },
      conversation_parts: {
        total_count: 612,
        conversation_parts: [
          {
            type: 'conversation_part',
            id: '551',
            part_type: 'comment',
            body: '<p>We will replace it.</p>',
            created_at: 1_789_380_720,
            author: { type: 'admin', id: 'a', name: 'Jo' }
          },
          {
            type: 'conversation_part',
            id: '552',
            part_type: 'assignment',
            body: null,
            created_at: 1_789_380_721,
            author: { type: 'bot', id: 'b', name: 'Fin' }
          }
        ]
      }
    }
    const paths = [put('conversations.json', { type: 'conversation.list', conversations: [conversation] })]
    const seen = await inspect(workspace, paths)
    expect(seen.joins.find(({ what }) => what === 'parts')).toMatchObject({ rows: 612, missing: 610 })
    expect((await take(workspace, paths)).counts).toMatchObject({ create: 2, error: 0 })
    const [customer] = await workspace.call('customers.list', {})
    expect(customer).toMatchObject({ name: 'Mira' })
    const { events } = await workspace.call('timeline.list', { customerId: customer!.id, kinds: ['interaction'], whole: true })
    expect(events.map(({ at, detail, direction }) => [at, detail, direction])).toEqual([
      ['2026-09-14T10:12:00Z', 'We will replace it.', 'out'],
      ['2026-09-14T08:12:00Z', 'It broke.', 'in']
    ])
  })

  it('HubSpot: tickets with the companies that they name by id', async () => {
    const workspace = await freshWorkspace()
    const tickets = fileOf(
      '"Ticket ID","Ticket name","Create date","Associated Company IDs"\n"9","Pump","2026-09-14 08:12","71;72"\n',
      'tickets.csv'
    )
    const companies = fileOf(
      '"Record ID","Company name","City"\n"71","Bergtal Molkerei","Chur"\n"72","Harrow","Leeds"\n',
      'companies.csv'
    )
    await take(workspace, [tickets, companies])
    expect((await workspace.call('customers.list', {})).map(({ name }) => name)).toEqual(['Bergtal Molkerei'])
  })
})
