import { smallCase } from './small-case'
import { StoryBuilder, type Entry } from './story-builder'

/** A software house in Sofia: a server room, an interface, and a credit that covered a fraction of the harm. */
export function vector(): Entry[] {
  const s = new StoryBuilder('vector', 'Europe/Sofia', '2025-06-16', {
    name: 'Вектор Системс ООД',
    kind: 'business',
    industry: 'Software',
    country: 'BG',
    language: 'en',
    currency: 'EUR',
    about:
      'Runs logistics software for 70 carriers from a server room in Sofia. Our precision cooling, and our monitoring interface inside their own status page. They read changelogs.',
    yearlyRevenue: 9_600_000,
    yearlyMargin: 124_000_000,
    customerSince: '2024-01-15',
    renewalOn: '2027-02-01'
  })
  s.contact('desislava', '2025-06-16 10:00', {
    name: 'Десислава Петрова',
    role: 'Head of operations',
    email: 'desi@vektor.example',
    phone: '+359 2 555 0155',
    main: true,
    note: 'Prefers mail with a reference number; answers within the hour.'
  })
  s.contact('ivo', '2025-06-16 10:05', { name: 'Иво Колев', role: 'Platform engineer', email: 'ivo@vektor.example' })
  s.spoke(
    '2025-06-17 11:00',
    'call',
    'out',
    'First call',
    'They show our temperatures to their own customers. If our interface is down, their status page is red.',
    { contact: 'desislava', pinned: true }
  )
  s.said(
    '2025-06-17 11:15',
    'need',
    'Your interface is part of our product. Treat it like one.',
    'Versioning, notice before changes, a status history.',
    { contact: 'ivo' }
  )
  s.promised('2025-06-17 11:30', 'Fourteen days’ notice before any change of the interface.', {
    due: '2025-07-01',
    closed: '2025-06-27 10:00',
    maker: 'Software, Karl Uus',
    contact: 'ivo',
    note: 'Put into the terms.'
  })
  s.order('filters', '2025-08-04 09:00', {
    title: 'Filter set for precision cooling',
    orderNumber: 'NC-25-0450',
    orderedOn: '2025-08-04',
    promisedOn: '2025-08-20',
    neededBy: '2025-09-01',
    shippedOn: '2025-08-15',
    receivedOn: '2025-08-19',
    quantity: 12,
    unit: 'filters',
    value: 84_000,
    currency: 'EUR'
  })
  s.spoke(
    '2025-10-07 09:20',
    'mail',
    'in',
    'Rate limit on history calls',
    'They need 13 months in one night. Limit is 1,000 calls an hour.',
    { contact: 'ivo', answered: '2025-10-07 11:00' }
  )
  s.promised('2025-10-07 11:00', 'A bulk export of the history by the end of October.', {
    due: '2025-10-31',
    closed: '2025-10-30 18:30',
    maker: 'Software, Karl Uus',
    contact: 'ivo'
  })
  s.said('2025-10-31 09:00', 'praise', 'Bulk export works, docs were right, nothing to ask. Rare.', null, { contact: 'ivo' })
  s.spoke('2026-01-20 10:00', 'meeting', 'out', 'Year talk', 'Second row of racks in April; wants redundant cooling, N+1.', {
    contact: 'desislava'
  })
  s.order('n+1', '2026-02-02 10:00', {
    title: 'Third precision cooling unit (N+1)',
    orderNumber: 'NC-26-0077',
    orderedOn: '2026-02-02',
    promisedOn: '2026-04-03',
    neededBy: '2026-04-13',
    shippedOn: '2026-03-27',
    receivedOn: '2026-04-01',
    quantity: 1,
    unit: 'unit',
    value: 2_980_000,
    currency: 'EUR',
    crucial: true
  })
  s.spoke(
    '2026-04-09 14:00',
    'visit',
    'out',
    'Commissioning in Sofia',
    'Failure of one unit simulated twice. Racks stayed below 24 degrees. Иво kept the curve as a wallpaper.',
    { contact: 'ivo' }
  )
  s.gave(
    '2026-04-10 09:00',
    'Their test curve printed on a mug, for the operations desk',
    2_400,
    'EUR',
    'There is now a queue for the mug.'
  )
  outage(s)
  s.spoke(
    '2026-11-10 10:30',
    'mail',
    'in',
    'Terms for the renewal',
    'Десислава: before we sign again, what is different from July? In one page, please.',
    { contact: 'desislava', answered: '2026-11-11 09:50' }
  )
  s.promised('2026-11-11 09:50', 'One page on what is different since July, with the status history, by 23 November.', {
    due: '2026-11-23',
    maker: 'Maria Ilves',
    contact: 'desislava'
  })
  s.spoke(
    '2026-11-19 11:15',
    'mail',
    'in',
    'Notice for version 3?',
    'Иво: changelog says version 3 on 1 December. Our agreement says 14 days’ notice. Did we miss a mail?',
    { contact: 'ivo', needsReply: true }
  )
  return s.entries
}

