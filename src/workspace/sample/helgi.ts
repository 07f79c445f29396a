import { StoryBuilder, type Entry } from './story-builder'

/** A private customer: an old house on an island, a heat pump, and a January. */
export function helgi(): Entry[] {
  const s = new StoryBuilder('helgi', 'Europe/Tallinn', '2025-07-07', {
    name: 'Helgi Saareväli',
    kind: 'person',
    industry: null,
    country: 'EE',
    language: 'et',
    currency: 'EUR',
    about:
      'Retired teacher, 81, lives alone in an old farmhouse on Saaremaa. Heat pump and a small medicine fridge from us. Her son in Turku worries; she does not.',
    yearlyRevenue: 62_000,
    customerSince: '2023-10-02',
    replyHours: 12
  })
  s.contact('helgi', '2025-07-07 10:00', {
    name: 'Helgi Saareväli',
    phone: '+372 555 0199',
    main: true,
    language: 'et',
    note: 'Landline. Let it ring: the telephone is in the hall.'
  })
  s.contact('toomas', '2025-07-07 10:02', {
    name: 'Toomas Saareväli',
    role: 'Son',
    email: 'toomas.s@example.org',
    note: 'Turku. She decides, he is told.'
  })
  s.spoke(
    '2025-07-08 11:00',
    'call',
    'out',
    'First call',
    'We spoke of the house, of her roses, and at the end of the heat pump.',
    { contact: 'helgi', pinned: true }
  )
  s.said('2025-07-08 11:20', 'wish', 'Tahaksin nuppu, mida ma prillideta näen.', 'Buttons that can be read without glasses.', {
    contact: 'helgi'
  })
  s.promised('2025-07-08 11:30', 'A large-print card for the panel by the end of July.', {
    due: '2025-07-31',
    closed: '2025-07-24 10:00',
    maker: 'Maria Ilves',
    contact: 'helgi'
  })
  s.gave(
    '2025-07-24 10:00',
    'The card, laminated, with her three settings and my number in red',
    1_200,
    'EUR',
    'She reads it to visitors.'
  )
  s.order('service 25', '2025-09-08 10:00', {
    title: 'Autumn service of the heat pump',
    orderedOn: '2025-09-08',
    promisedOn: '2025-10-03',
    neededBy: '2025-10-15',
    receivedOn: '2025-10-02',
    quantity: 1,
    unit: 'visit',
    value: 14_500,
    currency: 'EUR'
  })
  s.spoke('2025-10-02 15:00', 'call', 'out', 'After the service', 'The technician was given apples. All well.', {
    contact: 'helgi'
  })
  january(s)
  s.spoke('2026-04-07 11:00', 'call', 'out', 'Spring call', 'Roses survived. She asked after the technician’s daughter.', {
    contact: 'helgi'
  })
  s.order('service 26', '2026-09-07 10:00', {
    title: 'Autumn service of the heat pump',
    orderedOn: '2026-09-07',
    promisedOn: '2026-10-02',
    neededBy: '2026-10-15',
    receivedOn: '2026-10-01',
    quantity: 1,
    unit: 'visit',
    value: 15_000,
    currency: 'EUR'
  })
  s.spoke('2026-10-01 15:20', 'call', 'out', 'After the service', 'All well; a spare board now lies in her pantry, with a label.', {
    contact: 'helgi'
  })
  s.said(
    '2026-10-01 15:30',
    'praise',
    'Teie helistate nagu õpetaja, kes mäletab, kus õpilane istus.',
    'We call like a teacher who remembers where each pupil sat.',
    { contact: 'helgi' }
  )
  s.promised('2026-10-01 15:40', 'I call every first frosty morning, before she has to.', {
    madeBy: 'us',
    maker: 'Maria Ilves',
    contact: 'helgi'
  })
  return s.entries
}

function january(s: StoryBuilder): void {
  s.spoke(
    '2026-01-09 07:20',
    'call',
    'in',
    'The house is cold',
    'Minus 19 outside, 13 inside. "I have put on the coat of my husband."',
    { contact: 'helgi', answered: '2026-01-09 07:21' }
  )
  s.promised('2026-01-09 07:30', 'A technician is with you this afternoon, and a heater before noon.', {
    name: 'heater',
    due: '2026-01-09 16:00',
    closed: '2026-01-10 13:30',
    maker: 'Maria Ilves',
    contact: 'helgi',
    incident: 'frost',
    note: 'Heater came at eleven. The technician missed the last ferry and came on Saturday.'
  })
  s.incident('frost', '2026-01-09 07:25', {
    title: 'Heat pump stood still in the frost',
    kind: 'defect',
    severity: 'critical',
    state: 'closed',
    began: '2026-01-09',
    ended: '2026-01-10',
    whatHappened:
      'A control board failed at minus 19 degrees. A heater from the shop in Kuressaare was brought by taxi within four hours; the repair took until the next day.',
    touched: 'An 81-year-old lady alone in her house.',
    cause: 'Control board of a series with a known weakness; the letter to owners was sent to an old address.',
    causeState: 'confirmed',
    containment: 'Heater by taxi, neighbour informed, call every three hours.',
    currency: 'EUR',
    couldNotHappen: 'Her reading circle on Friday, for the first time in nine years.',
    peopleAffected: 1
  })
  s.line('frost', 'time', '2026-01-12 11:00', {
    title: 'Her hours, calls and waiting',
    calculator: 'time-and-trouble',
    currency: 'EUR',
    confidence: 'medium',
    position: 0,
    inputs: {
      hoursSpent: { as: 'exact', value: 9 },
      contacts: { as: 'exact', value: 7 },
      minutesPerContact: { as: 'range', low: 5, likely: 8, high: 15 },
      loadedRate: { as: 'exact', value: 12 },
      outOfPocket: { as: 'exact', value: 0 },
      band: 'none'
    },
    basis: 'As she told it; the rate is the one we use for private persons.'
  })
  s.line('frost', 'wood', '2026-01-12 11:05', {
    title: 'Firewood bought from the neighbour',
    calculator: 'plain-amount',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 1,
    harm: 'extra',
    subjectKind: 'goods',
    subject: 'Firewood',
    inputs: { amount: { as: 'exact', value: 45 }, basis: 'Half a cubic metre' },
    basis: 'She would not have told; the neighbour did.',
    confirmedBy: 'Helgi Saareväli',
    confirmedOn: '2026-01-12'
  })
  s.said(
    '2026-01-10 14:00',
    'concern',
    'Külma ma ei karda. Ma kardan, et poeg hakkab mind linna viima.',
    'What she fears is not the cold but losing her house.',
    { contact: 'helgi', incident: 'frost' }
  )
  s.spoke(
    '2026-01-10 18:00',
    'call',
    'out',
    'Called her son',
    'Told Toomas what happened and what we changed; asked him to let her tell it first.',
    { contact: 'toomas' }
  )
  s.promised('2026-01-10 18:10', 'All owners of that series are called, not written to, by the end of January.', {
    due: '2026-01-31',
    closed: '2026-01-29 17:00',
    maker: 'Service, Ott Lepik',
    contact: 'toomas',
    incident: 'frost',
    note: 'Thirty-one owners; four boards were about to fail.'
  })
  s.gave(
    '2026-01-13 10:00',
    'A visit, a wool blanket and a load of birch, brought by the technician in his own time',
    12_000,
    'EUR',
    'She gave him the last jar of the plums.'
  )
}
