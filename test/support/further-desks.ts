import type { OtherExport } from './other-exports'

const text = (...lines: string[]) => `${lines.join('\r\n')}\r\n`

/** Of help desks that bring no preset with them. */
export const furtherDesks: OtherExport[] = [
  {
    name: 'Zoho Desk, tickets',
    files: {
      'Tickets.csv': text(
        'Ticket Id,Ticket Reference Id,Department,Department (ID),Contact Name,Contact Name (ID),Account Name,Account Name (ID),Email,Phone,Subject,Description,Status,Ticket Owner,Created By,Created Time (Ticket),Modified Time (Ticket),Due Date,Priority (Ticket),Channel,Ticket Closed Time',
        '48910000001,101,Support,48910,Mira Kanto,7711,Quay Dairy,8811,mira@quay.example,+31 20 1234567,Pump cracked,<div>It broke.<br>Again.</div>,Open,Oona Vell,Oona Vell,14 Sep 2026 08:12 AM,14 Sep 2026 09:12 AM,16 Sep 2026 08:12 AM,High,Email,',
        '48910000002,102,Support,48910,Tom Reed,7712,Harrow Mills,8812,tom@harrow.example,,Where is the invoice?,,Closed,Oona Vell,Oona Vell,15 Sep 2026 05:40 PM,15 Sep 2026 05:40 PM,,,Phone,16 Sep 2026 09:00 AM'
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'channel', 'notes'],
    rows: [
      ['Pump cracked', '2026-09-14T05:12:00Z', 'mail', 'It broke.\nAgain.'],
      ['Where is the invoice?', '2026-09-15T14:40:00Z', 'call', null]
    ]
  },
  {
    name: 'Kayako Classic, tickets',
    files: {
      'tickets.csv': text(
        '"Ticket ID","Ticket Mask ID","Department","Status","Priority","Type","Owner","Subject","Full Name","Email","User Organization","Creation Date","Last Activity"',
        '"5501","QXZ-551-12345","General","Open","High","Issue","Oona Vell","Pump cracked","Mira Kanto","mira@quay.example","Quay Dairy","14 September 2026 08:12 AM","14 September 2026 09:00 AM"',
        '"5502","QXZ-551-12346","General","Closed","Normal","Issue","Oona Vell","No invoice","Tom Reed","tom@harrow.example","Harrow Mills","15 September 2026 05:40 PM","16 September 2026 09:00 AM"'
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
    name: 'Help Scout, conversations',
    files: {
      'conversations.csv': text(
        'Conversation #,Conversation URL,Mailbox,Status,Type,Customer Name,Customer Email,Customer Company,Subject,Preview,Assigned To,Tags,Created At,Closed At',
        '771,https://secure.helpscout.net/conversation/1/771,Support,Active,Email,Mira Kanto,mira@quay.example,Quay Dairy,Pump cracked,It broke.,Oona Vell,pump,2026-09-14 08:12:00,',
        '772,https://secure.helpscout.net/conversation/2/772,Support,Closed,Phone,Tom Reed,tom@harrow.example,Harrow Mills,No invoice,Where is it?,,,2026-09-15 17:40:00,2026-09-16 09:00:00'
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'channel', 'notes'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z', 'call', 'Where is it?'],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'mail', 'It broke.']
    ]
  },
  {
    name: 'Gorgias, tickets',
    files: {
      'tickets.csv': text(
        'Ticket id,Ticket status,Initial channel,Last used channel,Assignee name,Customer name,Customer email,Subject,Creation date,Closed date,Tags,Number of agent messages,Survey score',
        '9001,open,email,email,Oona Vell,Mira Kanto,mira@quay.example,Pump cracked,2026-09-14T05:12:00.123456+00:00,,"pump,urgent",0,',
        '9002,closed,phone,phone,,Tom Reed,tom@harrow.example,No invoice,2026-09-15T14:40:00+00:00,2026-09-16T06:00:00+00:00,,2,5'
      )
    },
    target: 'interactions',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['subject', 'at', 'channel'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z', 'call'],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'mail']
    ]
  },
  {
    name: 'Front, messages',
    files: {
      'front-messages.csv': text(
        'Message ID,Conversation ID,Type,Direction,Status,Inbox,Message date,Author,Assignee,Subject,Extract,Contact name,Contact handle,Account name',
        'msg_1,cnv_1,Email,Inbound,Archived,Support,2026-09-14 08:12:00,,Oona Vell,Pump cracked,It broke.,Mira Kanto,mira@quay.example,Quay Dairy',
        'msg_2,cnv_1,Email,Outbound,Archived,Support,2026-09-14 08:36:00,Oona Vell,Oona Vell,Pump cracked,We look.,Mira Kanto,mira@quay.example,Quay Dairy'
      )
    },
    target: 'interactions',
    customers: ['Quay Dairy'],
    columns: ['notes', 'at', 'direction', 'channel'],
    rows: [
      ['It broke.', '2026-09-14T05:12:00Z', 'in', 'mail'],
      ['We look.', '2026-09-14T05:36:00Z', 'out', 'mail']
    ]
  },
  {
    name: 'LiveAgent, tickets',
    files: {
      'tickets.csv': text(
        'code;subject;status;channel_type;requester_name;requester_email;company;departmentname;agent;date_created;date_resolved',
        'ABC-123;Pump cracked;Open;Email;Mira Kanto;mira@quay.example;Quay Dairy;Support;Oona Vell;2026-09-14 08:12:00;',
        'ABC-124;No invoice;Resolved;Call;Tom Reed;tom@harrow.example;Harrow Mills;Support;Oona Vell;2026-09-15 17:40:00;2026-09-16 09:00:00'
      )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'channel'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z', 'call'],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'mail']
    ]
  },
  {
    name: 'ServiceNow, incidents by their labels',
    files: {
      'incident.csv': text(
        '"Number","Opened","Short description","Caller","Company","Priority","State","Category","Assignment group","Assigned to","Resolved","Updated"',
        '"INC0010001","2026-09-14 08:12:00","Pump cracked","Mira Kanto","Quay Dairy","1 - Critical","In Progress","Hardware","Service Desk","Oona Vell","","2026-09-14 09:00:00"',
        '"INC0010002","2026-09-15 17:40:00","Portal is down","Tom Reed","Harrow Mills","3 - Moderate","Resolved","Software","Service Desk","","2026-09-16 09:00:00","2026-09-16 09:00:00"'
      )
    },
    target: 'incidents',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'began', 'ended', 'severity', 'state'],
    rows: [
      ['Portal is down', '2026-09-15T14:40:00Z', '2026-09-16T06:00:00Z', 'medium', 'resolved'],
      ['Pump cracked', '2026-09-14T05:12:00Z', null, 'critical', 'open']
    ]
  },
  {
    name: 'ServiceNow, incidents by their fields',
    files: {
      'incident.csv': text(
        '"number","short_description","caller_id","company","opened_at","priority","state","category","assignment_group","resolved_at","close_notes"',
        '"INC0010001","Pump cracked","Mira Kanto","Quay Dairy","2026-09-14 08:12:00","2 - High","On Hold","Hardware","Service Desk","",""',
        '"INC0010002","Portal is down","Tom Reed","Harrow Mills","2026-09-15 17:40:00","4 - Low","Closed","Software","Service Desk","2026-09-16 09:00:00","restarted"'
      )
    },
    target: 'incidents',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['title', 'began', 'severity', 'state'],
    rows: [
      ['Portal is down', '2026-09-15T14:40:00Z', 'low', 'closed'],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'high', 'contained']
    ]
  },
  {
    name: 'Odoo Helpdesk, tickets',
    files: {
      'helpdesk.ticket.csv': text(
        '"ID","Ticket IDs Sequence","Subject","Customer/Display Name","Customer/Email","Stage","Created on","Assigned to"',
        '"__export__.helpdesk_ticket_7","00007","Pump cracked","Quay Dairy","mira@quay.example","New","2026-09-14 08:12:00","Oona Vell"',
        '"__export__.helpdesk_ticket_8","00008","No invoice","Harrow Mills","tom@harrow.example","Solved","2026-09-15 17:40:00",""'
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
    name: 'GitHub, issues as the command line gives them',
    files: {
      'issues.json': JSON.stringify([
        {
          author: { id: 'U_1', is_bot: false, login: 'mirak', name: 'Mira Kanto' },
          body: 'It broke.',
          createdAt: '2026-09-14T05:12:00Z',
          labels: [{ id: 'L1', name: 'bug', description: '', color: 'd73a4a' }],
          number: 17,
          state: 'OPEN',
          title: 'Pump cracked',
          url: 'https://github.com/ours/pumps/issues/17'
        },
        {
          author: { id: 'U_2', is_bot: false, login: 'treed', name: 'Tom Reed' },
          body: '',
          createdAt: '2026-09-15T14:40:00Z',
          labels: [],
          number: 18,
          state: 'CLOSED',
          title: 'No invoice',
          url: 'https://github.com/ours/pumps/issues/18'
        }
      ])
    },
    target: 'interactions',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['subject', 'at', 'notes'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z', null],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'It broke.']
    ]
  },
  {
    name: 'Notion, a database of calls',
    files: {
      'Calls 3f2a.csv':
        '\ufeff' +
        text(
          'Name,Client,Date,Channel,Notes,Tags',
          'Pump cracked,Quay Dairy,"September 14, 2026 8:12 AM (GMT+3)",Phone,It broke.,pump',
          'No invoice,Harrow Mills,"September 15, 2026",Email,,'
        )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'channel'],
    rows: [
      ['No invoice', '2026-09-14T21:00:00Z', 'mail'],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'call']
    ]
  },
  {
    name: 'Airtable, a table of complaints',
    files: {
      'Complaints-Grid view.csv':
        '\ufeff' +
        text(
          'Complaint,Customer,Contact,Received,Via,Details',
          'Pump cracked,Quay Dairy,Mira Kanto,9/14/2026 8:12am,Phone,It broke.',
          'No invoice,Harrow Mills,Tom Reed,9/15/2026 5:40pm,Email,'
        )
    },
    target: 'interactions',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['subject', 'at', 'channel', 'notes'],
    rows: [
      ['No invoice', '2026-09-15T14:40:00Z', 'mail', null],
      ['Pump cracked', '2026-09-14T05:12:00Z', 'call', 'It broke.']
    ]
  },
  {
    name: 'RingCentral, a log of calls',
    files: {
      'call-log.csv': text(
        'Direction,Type,Phone Number,Name,Date,Time,Action,Action Result,Result Description,Duration',
        'Incoming,Voice,+31201234567,Mira Kanto,Mon 09/14/2026,8:12 AM,Phone Call,Accepted,The call connected,0:05:12',
        'Outgoing,Voice,+44161234567,Tom Reed,Tue 09/15/2026,5:40 PM,VoIP Call,Call connected,,0:01:02'
      )
    },
    target: 'interactions',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['at', 'direction', 'channel'],
    rows: [
      ['2026-09-14T05:12:00Z', 'in', 'call'],
      ['2026-09-15T14:40:00Z', 'out', 'call']
    ]
  },
  {
    name: 'SurveyMonkey, answers below a second row of header',
    files: {
      'Responses.csv': text(
        'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,How likely are you to recommend us?,What should we do better?',
        ',,,,,,,,Response,Open-Ended Response',
        '118000001,441,09/14/2026 08:12:00 AM,09/14/2026 08:15:00 AM,10.0.0.1,mira@quay.example,Mira,Kanto,3,"Answer, when the pump cracks"',
        '118000002,441,09/15/2026 05:40:00 PM,09/15/2026 05:42:00 PM,10.0.0.2,tom@harrow.example,Tom,Reed,9,Nothing'
      )
    },
    target: 'voice',
    customers: ['Mira Kanto', 'Tom Reed'],
    columns: ['words', 'saidAt'],
    rows: [
      ['Answer, when the pump cracks', '2026-09-14T05:15:00Z'],
      ['Nothing', '2026-09-15T14:42:00Z']
    ]
  },
  {
    name: 'Delighted, answers with a score',
    files: {
      'delighted.csv': text(
        'Response ID,Person ID,Person Name,Person Email,Score,Comment,Permalink,Survey Type,Created At (UTC),Company',
        '1,11,Mira Kanto,mira@quay.example,2,Nobody answers,https://delighted.example/r/1,nps,2026-09-14 05:12:00 UTC,Quay Dairy',
        '2,12,Tom Reed,tom@harrow.example,10,Very quick,https://delighted.example/r/2,nps,2026-09-15 14:40:00 UTC,Harrow Mills'
      )
    },
    target: 'voice',
    customers: ['Harrow Mills', 'Quay Dairy'],
    columns: ['words', 'saidAt'],
    rows: [
      ['Nobody answers', '2026-09-14T05:12:00Z'],
      ['Very quick', '2026-09-15T14:40:00Z']
    ]
  }
]