function outage(s: StoryBuilder): void {
  s.spoke(
    '2026-07-14 08:12',
    'mail',
    'in',
    'Your interface answers 503 since 07:40',
    'Status page red, phones ringing. Ref. VS-8812.',
    { contact: 'ivo', answered: '2026-07-14 08:30' }
  )
  s.incident('outage', '2026-07-14 09:00', {
    title: 'Monitoring interface down for seven hours',
    kind: 'outage',
    severity: 'high',
    state: 'resolved',
    began: '2026-07-14T04:40:00Z',
    ended: '2026-07-14T11:48:00Z',
    whatHappened: 'A certificate ran out. The interface was down from 07:40 to 14:48, in the morning when carriers load.',
    touched: 'Status pages of 70 carriers; 3 of them switched Vektor’s module off.',
    cause: 'The renewal of the certificate was a calendar entry of one person on holiday.',
    causeState: 'confirmed',
    containment: 'Certificates renew by themselves since 16 July and are watched from outside.',
    currency: 'EUR',
    peopleAffected: 11
  })
  s.line('outage', 'revenue', '2026-07-20 10:00', {
    title: 'Revenue of the module and people on the phone',
    calculator: 'outage',
    currency: 'EUR',
    confidence: 'medium',
    position: 0,
    inputs: {
      hoursDown: { as: 'exact', value: 7.13 },
      revenuePerHour: { as: 'range', low: 900, likely: 1_150, high: 1_500 },
      shareDependent: { as: 'range', low: 0.5, likely: 0.7, high: 0.85 },
      contributionRatio: { as: 'exact', value: 0.82 },
      people: { as: 'exact', value: 11 },
      loadedRate: { as: 'exact', value: 31 },
      impact: { as: 'range', low: 0.4, likely: 0.6, high: 0.8 },
      labourInMargin: 'variable',
      recoveryCost: { as: 'exact', value: 1_850 }
    },
    basis: 'Their billing by hour; hours on the phone from the call list.'
  })
  s.line('outage', 'credits', '2026-07-20 10:10', {
    title: 'Credits they gave to carriers',
    calculator: 'plain-amount',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 1,
    harm: 'penalty',
    subjectKind: 'contract',
    subject: 'Terms with 41 carriers',
    inputs: { amount: { as: 'exact', value: 4_310 }, basis: '41 carriers' },
    basis: 'List of credits of July.',
    confirmedBy: 'Десислава Петрова',
    confirmedOn: '2026-07-21'
  })
  s.line('outage', 'our credit', '2026-07-22 10:00', {
    title: 'Our service credit',
    calculator: 'plain-amount',
    currency: 'EUR',
    status: 'compensated',
    confidence: 'high',
    position: 2,
    harm: 'penalty',
    inputs: { amount: { as: 'exact', value: 240 }, basis: '30 % of a monthly fee of 800' },
    basis: 'Terms, section 6.',
    confirmedBy: 'Десислава Петрова',
    confirmedOn: '2026-07-22'
  })
  s.said(
    '2026-07-22 11:30',
    'concern',
    'You sent 240 euro and a sorry. We sent 4,310 euro and forty-one sorries.',
    'A service credit is a share of the bill, not of the harm.',
    { contact: 'desislava', incident: 'outage' }
  )
  s.promised('2026-07-22 12:00', 'A report of the cause with what changes, within a week.', {
    due: '2026-07-29',
    closed: '2026-07-31 10:00',
    maker: 'Software, Karl Uus',
    contact: 'desislava',
    incident: 'outage',
    note: 'Two days late; thorough.'
  })
  smallCase(s, 'goodwill', '2026-11-12 10:00', {
    title: 'Make good for July before the renewal',
    currency: 'EUR',
    incident: 'outage',
    decider: 'Jaan Tamm, Chief Operating Officer',
    decideBy: '2026-11-27',
    state: 'ready',
    ask: 'Credit EUR 4,310 that Vektor paid on to its carriers, and put fourteen days’ notice with a penalty into the new contract.',
    ifMissed: 'They decide on the renewal in the first week of December.',
    background: 'Our credit of 240 covered about one fiftieth of the loss. The contract is worth 96,000 a year.',
    recommendation: 'Credit what they passed on: it is confirmed, and it is what they count.',
    options: [
      ['Credit what they paid on to carriers', 431_000, 431_000, 5, 0.9],
      ['Three months of the interface free', 240_000, 240_000, 30, 0.75]
    ]
  })
}
