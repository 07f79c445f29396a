import { haldenCase } from './halden-case'
import { haldenIncident } from './halden-incident'
import { StoryBuilder, type Entry } from './story-builder'

/** A maker of festive ready meals whose freezer came late in the weeks that earn its year: the sample's main story. */
export function halden(): Entry[] {
  const s = new StoryBuilder('halden', 'Europe/Helsinki', '2025-05-12', {
    name: 'Halden Foods Oy',
    kind: 'business',
    industry: 'Food manufacturing',
    country: 'FI',
    language: 'en',
    currency: 'EUR',
    about:
      'Family-owned maker of Christmas casseroles and festive ready meals in Turku; 140 people, 60 more from October to December. Forty per cent of the year is earned in eleven weeks. They buy process cooling and its service from us. What matters to them: a straight date, and the bad news first.',
    yearlyRevenue: 64_000_000,
    yearlyMargin: 410_000_000,
    customerSince: '2019-03-01',
    renewalOn: '2027-01-31'
  })
  s.contact('kaisa', '2025-05-12 08:10', {
    name: 'Kaisa Lehtonen',
    role: 'Production director',
    email: 'kaisa.lehtonen@halden.example',
    phone: '+358 2 555 0141',
    main: true,
    note: 'Mornings before 9, on the phone. Wants numbers, not adjectives.'
  })
  s.contact('mikael', '2025-05-12 08:12', {
    name: 'Mikael Sjöblom',
    role: 'Managing director',
    email: 'mikael.sjoblom@halden.example'
  })
  s.contact('piia', '2025-05-12 08:14', { name: 'Piia Rantanen', role: 'Purchasing', email: 'piia.rantanen@halden.example' })
  firstYear(s)
  theOrder(s)
  haldenIncident(s)
  haldenCase(s)
  return s.entries
}

function firstYear(s: StoryBuilder): void {
  s.spoke(
    '2025-05-14 09:05',
    'call',
    'out',
    'Introduction: I am your advocate here',
    'Kaisa walked me through their year: testing in spring, stock-building from September, Christmas lines from mid October. Asked what would hurt most: "A freezer that stops in November."',
    { contact: 'kaisa', pinned: true }
  )
  s.said(
    '2025-05-14 09:20',
    'concern',
    'A freezer that stops in November is not a repair, it is our year.',
    'Anything that touches freezing between October and Christmas is critical for them.',
    { contact: 'kaisa' }
  )
  s.promised('2025-05-14 09:25', 'I will send you the service calendar for all four chillers by Friday.', {
    due: '2025-05-16',
    closed: '2025-05-16 11:40',
    maker: 'Maria Ilves',
    contact: 'kaisa',
    note: 'Sent, Piia confirmed.'
  })
  s.order('filters', '2025-06-02 10:00', {
    title: 'Oil filters and gaskets, summer service',
    orderNumber: '25-0611',
    orderedOn: '2025-06-02',
    promisedOn: '2025-06-20',
    neededBy: '2025-06-27',
    shippedOn: '2025-06-17',
    receivedOn: '2025-06-19',
    quantity: 24,
    unit: 'sets',
    value: 412_000,
    currency: 'EUR'
  })
  s.spoke('2025-06-19 14:30', 'mail', 'in', 'Parts arrived', 'Piia: all 24 sets in order, thank you.', { contact: 'piia' })
  s.spoke(
    '2025-08-11 08:40',
    'mail',
    'in',
    'Noise on chiller 3',
    'Grinding noise at start-up. Can somebody look before the stock-building begins?',
    { contact: 'kaisa', answered: '2025-08-11 10:15' }
  )
  s.promised('2025-08-11 10:15', 'A technician will be with you on Thursday morning.', {
    due: '2025-08-14 12:00',
    closed: '2025-08-14 09:30',
    maker: 'Maria Ilves',
    contact: 'kaisa',
    note: 'Bearing replaced under service contract.'
  })
  s.spoke(
    '2025-08-14 15:00',
    'call',
    'out',
    'Chiller 3 after the visit',
    'Quiet again. Kaisa pleased that we called without being asked.',
    { contact: 'kaisa' }
  )
  s.said('2025-08-14 15:05', 'praise', 'Nobody else calls us after the invoice.', null, { contact: 'kaisa' })
  s.spoke(
    '2025-10-13 09:00',
    'call',
    'out',
    'Season check before the Christmas lines',
    'All four chillers checked by phone with Kaisa. Agreed one spare compressor motor on the shelf in Turku until New Year.',
    { contact: 'kaisa' }
  )
  s.promised('2025-10-13 09:10', 'A spare compressor motor will stand in your store from Monday.', {
    due: '2025-10-20',
    closed: '2025-10-20 13:00',
    maker: 'Maria Ilves',
    contact: 'kaisa'
  })
  s.gave(
    '2025-12-17 12:00',
    'Coffee and rye cakes for the night shift in the last Christmas week, with a card signed by our service team',
    18_000,
    'EUR',
    'Kaisa sent a photo of the empty plates.'
  )
  s.spoke(
    '2026-01-14 10:00',
    'meeting',
    'out',
    'Looking back on the season',
    'Record season, freezing was the bottleneck: 31 tonnes a day where 45 could be sold. They want a second spiral freezer before next Christmas.',
    { contact: 'mikael', pinned: true }
  )
  s.said(
    '2026-01-14 10:35',
    'wish',
    'We left a third of Christmas on the table. Next year I want to freeze everything we can cook.',
    'Second spiral freezer line before October 2026; the building permit is there.',
    { contact: 'mikael' }
  )
  s.said(
    '2026-01-14 10:50',
    'need',
    'It must run by the nineteenth of October. After that each day is lost, we cannot cook in January what people eat at Christmas.',
    'Hard date 19 October 2026: start of Christmas production.',
    { contact: 'kaisa' }
  )
  s.promised('2026-01-14 11:30', 'You will have our offer for the refrigeration package within three weeks.', {
    due: '2026-02-04',
    closed: '2026-02-03 16:20',
    maker: 'Maria Ilves',
    contact: 'mikael'
  })
}

