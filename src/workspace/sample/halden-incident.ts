import type { GuardRule } from '../../shared/losses/engine/incident-loss'
import type { OwnQuantity } from '../../shared/losses/model/quantity'
import { haldenQuestions } from './halden-questions'
import type { StoryBuilder } from './story-builder'

const exact = (value: number): OwnQuantity => ({ as: 'exact', value })
const range = (low: number, likely: number, high: number): OwnQuantity => ({ as: 'range', low, likely, high })

/** What went wrong, what was said, and what it cost Halden so far. */
export function haldenIncident(s: StoryBuilder): void {
  s.incident(
    'late freezer',
    '2026-10-20 08:30',
    {
      title: 'Second freezer line late into the Christmas season',
      kind: 'late-delivery',
      severity: 'critical',
      state: 'open',
      began: '2026-10-19',
      whatHappened:
        'The refrigeration package for spiral freezer 2 was promised for 9 October and needed by 19 October. It left the maker on 9 November and came to Turku on 13 November. It is not commissioned: our engineers are planned for 9 December. Halden freezes on one line, at about half of what it could sell.',
      touched:
        'Spiral freezer 2 in Turku, the two Christmas lines, 18 seasonal workers who were hired for it, three grocery chains.',
      cause:
        'The maker moved the compressor sets by four weeks on 11 September. Our planning had no rule to tell the customer, and booked the commissioning team on Tampere for November.',
      causeState: 'confirmed',
      containment:
        'Four refrigerated trailers rented by Halden since 23 October; part of the freezing bought from a cold store. We credited the first week of the trailers.',
      currency: 'EUR',
      couldNotHappen:
        'The carrot casserole for three Estonian chains was not launched; 18 people who were hired for the line were sent home early on 21 days.',
      peopleAffected: 18,
      harmEnds: '2026-12-12',
      harmEndsBasis: 'Our service planning, 10 November: engineers from 9 December, running three days later.'
    },
    ['package', 'commissioning']
  )
  s.spoke(
    '2026-10-20 09:00',
    'call',
    'out',
    'Tuesday call: no new date yet',
    'First day of the season without the line. Kaisa counts packs that cannot be frozen; asked me to write them down as they come.',
    { contact: 'kaisa' }
  )
  s.said(
    '2026-10-20 09:12',
    'concern',
    'Every morning I decide which customer gets nothing today.',
    'They are rationing their own customers; their name suffers, not ours.',
    { contact: 'kaisa', incident: 'late freezer' }
  )
  s.spoke(
    '2026-10-23 15:20',
    'mail',
    'in',
    'Trailers rented, invoice attached',
    'Four trailers from today at 170 a day each. Who pays?',
    { contact: 'piia', answered: '2026-10-26 17:40' }
  )
  s.promised('2026-10-26 17:40', 'We will credit the first week of the trailers by the end of the month.', {
    due: '2026-10-31',
    closed: '2026-11-03 10:00',
    maker: 'Maria Ilves',
    contact: 'piia',
    incident: 'late freezer',
    note: 'Credited three days late: approval was on leave.'
  })
  s.spoke(
    '2026-10-27 09:00',
    'call',
    'out',
    'Tuesday call',
    'Compressors confirmed for 9 November from the maker. Asked Kaisa for the packs frozen and cooked per day, to make the loss visible here.',
    { contact: 'kaisa' }
  )
  s.promised('2026-10-27 09:15', 'You will get the production figures from us by Friday.', {
    due: '2026-10-30',
    closed: '2026-10-30 13:30',
    madeBy: 'customer',
    maker: 'Kaisa Lehtonen',
    contact: 'kaisa',
    incident: 'late freezer'
  })
  s.spoke(
    '2026-11-03 09:00',
    'call',
    'out',
    'Tuesday call',
    'Figures gone through line by line with Kaisa: 7,400 packs a day, between 6,200 and 8,600. Contribution confirmed by their controller.',
    { contact: 'kaisa' }
  )
  s.spoke(
    '2026-11-10 09:00',
    'call',
    'out',
    'Tuesday call: shipped',
    'Package left the maker yesterday. I had to say that commissioning is planned for 9 December. Kaisa: "Then it is a very expensive ornament."',
    { contact: 'kaisa', pinned: true }
  )
  s.said(
    '2026-11-10 09:20',
    'concern',
    'A freezer that is not commissioned is a very expensive ornament.',
    'Delivery is not what they bought. A running line is.',
    { contact: 'kaisa', incident: 'late freezer' }
  )
  s.order('trailer gaskets', '2026-11-12 09:00', {
    title: 'Door gaskets for rented trailers, sent free of charge',
    orderedOn: '2026-11-12',
    promisedOn: '2026-11-13',
    neededBy: '2026-11-14',
    shippedOn: '2026-11-12',
    receivedOn: '2026-11-13',
    quantity: 8,
    unit: 'pieces',
    value: 0,
    currency: 'EUR'
  })
  s.spoke(
    '2026-11-17 09:00',
    'call',
    'out',
    'Tuesday call',
    'Mikael joined. Pohjola Market will close its Advent window on 27 November and give the listing to a competitor on 4 December unless volumes are confirmed.',
    { contact: 'mikael' }
  )
  s.said(
    '2026-11-17 09:25',
    'concern',
    'If Pohjola gives our shelf away on the fourth of December, we do not get it back in January.',
    'The listing is worth far more than this season. The contract renewal with us is on 31 January.',
    { contact: 'mikael', incident: 'late freezer' }
  )
  s.spoke(
    '2026-11-19 16:20',
    'mail',
    'in',
    'One question before our board meets',
    'Mikael: our board meets on Tuesday. Is there any way to have the line running in November, yes or no?',
    { contact: 'mikael', needsReply: true }
  )
  losses(s)
  guardAnswers(s)
  evidence(s)
  haldenQuestions(s)
}

