import { StoryBuilder, type Entry } from './story-builder'

/** A small Norwegian town: school kitchens, an ice rink, and a public tender behind each screw. */
export function fjellvik(): Entry[] {
  const s = new StoryBuilder('fjellvik', 'Europe/Oslo', '2025-06-23', {
    name: 'Fjellvik kommune',
    kind: 'public',
    industry: 'Municipality',
    country: 'NO',
    language: 'en',
    currency: 'NOK',
    about:
      'Town of 8,200 people. Six school kitchens and one ice rink are cooled by us. Each order is a public record; each delay is a question in the council.',
    yearlyRevenue: 118_000_000,
    customerSince: '2020-08-01',
    renewalOn: '2027-07-31'
  })
  s.contact('ase', '2025-06-23 09:00', {
    name: 'Åse Bjørkås',
    role: 'Head of buildings',
    email: 'ase.bjorkas@fjellvik.example',
    phone: '+47 55 50 01 44',
    main: true,
    note: 'Off on Wednesdays. Council meets on the last Thursday of the month.'
  })
  s.contact('torbjorn', '2025-06-23 09:05', { name: 'Torbjørn Øye', role: 'Rink master', phone: '+47 55 50 01 47' })
  s.spoke(
    '2025-06-24 10:00',
    'call',
    'out',
    'First call',
    'The rink opens on the first Saturday of October. "It has done so since 1974, war and peace."',
    { contact: 'ase', pinned: true }
  )
  s.said(
    '2025-06-24 10:12',
    'need',
    'Isen skal ligge første lørdag i oktober. Det er hele avtalen.',
    'Ice on the first Saturday of October. Everything else can be discussed.',
    { contact: 'torbjorn' }
  )
  s.promised('2025-06-24 10:20', 'The ammonia plant is inspected before 31 August.', {
    due: '2025-08-31',
    closed: '2025-08-28 15:00',
    maker: 'Service, Ott Lepik',
    contact: 'ase'
  })
  s.order('kitchen seals', '2025-08-05 09:00', {
    title: 'Seals for six school kitchens',
    orderNumber: 'NC-25-0455',
    orderedOn: '2025-08-05',
    promisedOn: '2025-08-15',
    neededBy: '2025-08-18',
    shippedOn: '2025-08-11',
    receivedOn: '2025-08-14',
    quantity: 34,
    unit: 'seals',
    value: 1_870_000,
    currency: 'NOK'
  })
  s.spoke('2025-10-04 12:30', 'chat', 'in', 'Ice', 'Photo of 200 children on the ice. No text.', { contact: 'torbjorn' })
  s.gave(
    '2025-10-06 09:00',
    'Two pairs of hockey gloves for the children’s team, after Torbjørn told of the holes',
    90_000,
    'NOK',
    'The team sent a drawing.'
  )
  s.spoke(
    '2026-01-13 09:00',
    'mail',
    'in',
    'Tender for a new refrigerant system',
    'Ammonia is to be replaced by CO₂ over the summer. Tender closes on 20 February.',
    { contact: 'ase', answered: '2026-01-13 13:20' }
  )
  s.promised('2026-01-13 13:20', 'Answers to the 41 questions of the tender by 6 February.', {
    due: '2026-02-06',
    closed: '2026-02-06 14:55',
    maker: 'Sales, Rein Kask',
    contact: 'ase'
  })
  s.order('rink', '2026-03-23 12:00', {
    title: 'CO₂ system for the ice rink',
    orderNumber: 'NC-26-0240',
    orderedOn: '2026-03-23',
    promisedOn: '2026-09-11',
    neededBy: '2026-09-18',
    shippedOn: '2026-09-14',
    receivedOn: '2026-09-22',
    quantity: 1,
    unit: 'system',
    value: 412_000_000,
    currency: 'NOK',
    crucial: true
  })
  s.spoke(
    '2026-05-27 10:15',
    'meeting',
    'out',
    'Site meeting',
    'Old pipes out, floor open. Åse asked what happens if a week is lost. "Then I phone you first", I said.',
    { contact: 'ase' }
  )
  rink(s)
  s.spoke('2026-10-29 15:30', 'call', 'in', 'Council asked', 'Åse read my letter aloud in the council. No further question.', {
    contact: 'ase'
  })
  s.said('2026-10-29 15:35', 'praise', 'Dere ringte før jeg visste det selv.', 'The early call is what the council heard.', {
    contact: 'ase'
  })
  s.said(
    '2026-11-09 09:40',
    'wish',
    'Kan skolekjøkkenene få den samme ettersynsplanen som isen?',
    'One plan of inspection for the rink and the kitchens.',
    { contact: 'ase' }
  )
  s.promised('2026-11-09 09:50', 'One plan of inspection for rink and kitchens before the council of November.', {
    due: '2026-11-26',
    maker: 'Service, Ott Lepik',
    contact: 'ase'
  })
  s.order('kitchen 4', '2026-11-02 09:00', {
    title: 'Cold room door for Solbakken school',
    orderNumber: 'NC-26-0870',
    orderedOn: '2026-11-02',
    promisedOn: '2026-11-23',
    neededBy: '2026-11-20',
    shippedOn: '2026-11-18',
    quantity: 1,
    unit: 'door',
    value: 2_650_000,
    currency: 'NOK'
  })
  return s.entries
}

