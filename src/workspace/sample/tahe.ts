import { smallCase } from './small-case'
import { StoryBuilder, type Entry } from './story-builder'

/** Fourteen village shops in southern Estonia: an invoice that was wrong month after month. */
export function tahe(): Entry[] {
  const s = new StoryBuilder('tahe', 'Europe/Tallinn', '2025-06-02', {
    name: 'Tähe Toidukaubad OÜ',
    kind: 'business',
    industry: 'Retail',
    country: 'EE',
    language: 'et',
    currency: 'EUR',
    about:
      'Neljateist külapoe kett Lõuna-Eestis. Display cabinets and their service from us. Thin margins: they check each invoice, and they are right to.',
    yearlyRevenue: 13_200_000,
    yearlyMargin: 38_000_000,
    customerSince: '2018-05-01',
    renewalOn: '2027-01-15'
  })
  s.contact('ylle', '2025-06-02 10:00', {
    name: 'Ülle Õunapuu',
    role: 'Raamatupidaja',
    email: 'ylle@tahe.example',
    phone: '+372 555 0123',
    main: true,
    language: 'et',
    note: 'Knows every invoice by heart. Thursdays are for the shops, do not call.'
  })
  s.contact('mart', '2025-06-02 10:03', { name: 'Märt Käärik', role: 'Juhataja', email: 'mart@tahe.example', language: 'et' })
  s.spoke(
    '2025-06-03 10:20',
    'visit',
    'out',
    'Visit to the shop in Otepää',
    'Fourteen shops, 61 cabinets. Märt showed me the electricity bill: cooling is a third of it.',
    { contact: 'mart', pinned: true }
  )
  s.said(
    '2025-06-03 10:50',
    'need',
    'Iga kilovatt-tund on meil leiva hinnas.',
    'Energy use decides which cabinets they buy next.',
    { contact: 'mart' }
  )
  s.promised('2025-06-03 11:00', 'A comparison of the electricity used by all cabinets before midsummer.', {
    due: '2025-06-23',
    closed: '2025-06-20 15:30',
    maker: 'Maria Ilves',
    contact: 'mart'
  })
  s.order('curtains', '2025-07-07 09:30', {
    title: 'Night curtains for open cabinets',
    orderNumber: 'NC-25-0371',
    orderedOn: '2025-07-07',
    promisedOn: '2025-07-25',
    neededBy: '2025-08-01',
    shippedOn: '2025-07-21',
    receivedOn: '2025-07-24',
    quantity: 28,
    unit: 'pieces',
    value: 308_000,
    currency: 'EUR'
  })
  s.spoke(
    '2025-09-03 09:00',
    'mail',
    'in',
    'Curtains save eleven per cent',
    'Ülle compared two August bills, by shop, in a table of her own.',
    { contact: 'ylle' }
  )
  s.said(
    '2025-09-03 09:05',
    'praise',
    'Üksteist protsenti. Arvutasin kolm korda üle.',
    'Ask whether the table may be shown to others.',
    { contact: 'ylle' }
  )
  s.gave(
    '2025-09-12 10:00',
    'A printed poster of Ülle’s table for all fourteen shops, with her name on it',
    6_400,
    'EUR',
    'She pretends not to be proud.'
  )
  s.spoke('2025-11-19 09:30', 'call', 'in', 'Compressor hums in Võru', 'Asked for a look before Christmas, no hurry.', {
    contact: 'mart',
    answered: '2025-11-19 09:40'
  })
  s.promised('2025-11-19 09:40', 'We look at Võru with the December service.', {
    due: '2025-12-12',
    closed: '2025-12-10 14:00',
    maker: 'Service, Ott Lepik',
    contact: 'mart'
  })
  s.spoke(
    '2026-01-22 10:00',
    'meeting',
    'out',
    'Plan for the year',
    'Two shops are rebuilt: Antsla in spring, Rõuge in autumn. Eight new cabinets.',
    { contact: 'mart' }
  )
  s.order('antsla', '2026-02-16 09:00', {
    title: 'Four closed cabinets for Antsla',
    orderNumber: 'NC-26-0109',
    orderedOn: '2026-02-16',
    promisedOn: '2026-04-17',
    neededBy: '2026-04-20',
    shippedOn: '2026-04-13',
    receivedOn: '2026-04-16',
    quantity: 4,
    unit: 'cabinets',
    value: 1_740_000,
    currency: 'EUR'
  })
  s.spoke(
    '2026-04-21 11:00',
    'visit',
    'out',
    'Opening of Antsla',
    'Queue at eight in the morning, for the buns. Cabinets at four degrees.',
    { contact: 'mart' }
  )
  billing(s)
  s.order('rouge', '2026-08-17 09:00', {
    title: 'Four closed cabinets for Rõuge',
    orderNumber: 'NC-26-0640',
    orderedOn: '2026-08-17',
    promisedOn: '2026-10-23',
    neededBy: '2026-11-02',
    shippedOn: '2026-10-20',
    receivedOn: '2026-10-22',
    quantity: 4,
    unit: 'cabinets',
    value: 1_780_000,
    currency: 'EUR'
  })
  s.order('lids', '2026-10-29 09:00', {
    title: 'Glass lids for freezers in five shops',
    orderNumber: 'NC-26-0860',
    orderedOn: '2026-10-29',
    promisedOn: '2026-11-17',
    neededBy: '2026-11-27',
    quantity: 10,
    unit: 'lids',
    value: 264_000,
    currency: 'EUR'
  })
  s.promised('2026-11-12 10:30', 'The lids are with you on Tuesday.', {
    due: '2026-11-17',
    maker: 'Sales, Rein Kask',
    contact: 'mart',
    order: 'lids'
  })
  s.spoke('2026-11-18 15:20', 'mail', 'in', 'Kaaned?', 'Märt: lids were promised for yesterday. Where are they?', {
    contact: 'mart',
    needsReply: true
  })
  s.promised('2026-11-10 14:00', 'You get the corrected November invoice before it is due.', {
    due: '2026-11-25',
    maker: 'Finance, Anu Mets',
    contact: 'ylle',
    incident: 'invoices'
  })
  return s.entries
}

