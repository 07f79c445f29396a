import type { OtherExport } from './other-exports'

const mail = (...lines: string[]) => `${lines.join('\n')}\n\n`
const calendar = (...lines: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Microsoft Corporation//Outlook 16.0\r\n${lines.join('\r\n')}\r\nEND:VCALENDAR\r\n`

/** Of mailboxes and calendars. */
export const furtherMail: OtherExport[] = [
  {
    name: 'Gmail Takeout, with a draft, a mail in the bin and one that is spam',
    files: {
      'Alles.mbox':
        mail(
          'From 1@xxx Mon Sep 14 05:12:00 +0000 2026',
          'X-GM-THRID: 1',
          'X-Gmail-Labels: Inbox,Opened',
          'Message-ID: <1@quay.example>',
          'Date: Mon, 14 Sep 2026 08:12:00 +0300',
          'From: Mira Kanto <mira@quay.example>',
          'To: help@ours.example',
          'Delivered-To: help@ours.example',
          'Subject: Pump cracked',
          '',
          'It broke.'
        ) +
        mail(
          'From 2@xxx Mon Sep 14 06:00:00 +0000 2026',
          'X-Gmail-Labels: Drafts',
          'Message-ID: <2@ours.example>',
          'Date: Mon, 14 Sep 2026 09:00:00 +0300',
          'From: help@ours.example',
          'To: Mira Kanto <mira@quay.example>',
          'Subject: Re: Pump cracked',
          '',
          'We wil'
        ) +
        mail(
          'From 3@xxx Mon Sep 14 07:00:00 +0000 2026',
          'X-Gmail-Labels: Spam',
          'Message-ID: <3@spam.example>',
          'Date: Mon, 14 Sep 2026 10:00:00 +0300',
          'From: Prize <win@spam.example>',
          'To: help@ours.example',
          'Subject: You won',
          '',
          'Click.'
        ) +
        mail(
          'From 4@xxx Tue Sep 15 14:40:00 +0000 2026',
          'X-Gmail-Labels: =?UTF-8?Q?Gesendet?=',
          'Message-ID: <4@ours.example>',
          'In-Reply-To: <1@quay.example>',
          'Date: Tue, 15 Sep 2026 17:40:00 +0300',
          'From: help@ours.example',
          'To: Mira Kanto <mira@quay.example>',
          'Subject: Re: Pump cracked',
          '',
          'We look.'
        )
    },
    own: ['ours.example'],
    target: 'interactions',
    customers: ['quay.example'],
    columns: ['subject', 'at', 'direction'],
    rows: [
      ['Pump cracked', '2026-09-14T05:12:00Z', 'in'],
      ['Re: Pump cracked', '2026-09-15T14:40:00Z', 'out']
    ],
    left: 2
  },
  {
    name: 'Thunderbird, a folder with a mail that was deleted and not yet taken out',
    files: {
      Inbox:
        mail(
          'From - Mon Sep 14 08:12:00 2026',
          'X-Mozilla-Status: 0001',
          'X-Mozilla-Status2: 00000000',
          'Message-ID: <1@quay.example>',
          'Date: Mon, 14 Sep 2026 08:12:00 +0300',
          'From: "Kanto, Mira" <mira@quay.example>',
          'To: help@ours.example',
          'Subject: =?iso-8859-7?Q?=C1=ED=F4=EB=DF=E1?=',
          'Content-Type: text/plain; charset=iso-8859-7',
          'Content-Transfer-Encoding: quoted-printable',
          '',
          '=D1=DC=E3=E9=F3=E5.'
        ) +
        mail(
          'From - Mon Sep 14 08:13:00 2026',
          'X-Mozilla-Status: 0009',
          'X-Mozilla-Status2: 00000000',
          'Message-ID: <2@quay.example>',
          'Date: Mon, 14 Sep 2026 08:13:00 +0300',
          'From: Mira <mira@quay.example>',
          'To: help@ours.example',
          'Subject: deleted',
          '',
          'Never mind.'
        )
    },
    own: ['ours.example'],
    target: 'interactions',
    customers: ['quay.example'],
    columns: ['subject', 'at', 'notes'],
    rows: [['Αντλία', '2026-09-14T05:12:00Z', 'Ράγισε.']],
    left: 1
  },
  {
    name: 'Outlook, a series in a zone of its own with one moved and one taken out',
    files: {
      'meeting.ics': calendar(
        'BEGIN:VTIMEZONE',
        'TZID:Customized Time Zone',
        'BEGIN:STANDARD',
        'DTSTART:16011028T040000',
        'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
        'TZOFFSETFROM:+0300',
        'TZOFFSETTO:+0200',
        'END:STANDARD',
        'BEGIN:DAYLIGHT',
        'DTSTART:16010325T030000',
        'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0300',
        'END:DAYLIGHT',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'UID:040000008200E00074C5B7101A82E008',
        'DTSTAMP:20260901T080000Z',
        'SUMMARY:Weekly with Quay',
        'DTSTART;TZID="Customized Time Zone":20260914T081200',
        'DTEND;TZID="Customized Time Zone":20260914T090000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;TZID="Customized Time Zone":20260921T081200',
        'ORGANIZER;CN=Oona:mailto:oona@ours.example',
        'ATTENDEE;CN=Mira Kanto;ROLE=REQ-PARTICIPANT:mailto:mira@quay.example',
        'END:VEVENT',
        'BEGIN:VEVENT',
        'UID:040000008200E00074C5B7101A82E008',
        'DTSTAMP:20260901T080000Z',
        'SUMMARY:Weekly with Quay\\, moved',
        'RECURRENCE-ID;TZID="Customized Time Zone":20260928T081200',
        'DTSTART;TZID="Customized Time Zone":20260929T100000',
        'DTEND;TZID="Customized Time Zone":20260929T110000',
        'ORGANIZER;CN=Oona:mailto:oona@ours.example',
        'ATTENDEE;CN=Mira Kanto:mailto:mira@quay.example',
        'END:VEVENT'
      )
    },
    own: ['ours.example'],
    target: 'interactions',
    customers: ['quay.example'],
    columns: ['at', 'subject', 'channel'],
    rows: [
      ['2026-09-14T05:12:00Z', 'Weekly with Quay', 'meeting'],
      ['2026-09-29T07:00:00Z', 'Weekly with Quay, moved', 'meeting'],
      ['2026-10-05T05:12:00Z', 'Weekly with Quay', 'meeting']
    ]
  }
]