function rink(s: StoryBuilder): void {
  s.promised('2026-03-23 12:30', 'Ice on Saturday, 3 October.', {
    name: 'ice',
    due: '2026-10-03',
    closed: '2026-10-10 08:00',
    maker: 'Sales, Rein Kask',
    contact: 'torbjorn',
    order: 'rink',
    note: 'Ice lay one week later, on 10 October.'
  })
  s.spoke(
    '2026-09-14 08:10',
    'call',
    'out',
    'Eleven days late, told first',
    'Told Åse before the lorry left: a week without ice in October. She was silent, then asked for a letter that the council can read.',
    { contact: 'ase' }
  )
  s.promised('2026-09-14 08:25', 'A letter to the council with the cause and what we do, today.', {
    due: '2026-09-14',
    closed: '2026-09-14 13:40',
    maker: 'Maria Ilves',
    contact: 'ase',
    incident: 'no ice'
  })
  s.incident(
    'no ice',
    '2026-09-14 08:00',
    {
      title: 'Ice rink opens a week late',
      kind: 'late-delivery',
      severity: 'medium',
      state: 'closed',
      began: '2026-10-03',
      ended: '2026-10-10',
      whatHappened:
        'A gas cooler was damaged in our own yard on 8 September and had to be rebuilt. The rink opened on 10 instead of 3 October.',
      touched: 'Five clubs, the schools’ skating week, the opening tournament.',
      cause: 'Damage by a fork lift in our yard.',
      causeState: 'confirmed',
      containment: 'Ice hired in the neighbouring town for six evenings.',
      currency: 'NOK',
      couldNotHappen: 'The opening on the first Saturday of October, for the first time since 1974.',
      peopleAffected: 640
    },
    ['rink']
  )
  s.line('no ice', 'hired ice', '2026-10-12 10:00', {
    title: 'Ice hired in the neighbouring town',
    calculator: 'plain-amount',
    currency: 'NOK',
    status: 'confirmed',
    confidence: 'high',
    position: 0,
    harm: 'extra',
    subjectKind: 'contract',
    subject: 'Ice in the neighbouring town',
    inputs: { amount: { as: 'exact', value: 64_800 }, basis: 'Six evenings at 10,800' },
    basis: 'Invoice of 12 October.',
    confirmedBy: 'Åse Bjørkås',
    confirmedOn: '2026-10-13'
  })
  s.line('no ice', 'buses', '2026-10-12 10:05', {
    title: 'Buses for the clubs',
    calculator: 'plain-amount',
    currency: 'NOK',
    status: 'confirmed',
    confidence: 'high',
    position: 1,
    harm: 'extra',
    subjectKind: 'contract',
    subject: 'Buses',
    inputs: { amount: { as: 'exact', value: 21_300 }, basis: 'Twelve journeys' },
    basis: 'Invoice of 12 October.',
    confirmedBy: 'Åse Bjørkås',
    confirmedOn: '2026-10-13'
  })
  s.line('no ice', 'paid', '2026-10-16 10:00', {
    title: 'Hired ice and buses, paid by us',
    calculator: 'plain-amount',
    currency: 'NOK',
    status: 'compensated',
    confidence: 'high',
    position: 2,
    harm: 'extra',
    inputs: { amount: { as: 'exact', value: 86_100 }, basis: 'Both invoices' },
    basis: 'Paid on 16 October.',
    confirmedBy: 'Åse Bjørkås',
    confirmedOn: '2026-10-17'
  })
  s.promised('2026-09-14 08:30', 'We pay the hired ice and the buses, without a form to fill in.', {
    due: '2026-10-20',
    closed: '2026-10-16 11:00',
    maker: 'Maria Ilves',
    contact: 'ase',
    incident: 'no ice'
  })
  s.said(
    '2026-10-10 10:30',
    'concern',
    'Femtito år. Det blir en fotnote, men det er min fotnote.',
    'Fifty-two years. It will be a footnote, but it is his.',
    { contact: 'torbjorn', incident: 'no ice' }
  )
  s.spoke('2026-10-10 10:20', 'visit', 'out', 'Opening, a week late', 'Stood at the rail with Torbjørn. Brought the cake myself.', {
    contact: 'torbjorn'
  })
}