function theOrder(s: StoryBuilder): void {
  s.spoke(
    '2026-03-10 13:00',
    'meeting',
    'in',
    'Walk-through of the offer in Turku',
    'Price agreed at 486,000 with commissioning. Kaisa repeated the date three times. Our sales wrote 9 October into the draft.',
    { contact: 'kaisa' }
  )
  s.order('package', '2026-05-18 15:00', {
    title: 'Refrigeration package for spiral freezer 2',
    orderNumber: 'NC-26-0417',
    orderedOn: '2026-05-18',
    promisedOn: '2026-10-09',
    neededBy: '2026-10-19',
    shippedOn: '2026-11-09',
    receivedOn: '2026-11-13',
    quantity: 1,
    unit: 'package',
    value: 44_800_000,
    currency: 'EUR',
    crucial: true,
    note: 'Two CO₂ screw compressor sets, gas cooler, control cabinet.'
  })
  s.order('commissioning', '2026-05-18 15:05', {
    title: 'Commissioning and handover of spiral freezer 2',
    orderNumber: 'NC-26-0418',
    orderedOn: '2026-05-18',
    promisedOn: '2026-10-16',
    neededBy: '2026-10-19',
    quantity: 1,
    unit: 'service',
    value: 3_800_000,
    currency: 'EUR',
    crucial: true,
    note: 'Two engineers for four days. Now planned for 9 December.'
  })
  s.promised('2026-05-18 15:30', 'The package will be in Turku on 9 October and running on the 16th.', {
    name: 'running',
    due: '2026-10-16',
    maker: 'Rein Kask, sales',
    contact: 'kaisa',
    order: 'package'
  })
  s.spoke(
    '2026-06-22 09:00',
    'call',
    'out',
    'Midsummer check',
    'Foundations poured, steel up. No change on our side according to planning.',
    { contact: 'kaisa' }
  )
  s.spoke(
    '2026-08-26 14:10',
    'mail',
    'in',
    'Is October still true?',
    'Kaisa asks for a written confirmation of 9 October since 60 seasonal workers are being hired on that date.',
    { contact: 'kaisa', answered: '2026-08-27 09:20' }
  )
  s.promised('2026-08-27 09:20', 'Confirmed in writing: delivery on 9 October.', {
    name: 'october',
    due: '2026-10-09',
    maker: 'Rein Kask, sales',
    contact: 'kaisa',
    order: 'package',
    closed: '2026-10-09 17:00',
    outcome: 'broken',
    note: 'The compressors were still at the maker.'
  })
  s.spoke(
    '2026-09-24 11:00',
    'note',
    'internal',
    'Planning: compressors slip',
    'Screw compressor sets moved to week 45 by the maker. Planning knew on 11 September; nobody told Halden. I asked sales to call today.'
  )
  s.spoke(
    '2026-09-29 16:45',
    'call',
    'out',
    'The delay, told',
    'Told Kaisa myself: not 9 October, early November. Silence, then: "You knew when I asked you in August?" I said that I did not, and that I would find out who did.',
    { contact: 'kaisa', pinned: true, name: 'the delay, told' }
  )
  s.promised('2026-09-29 16:55', 'I will call you every Tuesday at nine with where things stand, news or no news.', {
    name: 'tuesdays',
    maker: 'Maria Ilves',
    contact: 'kaisa',
    due: '2026-12-22'
  })
}