function losses(s: StoryBuilder): void {
  const at = '2026-11-18 10:00'
  const incident = 'late freezer'
  s.add('drivers.create', at, {
    id: s.id('days without'),
    incidentId: s.id(incident),
    name: 'Days without the second line',
    unit: 'days',
    quantity: exact(32),
    basis: '19 October to 20 November 2026, counted by calendar.'
  })
  const days = { as: 'driver' as const, driverId: s.id('days without') }
  s.line(incident, 'packs', at, {
    title: 'Packs that could not be frozen',
    calculator: 'late-delivery',
    currency: 'EUR',
    confidence: 'high',
    position: 0,
    inputs: {
      unitsLate: exact(420_000),
      unitsPerDay: range(6_200, 7_400, 8_600),
      daysLate: days,
      daysOfCover: exact(3),
      contributionPerUnit: range(0.88, 1.05, 1.22),
      shareRecaptured: range(0.05, 0.15, 0.3)
    },
    basis:
      'Halden’s daily production sheets, 19 October to 17 November; contribution per pack confirmed by their controller on 3 November.'
  })
  s.line(incident, 'idle', at, {
    title: 'Seasonal workers who were paid and could not work',
    calculator: 'idle-labour',
    currency: 'EUR',
    confidence: 'medium',
    position: 1,
    inputs: { people: exact(18), hoursIdle: range(110, 140, 165), loadedRate: exact(27.4), shareRedeployed: range(0.2, 0.35, 0.5) },
    basis: 'Shift lists; labour is subtracted in the contribution per pack, so these hours are not in it.'
  })
  s.line(incident, 'trailers', at, {
    title: 'Four refrigerated trailers',
    calculator: 'plain-amount',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 2,
    inputs: { amount: exact(19_720), basis: '29 days × 4 trailers × 170' },
    harm: 'extra',
    subjectKind: 'goods',
    subject: 'Rented trailers',
    basis: 'Invoices of 23 October and 20 November.',
    confirmedBy: 'Piia Rantanen',
    confirmedOn: '2026-11-18'
  })
  s.line(incident, 'cold store', at, {
    title: 'Freezing bought from a cold store',
    calculator: 'expedite',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 3,
    inputs: { units: exact(410), expeditedRate: exact(64), normalRate: exact(11), shareExpedited: exact(1), fixedFee: exact(0) },
    subjectKind: 'goods',
    subject: 'Pallets frozen by a cold store',
    basis: '410 pallets invoiced; 11 is what freezing a pallet costs on their own line.',
    confirmedBy: 'Piia Rantanen',
    confirmedOn: '2026-11-18'
  })
  s.line(incident, 'penalties', at, {
    title: 'Delivery penalties of the grocery chains',
    calculator: 'liquidated-damages',
    currency: 'EUR',
    confidence: 'medium',
    position: 4,
    inputs: {
      price: exact(620_000),
      ratePerPeriod: exact(0.01),
      period: 'week',
      counting: 'part',
      daysLate: days,
      graceDays: exact(7),
      capShare: exact(0.08)
    },
    basis: 'Supply terms of Pohjola Market, clause 9; not yet invoiced.'
  })
  s.line(incident, 'credited week', at, {
    title: 'First trailer week credited by us',
    calculator: 'plain-amount',
    currency: 'EUR',
    status: 'compensated',
    confidence: 'high',
    position: 5,
    inputs: { amount: exact(4_760), basis: '7 days × 4 trailers × 170' },
    harm: 'extra',
    subjectKind: 'goods',
    subject: 'Rented trailers',
    basis: 'Credit note of 3 November.',
    confirmedBy: 'Piia Rantanen',
    confirmedOn: '2026-11-04'
  })
  s.add('cliffs.create', at, {
    id: s.id('advent'),
    incidentId: s.id(incident),
    title: 'Advent window of Pohjola Market closes',
    on: '2026-11-27',
    amount: 4_600_000,
    basis: 'Volumes of the Advent campaign at Halden’s contribution, less what other chains take.'
  })
  s.add('cliffs.create', at, {
    id: s.id('listing'),
    incidentId: s.id(incident),
    title: 'Shelf listing goes to a competitor',
    on: '2026-12-04',
    amount: 8_800_000,
    basis: 'One year of contribution on the listing, as Mikael Sjöblom put it on 17 November; not confirmed in writing.'
  })
}