function billing(s: StoryBuilder): void {
  s.spoke(
    '2026-06-11 08:55',
    'mail',
    'in',
    'The same error for the fourth time',
    'Sixteen cabinets are invoiced that were taken away in February. Corrected each month by credit note, wrong again the next.',
    { contact: 'ylle', answered: '2026-06-11 11:40' }
  )
  s.incident('invoices', '2026-06-11 12:00', {
    title: 'Service invoiced for cabinets that are gone',
    kind: 'billing',
    severity: 'medium',
    state: 'contained',
    began: '2026-03',
    whatHappened:
      'Since March the monthly service invoice lists 61 cabinets, though 16 were taken back in February. Ülle finds it each month, asks, waits and gets a credit note.',
    touched: 'Invoices of March to October 2026.',
    cause: 'The list of installed units and the list for invoicing are two lists.',
    causeState: 'confirmed',
    containment: 'Their invoice is checked by hand before it is sent, since July; it slipped through once in September.',
    currency: 'EUR'
  })
  s.line('invoices', 'overcharge', '2026-10-14 10:00', {
    title: 'Charged for sixteen cabinets that were gone',
    calculator: 'overcharge',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 0,
    inputs: {
      units: { as: 'exact', value: 80 },
      charged: { as: 'exact', value: 38.5 },
      agreed: { as: 'exact', value: 0 },
      refunded: { as: 'exact', value: 2_464 }
    },
    basis: 'Sixteen cabinets in five months; four months credited.',
    confirmedBy: 'Ülle Õunapuu',
    confirmedOn: '2026-10-14'
  })
  s.line('invoices', 'time', '2026-10-14 10:10', {
    title: 'Ülle’s hours with our invoices',
    calculator: 'time-and-trouble',
    currency: 'EUR',
    confidence: 'medium',
    position: 1,
    inputs: { hoursSpent: { as: 'range', low: 14, likely: 19, high: 26 }, loadedRate: { as: 'exact', value: 21 }, band: 'none' },
    basis: 'About two and a half hours a month, as she told me.'
  })
  s.line('invoices', 'interest', '2026-10-14 10:20', {
    title: 'Interest on what was paid too much',
    calculator: 'simple-interest',
    currency: 'EUR',
    confidence: 'high',
    position: 2,
    inputs: {
      principal: { as: 'exact', value: 616 },
      rate: { as: 'exact', value: 0.1015 },
      days: { as: 'exact', value: 74 },
      dayCount: 'actual-365'
    },
    basis: 'September’s amount, paid on 5 September, credited on 18 November.'
  })
  s.said(
    '2026-06-11 12:10',
    'concern',
    'Ma ei taha kreeditarvet. Ma tahan õiget arvet.',
    'The fourth apology costs more than the first error.',
    { contact: 'ylle', incident: 'invoices' }
  )
  s.promised('2026-06-11 12:15', 'From July your invoice is checked by a person before it is sent.', {
    name: 'by hand',
    due: '2026-07-01',
    closed: '2026-09-03 10:00',
    outcome: 'broken',
    maker: 'Finance, Anu Mets',
    contact: 'ylle',
    incident: 'invoices',
    note: 'September’s invoice was wrong again.'
  })
  s.spoke('2026-09-03 09:10', 'call', 'in', 'And again', 'Ülle laughed, which was worse.', { contact: 'ylle' })
  s.spoke(
    '2026-09-03 16:30',
    'note',
    'internal',
    'Two lists',
    'Finance and service each keep a list of installed units. As long as there are two, it will happen again, and not only to Tähe.'
  )
  smallCase(s, 'one list', '2026-11-16 10:00', {
    title: 'One list of installed units instead of two',
    currency: 'EUR',
    incident: 'invoices',
    decider: 'Anu Mets, Head of Finance',
    decideBy: '2026-12-01',
    state: 'draft',
    ask: 'Let invoices be made from the service list from January; one person for two weeks.',
    background: 'Nine other customers had the same correction this year. Tähe found every one of theirs.',
    options: [
      ['Invoice from the service list', 640_000, 60_000, 45, 0.9],
      ['Keep checking by hand', 120_000, 20_000, 0, 0.7]
    ]
  })
}
