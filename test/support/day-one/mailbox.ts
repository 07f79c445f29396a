// What programs for mail, calendars and contacts export.
import { csv, full, type Cell, type DayOneExport } from './export'

const mailOf = (id: string, from: string, to: string, at: string, subject: string, text: string, references = '') =>
  `From 177@xxx Sun Jun 14 08:12:00 +0000 2026\nX-GM-THRID: 1\nX-Gmail-Labels: Inbox\nDelivered-To: help@ours.example\nMIME-Version: 1.0\nDate: ${at}\nMessage-ID: <${id}>\n${references ? `References: <${references}>\n` : ''}Subject: ${subject}\nFrom: ${from}\nTo: ${to}\nContent-Type: text/plain; charset="UTF-8"\n\n${text}\n\n`
const mira = 'Mira Kanto <mira@quay.example>'
const help = 'Support <help@ours.example>'
const first = mailOf('1@quay.example', mira, help, 'Sun, 14 Jun 2026 08:12:00 +0200', 'Pump cracked', 'It broke.')
const second = mailOf(
  '2@ours.example',
  help,
  mira,
  'Sun, 14 Jun 2026 10:00:00 +0200',
  'Re: Pump cracked',
  'We will replace it by Friday.',
  '1@quay.example'
)
const third = mailOf(
  '3@mail',
  'Tom Reed <tom@gmail.com>',
  help,
  'Mon, 15 Jun 2026 10:00:00 +0200',
  'Opening hours',
  'When are you open?'
)
const fourth = mailOf(
  '4@quay.example',
  mira,
  help,
  'Wed, 01 Jul 2026 10:00:00 +0200',
  'Re: Pump cracked',
  'Nothing came.\n\nOn Sun, 14 Jun 2026, Support wrote:\n> We will replace it by Friday.',
  '2@ours.example'
)
const gmail: DayOneExport = {
  name: 'Gmail, mails of a label (mbox of Takeout)',
  target: 'interactions',
  june: { 'All mail Including Spam and Trash.mbox': first + second + third },
  july: { 'All mail.mbox': second + third + fourth },
  records: 3,
  more: 1,
  customers: ['Tom Reed', 'quay.example'],
  sides: { in: 2, out: 1 },
  asks: { question: 'which addresses are ours', answer: { own: ['ours.example'] } }
}

const event = (uid: string, day: string, summary: string, guest: string, more = '') =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20260601T000000Z\r\nDTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":${day}T100000\r\nDTEND;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":${day}T110000\r\nSUMMARY:${summary}\r\nORGANIZER;CN=Oona Vell:mailto:oona@ours.example\r\nATTENDEE;CN=${guest.split('@')[0]}:mailto:${guest}\r\nATTENDEE;CN=Oona Vell:mailto:oona@ours.example\r\n${more}END:VEVENT\r\n`
const calendarOf = (...events: string[]) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\nMETHOD:PUBLISH\r\n${events.join('')}END:VCALENDAR\r\n`
const calendar: DayOneExport = {
  name: 'Outlook, calendar (ics, its own names of zones)',
  target: 'interactions',
  june: {
    'Oona Vell Calendar.ics': calendarOf(
      event('a1', '20260614', 'Review', 'mira@quay.example'),
      event('a2', '20260616', 'Pumps', 'tom@harrow.example')
    )
  },
  july: {
    'Oona Vell Calendar.ics': calendarOf(
      event('a2', '20260616', 'Pumps', 'tom@harrow.example'),
      event('a3', '20260702', 'Review', 'mira@quay.example')
    )
  },
  records: 2,
  more: 1,
  customers: ['harrow.example', 'quay.example'],
  sides: { out: 2 },
  asks: { question: 'which addresses are ours', answer: { own: ['ours.example'] } }
}

const googleHeaders = [
  'First Name',
  'Middle Name',
  'Last Name',
  'Phonetic First Name',
  'Nickname',
  'File As',
  'Organization Name',
  'Organization Title',
  'Organization Department',
  'Birthday',
  'Notes',
  'Photo',
  'Labels',
  'E-mail 1 - Label',
  'E-mail 1 - Value',
  'Phone 1 - Label',
  'Phone 1 - Value'
]
const googleRow = (name: string, last: string, firm: string, mail: string): Cell[] =>
  full(googleHeaders, [
    {
      'First Name': name,
      'Last Name': last,
      'Organization Name': firm,
      'Organization Title': 'Buyer',
      Labels: '* myContacts',
      'E-mail 1 - Label': '* Work',
      'E-mail 1 - Value': mail,
      'Phone 1 - Value': '+372 5550 100'
    }
  ])[0]!
const contacts: DayOneExport = {
  name: 'Google, contacts (CSV)',
  target: 'contacts',
  june: {
    'contacts.csv': csv(googleHeaders, [
      googleRow('Mira', 'Kanto', 'Quay Dairy', 'mira@quay.example'),
      googleRow('Tom', 'Reed', 'Harrow Mills', 'tom@harrow.example')
    ])
  },
  july: {
    'contacts.csv': csv(googleHeaders, [
      googleRow('Mira', 'Kanto', 'Quay Dairy', 'mira@quay.example'),
      googleRow('Ana', 'Sole', 'Llum Taller', 'ana@llum.example')
    ])
  },
  records: 2,
  more: 1,
  customers: ['Harrow Mills', 'Llum Taller', 'Quay Dairy']
}

export const mailbox: DayOneExport[] = [gmail, calendar, contacts]