/** What the guard asked about these lines, and what the advocate found out. */
function guardAnswers(s: StoryBuilder): void {
  const answers: [GuardRule, string, string, string][] = [
    [
      'idle-in-contribution',
      'idle',
      'packs',
      'The controller subtracted labour in the contribution per pack; the idle hours are paid on top.'
    ],
    [
      'damages-beside-loss',
      'penalties',
      'packs',
      'The chains’ penalty is owed beside the lost contribution: Halden pays it, it is not their compensation.'
    ],
    ['damages-beside-loss', 'penalties', 'idle', 'Different money: a penalty to the chains and wages to people.'],
    [
      'damages-beside-loss',
      'penalties',
      'cold store',
      'The penalty is reckoned on the order book, not on the pallets that were frozen elsewhere.'
    ],
    [
      'damages-beside-loss',
      'penalties',
      'trailers',
      'Rent is paid to the owner of the trailers, the penalty to the chains; neither is in the other.'
    ],
    [
      'expedite-and-sales',
      'cold store',
      'packs',
      'The packs frozen at the cold store are taken off the daily shortfall in the production sheets.'
    ]
  ]
  for (const [rule, a, b, why] of answers) {
    const key = `${rule}:${[s.id(a), s.id(b)].sort().join('+')}`
    s.add('losses.answerGuard', '2026-11-18 10:30', { incidentId: s.id('late freezer'), key, answer: 'separate', why })
  }
}

function evidence(s: StoryBuilder): void {
  s.evidence(
    'confirmation',
    '2026-11-18 11:00',
    {
      title: 'Our written confirmation of 9 October',
      note: 'Mail of 27 August 2026, 09:20: "Confirmed in writing: delivery on 9 October."',
      collectedAt: '2026-08-27'
    },
    [
      ['promise', 'october'],
      ['incident', 'late freezer']
    ]
  )
  s.evidence(
    'sheets',
    '2026-11-18 11:05',
    {
      title: 'Daily production sheets, 19 October to 17 November',
      note: 'Packs cooked, frozen and turned away per day.',
      collectedAt: '2026-11-17'
    },
    [
      ['lossLine', 'packs'],
      ['incident', 'late freezer']
    ]
  )
  s.evidence(
    'controller',
    '2026-11-18 11:10',
    {
      title: 'Controller’s mail on contribution per pack',
      note: '0.88 to 1.22 by product, labour subtracted.',
      collectedAt: '2026-11-03'
    },
    [['lossLine', 'packs']]
  )
  s.evidence(
    'invoices',
    '2026-11-18 11:15',
    { title: 'Trailer and cold store invoices', note: 'Four trailers at 170 a day; 410 pallets at 64.', collectedAt: '2026-11-18' },
    [
      ['lossLine', 'trailers'],
      ['lossLine', 'cold store']
    ]
  )
  s.evidence(
    'terms',
    '2026-11-18 11:20',
    {
      title: 'Supply terms of Pohjola Market, clause 9',
      note: 'One per cent of the order book per week or part of a week after seven days, at most eight per cent.',
      collectedAt: '2026-11-12'
    },
    [['lossLine', 'penalties']]
  )
  s.evidence(
    'shifts',
    '2026-11-18 11:22',
    {
      title: 'Shift lists of the seasonal workers',
      note: 'Who was sent home, on which days, for how long.',
      collectedAt: '2026-11-17'
    },
    [['lossLine', 'idle']]
  )
  s.evidence(
    'delivery note',
    '2026-11-18 11:25',
    {
      title: 'Delivery note of 13 November',
      note: 'Package complete; "not commissioned" written by hand.',
      collectedAt: '2026-11-13'
    },
    [
      ['order', 'package'],
      ['incident', 'late freezer']
    ]
  )
}
