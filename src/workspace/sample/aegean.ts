import { smallCase } from './small-case'
import { StoryBuilder, type Entry } from './story-builder'

/** A hotel group on Naxos: a cold room that failed in August, put right, and what became of it. */
export function aegean(): Entry[] {
  const s = new StoryBuilder('aegean', 'Europe/Athens', '2025-05-19', {
    name: 'Ξενοδοχεία Φως του Αιγαίου',
    kind: 'business',
    industry: 'Hospitality',
    country: 'GR',
    language: 'el',
    currency: 'EUR',
    about:
      'Three hotels and a beach restaurant on Naxos, 212 rooms, open from April to October. Cold rooms, ice machines and their monitoring are ours. What counts: everything must hold from June to September, and nobody can get a spare part to the island in a day.',
    yearlyRevenue: 18_500_000,
    yearlyMargin: 145_000_000,
    customerSince: '2021-02-15',
    renewalOn: '2027-02-14'
  })
  s.contact('eleni', '2025-05-19 09:10', {
    name: 'Ελένη Καραγιάννη',
    role: 'Διευθύντρια λειτουργίας',
    email: 'eleni@fos-aegean.example',
    phone: '+30 22850 55 012',
    main: true,
    language: 'el',
    note: 'Answers messages after midnight in season; calls best between 16 and 17.'
  })
  s.contact('stavros', '2025-05-19 09:12', { name: 'Σταύρος Μανιάτης', role: 'Σεφ', phone: '+30 22850 55 019', language: 'el' })
  s.spoke(
    '2025-05-20 16:10',
    'call',
    'out',
    'First call as their advocate',
    'Season opens with 94 % booked in July. Eleni: the kitchen can improvise with everything except cold.',
    { contact: 'eleni', pinned: true }
  )
  s.said(
    '2025-05-20 16:25',
    'need',
    'Τον Αύγουστο ένας ψυκτικός θάλαμος είναι πιο σημαντικός από τον σεφ.',
    'In August the cold room matters more than anything. Spare parts should be on the island before the season.',
    { contact: 'eleni' }
  )
  s.promised('2025-05-20 16:30', 'A set of spare parts for the cold rooms will be on Naxos before 15 June.', {
    due: '2025-06-15',
    closed: '2025-06-12 11:00',
    maker: 'Maria Ilves',
    contact: 'eleni'
  })
  s.order('ice', '2025-06-03 10:00', {
    title: 'Ice machine for the beach bar',
    orderNumber: 'NC-25-0290',
    orderedOn: '2025-06-03',
    promisedOn: '2025-06-24',
    neededBy: '2025-06-28',
    shippedOn: '2025-06-19',
    receivedOn: '2025-06-23',
    quantity: 1,
    unit: 'machine',
    value: 620_000,
    currency: 'EUR'
  })
  s.spoke('2025-06-23 17:00', 'chat', 'in', 'Ice machine runs', 'Photo of the first ice from Stavros.', { contact: 'stavros' })
  s.said('2025-06-23 17:05', 'praise', 'Ήρθε μία μέρα νωρίτερα. Δεν το είχα ξαναζήσει με προμηθευτή.', 'A day early was noticed.', {
    contact: 'stavros'
  })
  s.spoke(
    '2025-08-09 23:40',
    'call',
    'in',
    'Cold room 2 is at 11 degrees',
    'Compressor of cold room 2 tripped at 22:15. Fish for 180 covers inside. Sent the on-call technician to the phone at 23:55.',
    { contact: 'eleni', answered: '2025-08-09 23:55' }
  )
  s.promised('2025-08-09 23:58', 'A technician takes the first ferry and is with you before noon.', {
    due: '2025-08-10 12:00',
    closed: '2025-08-10 16:20',
    maker: 'Maria Ilves',
    contact: 'eleni',
    note: 'The 7:25 ferry was full; he came with the next.'
  })
  coldRoom(s)
  s.spoke(
    '2025-10-24 16:05',
    'call',
    'out',
    'Season closed: looking back',
    'Occupancy 91 %. The August night is still told in the kitchen. They want a second compressor as a stand-by for 2026.',
    { contact: 'eleni' }
  )
  s.said(
    '2025-10-24 16:20',
    'wish',
    'Θέλω έναν δεύτερο συμπιεστή που να ξεκινά μόνος του.',
    'Stand-by compressor with automatic change-over before the season of 2026.',
    { contact: 'eleni' }
  )
  s.promised('2025-10-24 16:30', 'You will have an offer for an automatic stand-by before Christmas.', {
    due: '2025-12-19',
    closed: '2025-12-18 12:15',
    maker: 'Maria Ilves',
    contact: 'eleni'
  })
  s.gave(
    '2025-12-22 12:00',
    'Two spare door seals and a hand-drawn map of "what to do when it trips", laminated, for the kitchen wall',
    9_500,
    'EUR',
    'Stavros hung it beside the pass.'
  )
  s.order('standby', '2026-01-16 11:00', {
    title: 'Stand-by compressor with automatic change-over',
    orderNumber: 'NC-26-0031',
    orderedOn: '2026-01-16',
    promisedOn: '2026-04-10',
    neededBy: '2026-04-24',
    shippedOn: '2026-03-27',
    receivedOn: '2026-04-07',
    quantity: 1,
    unit: 'set',
    value: 2_140_000,
    currency: 'EUR',
    crucial: true
  })
  s.spoke(
    '2026-04-14 10:30',
    'visit',
    'out',
    'Commissioning on Naxos',
    'Change-over tested three times with Stavros counting the seconds aloud: eleven.',
    { contact: 'stavros' }
  )
  s.spoke(
    '2026-06-18 16:00',
    'call',
    'out',
    'Season check',
    'All rooms in range for 40 days. Eleni asked for weekly temperature reports in Greek.',
    { contact: 'eleni' }
  )
  s.promised('2026-06-18 16:10', 'Weekly temperature reports in Greek from July.', {
    name: 'reports',
    due: '2026-07-01',
    maker: 'Software, Karl Uus',
    contact: 'eleni',
    closed: '2026-07-22 09:00',
    note: 'Came three weeks late.'
  })
  s.moved('2026-06-30 15:00', 'reports', '2026-07-15', 'The Greek labels were not translated yet.')
  s.spoke(
    '2026-09-08 16:20',
    'call',
    'out',
    'Late season',
    'No alarm in the whole of August. "Βαρεθήκαμε", said Eleni: they were bored.',
    { contact: 'eleni' }
  )
  s.said(
    '2026-09-08 16:22',
    'praise',
    'Φέτος τον Αύγουστο βαρεθήκαμε. Ευχαριστούμε.',
    'Nothing happened in August: the best result.',
    { contact: 'eleni' }
  )
  s.spoke(
    '2026-11-03 16:00',
    'mail',
    'in',
    'Renewal and a fourth house',
    'They take over a small hotel on Paros; want one contract for both islands from February.',
    { contact: 'eleni', answered: '2026-11-04 10:10' }
  )
  s.promised('2026-11-04 10:10', 'An offer for Naxos and Paros in one contract by 24 November.', {
    due: '2026-11-24',
    maker: 'Maria Ilves',
    contact: 'eleni'
  })
  s.order('winter service', '2026-11-05 10:00', {
    title: 'Winter service of all cold rooms',
    orderNumber: 'NC-26-0877',
    orderedOn: '2026-11-05',
    promisedOn: '2026-12-04',
    neededBy: '2027-03-01',
    quantity: 1,
    unit: 'visit',
    value: 480_000,
    currency: 'EUR'
  })
  return s.entries
}

