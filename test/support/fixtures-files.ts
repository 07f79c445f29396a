import { latin, text, type Fixture } from './fixtures'

const shopify =
  'Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem fulfillment status,Billing Name,Cancelled at'
const orders = { columns: ['title', 'orderedOn', 'standing'] }
const shop = (...lines: string[]) => ({ 'orders_export.csv': text(shopify, ...lines) })
const row = (name: string, item: string, more: { first?: boolean; state?: string; cancelled?: string } = {}) =>
  more.first === false
    ? `${name},mira@quay.example,,,,,,2026-09-14 08:12:00 +0300,1,${item},${more.state ?? 'fulfilled'},,`
    : `${name},mira@quay.example,paid,partial,,EUR,250.00,2026-09-14 08:12:00 +0300,2,${item},${more.state ?? 'fulfilled'},Mira Kanto,${more.cancelled ?? ''}`
const woo = (date: string, other: string) =>
  text(
    'order_id,order_number,order_date,status,order_total,order_currency,customer_email,billing_company,item_name',
    `1,1,${date},processing,12.50,EUR,mira@quay.example,Quay Dairy,Pump`,
    `2,2,${other},processing,12.50,EUR,mira@quay.example,Quay Dairy,Seal`
  )

/** Of shops and of files of any kind. */
export const fileFixtures: Record<number, Fixture[]> = {
  19: [
    {
      name: 'an order in lines',
      files: shop(row('#1001', 'Pump'), row('#1001', 'Seal', { first: false })),
      create: 2,
      customers: ['Mira Kanto'],
      ...orders,
      rows: [
        ['Pump', '2026-09-14T05:12:00Z', 'shipped'],
        ['Seal', '2026-09-14T05:12:00Z', 'shipped']
      ]
    }
  ],
  20: [
    {
      name: 'orders of which only the name is known',
      files: shop(row('#1001', 'Pump'), row('#1002', 'Seal')),
      create: 2,
      columns: ['orderNumber', 'title'],
      rows: [
        ['#1001', 'Pump'],
        ['#1002', 'Seal']
      ]
    }
  ],
  21: [
    {
      name: 'a part that was sent and one that was not',
      files: shop(row('#1001', 'Pump'), row('#1001', 'Seal', { first: false, state: 'pending' })),
      create: 2,
      columns: ['title', 'orderNumber', 'standing', 'shippedOn'],
      rows: [
        ['Pump', '#1001', 'shipped', null],
        ['Seal', '#1001', null, null]
      ]
    }
  ],
  22: [
    {
      name: 'an order that was cancelled',
      files: shop(row('#1001', 'Pump', { cancelled: '2026-09-15 08:12:00 +0300' })),
      create: 1,
      columns: ['title', 'cancelledOn'],
      rows: [['Pump', '2026-09-15T05:12:00Z']]
    }
  ],
  23: [
    {
      name: 'days as in America',
      files: { 'w.csv': woo('09/14/2026 08:12:00', '09/15/2026 08:12:00') },
      create: 2,
      columns: ['title', 'orderedOn'],
      rows: [
        ['Pump', '2026-09-14T05:12:00Z'],
        ['Seal', '2026-09-15T05:12:00Z']
      ]
    },
    {
      name: 'days with the year first',
      files: { 'w.csv': woo('2026-09-14 08:12:00', '2026-09-15 08:12:00') },
      create: 2,
      columns: ['orderedOn'],
      rows: [['2026-09-14T05:12:00Z'], ['2026-09-15T05:12:00Z']]
    }
  ],
  25: [
    {
      name: 'a mark before the first header',
      files: { 'o.csv': '\ufeff' + text('Order number,Customer,Item', '1,Quay Dairy,Pump') },
      create: 1
    }
  ],
  26: [
    {
      name: 'the é of Windows',
      files: { 'o.csv': latin(text('Order number;Customer;Item', '1;Café Rémy;Pompe à café')) },
      create: 1,
      customers: ['Café Rémy']
    }
  ],
  27: [
    {
      name: 'Unicode text of Excel',
      files: { 'o.txt': Buffer.from(`\ufeff${text('Order number\tCustomer\tItem', '1\tΑλμυρά ΑΕ\tΑντλία')}`, 'utf16le') },
      create: 1,
      customers: ['Αλμυρά ΑΕ']
    }
  ],
  28: [
    {
      name: 'semicolons and decimal commas',
      files: {
        'o.csv': text('Order number;Customer;Item;Value;Currency', '1;Quay Dairy;Pump;1.250,50;EUR', '2;Quay Dairy;Seal;12,5;EUR')
      },
      create: 2,
      columns: ['title', 'value'],
      rows: [
        ['Pump', 125050],
        ['Seal', 1250]
      ]
    }
  ],
  31: [
    {
      name: 'two rows that are truly alike',
      files: { 'o.csv': text('Customer,Item', 'Quay Dairy,Pump', 'Quay Dairy,Pump') },
      create: 2
    }
  ],
  33: [
    {
      name: 'a line that begins with From',
      files: {
        'i.mbox': text(
          'From m@quay.example Mon Sep 14 08:12:00 2026',
          'Message-ID: <1@q>',
          'Date: Mon, 14 Sep 2026 08:12:00 +0300',
          'From: mira@quay.example',
          'To: help@ours.example',
          'Subject: Pump',
          '',
          '>From Monday on it broke.',
          ''
        )
      },
      own: ['ours.example'],
      create: 1,
      columns: ['notes'],
      rows: [['From Monday on it broke.']]
    }
  ],
  34: [
    {
      name: 'a mail within a mail',
      files: {
        'm.eml': text(
          'Message-ID: <1@q>',
          'Date: Mon, 14 Sep 2026 08:12:00 +0300',
          'From: mira@quay.example',
          'To: help@ours.example',
          'Subject: Fwd',
          'Content-Type: multipart/mixed; boundary=x',
          '',
          '--x',
          'Content-Type: text/plain',
          '',
          'See below.',
          '--x',
          'Content-Type: message/rfc822',
          '',
          'From: tom@harrow.example',
          'Subject: Inner',
          '',
          'Inner words.',
          '--x--'
        )
      },
      own: ['ours.example'],
      create: 1,
      customers: ['quay.example']
    }
  ],
  35: [
    {
      name: 'a mail without a date',
      files: {
        'm.eml': text(
          'Received: from a by b; Mon, 14 Sep 2026 08:12:00 +0300',
          'Message-ID: <1@q>',
          'From: mira@quay.example',
          'To: help@ours.example',
          'Subject: Pump',
          '',
          'It broke.'
        )
      },
      own: ['ours.example'],
      create: 1,
      columns: ['at'],
      rows: [['2026-09-14T05:12:00Z']]
    }
  ],
  36: [
    {
      name: 'a zone as Outlook names it',
      files: {
        'c.ics': text(
          'BEGIN:VCALENDAR',
          'VERSION:2.0',
          'BEGIN:VEVENT',
          'UID:1',
          'DTSTAMP:20260901T080000Z',
          'DTSTART;TZID="(UTC+01:00) Brussels, Copenhagen, Madrid, Paris":20260914T081200',
          'SUMMARY:Visit',
          'ORGANIZER:mailto:o@ours.example',
          'ATTENDEE:mailto:mira@quay.example',
          'END:VEVENT',
          'END:VCALENDAR'
        )
      },
      own: ['ours.example'],
      create: 1,
      columns: ['at'],
      rows: [['2026-09-14T06:12:00Z']]
    }
  ],
  37: [
    {
      name: 'one time of a series that was moved',
      files: {
        'c.ics': text(
          'BEGIN:VCALENDAR',
          'VERSION:2.0',
          'BEGIN:VEVENT',
          'UID:1',
          'DTSTAMP:20260901T080000Z',
          'DTSTART:20260914T081200Z',
          'RRULE:FREQ=DAILY;COUNT=2',
          'SUMMARY:Visit',
          'ORGANIZER:mailto:o@ours.example',
          'ATTENDEE:mailto:mira@quay.example',
          'END:VEVENT',
          'BEGIN:VEVENT',
          'UID:1',
          'DTSTAMP:20260901T080000Z',
          'RECURRENCE-ID:20260915T081200Z',
          'DTSTART:20260916T100000Z',
          'SUMMARY:Visit',
          'ORGANIZER:mailto:o@ours.example',
          'ATTENDEE:mailto:mira@quay.example',
          'END:VEVENT',
          'END:VCALENDAR'
        )
      },
      own: ['ours.example'],
      create: 2,
      columns: ['at'],
      rows: [['2026-09-14T08:12:00Z'], ['2026-09-16T10:00:00Z']]
    }
  ],
  38: [
    {
      name: 'a day alone west of Greenwich',
      files: { 'o.csv': text('Order number,Customer,Item,Delivery date', '1,Quay Dairy,Pump,2026-09-18') },
      zone: 'America/Los_Angeles',
      create: 1,
      columns: ['promisedOn'],
      rows: [['2026-09-18']]
    }
  ],
  39: [
    {
      name: 'hours that a change of clocks has not, or has twice',
      files: { 'c.csv': text('Date,Customer,Subject', '2026-03-29 03:30,Quay Dairy,Gap', '2026-10-25 03:30,Quay Dairy,Overlap') },
      create: 2,
      columns: ['subject', 'at'],
      rows: [
        ['Gap', '2026-03-29T01:30:00Z'],
        ['Overlap', '2026-10-25T00:30:00Z']
      ]
    }
  ],
  41: [
    {
      name: 'a formula is the text it is',
      files: { 'o.csv': text('Order number,Customer,Item', '1,Quay Dairy,"=HYPERLINK(""https://x.example"",""Pump"")"') },
      create: 1,
      columns: ['title'],
      rows: [['=HYPERLINK("https://x.example","Pump")']]
    }
  ]
}