function coldRoom(s: StoryBuilder): void {
  s.incident('cold room', '2025-08-11 09:30', {
    title: 'Cold room 2 failed on an August night',
    kind: 'outage',
    severity: 'high',
    state: 'closed',
    began: '2025-08-09T19:15:00Z',
    ended: '2025-08-10T15:05:00Z',
    whatHappened:
      'The contactor of the compressor welded shut and the motor protection tripped. The alarm went to a mailbox that nobody reads at night. The technician came four hours later than promised.',
    touched: 'Cold room 2, beach restaurant, 180 covers on Saturday and 140 on Sunday.',
    cause: 'Contactor past its service life; it was due for change in the spring service and was not changed.',
    causeState: 'confirmed',
    containment: 'Fish moved to a neighbour’s freezer; contactors changed on all units; night alarms go to the on-call phone.',
    currency: 'EUR',
    couldNotHappen: 'The name-day dinner of a family that comes every year.',
    peopleAffected: 9
  })
  const at = '2025-08-13 11:00'
  s.line('cold room', 'fish', at, {
    title: 'Fish and dairy thrown away',
    calculator: 'plain-amount',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 0,
    inputs: { amount: { as: 'exact', value: 3_860 }, basis: 'Stock list of 9 August' },
    harm: 'value',
    subjectKind: 'goods',
    subject: 'Fish and dairy in the cold room',
    basis: 'Stock list and purchase invoices.',
    confirmedBy: 'Σταύρος Μανιάτης',
    confirmedOn: '2025-08-13'
  })
  s.line('cold room', 'covers', at, {
    title: 'Covers that could not be served',
    calculator: 'lost-sales',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 1,
    inputs: {
      unitsShort: { as: 'exact', value: 214 },
      contributionPerUnit: { as: 'exact', value: 31 },
      shareRecaptured: { as: 'exact', value: 0.1 }
    },
    basis: 'Bookings cancelled by phone on 10 August.',
    confirmedBy: 'Ελένη Καραγιάννη',
    confirmedOn: '2025-08-14'
  })
  s.said(
    '2025-08-14 16:10',
    'concern',
    'Δεν με πειράζει που χάλασε. Με πειράζει που το ξέρατε από την άνοιξη.',
    'Not the failure but the skipped part hurts: we knew.',
    { contact: 'eleni', incident: 'cold room' }
  )
  smallCase(s, 'case', '2025-08-15 10:00', {
    title: 'Pay for the August night, and change the parts we skipped',
    currency: 'EUR',
    incident: 'cold room',
    decider: 'Liis Saar, Head of Service',
    decideBy: '2025-08-20',
    ask: 'Credit the loss in full, EUR 9,800, and change the contactors in all eleven rooms before September at our cost.',
    background: 'The part was due in the spring service that we invoiced. The harm is confirmed by the customer line by line.',
    recommendation: 'Credit in full: the part was ours to change, and the renewal is worth twenty times as much.',
    options: [
      ['Credit in full and change the contactors', 1_420_000, 980_000, 12, 0.95],
      ['Credit the goods only', 386_000, 386_000, 12, 0.7]
    ]
  })
  s.add('cases.decide', '2025-08-19 14:00', {
    caseId: s.id('case'),
    optionId: s.id('case option 0'),
    decidedBy: 'Liis Saar',
    decidedOn: '2025-08-19',
    why: 'We invoiced a service that we did not give.',
    makePromises: false
  })
  s.promised(
    '2025-08-19 16:00',
    'The credit of 9,800 is with you by the end of the month and all contactors are changed by 5 September.',
    {
      due: '2025-09-05',
      closed: '2025-09-03 18:00',
      maker: 'Maria Ilves',
      contact: 'eleni',
      incident: 'cold room',
      note: 'Credit 27 August; last contactor 3 September.'
    }
  )
  s.spoke(
    '2025-09-04 16:15',
    'call',
    'out',
    'Did it arrive?',
    'Credit and parts are in. Eleni: "Now I tell the story differently."',
    { contact: 'eleni' }
  )
  s.add('outcomes.create', '2025-09-04 16:40', {
    id: s.id('outcome'),
    caseId: s.id('case'),
    remedyArrivedOn: '2025-09-03',
    satisfied: 'yes',
    stayed: true,
    note: 'They ordered the stand-by compressor in January and brought a fourth house.'
  })
  s.add('cases.change', '2025-10-24 17:00', { id: s.id('case'), patch: { state: 'closed' } })
}
