import { StoryBuilder, type Entry } from './story-builder'

/** A cold store in Cebu: spare parts that stood in customs while the compressor did not turn. */
export function bituin(): Entry[] {
  const s = new StoryBuilder('bituin', 'Asia/Manila', '2025-06-09', {
    name: 'Bituin Cold Chain, Inc.',
    kind: 'business',
    industry: 'Logistics',
    country: 'PH',
    language: 'fil',
    currency: 'PHP',
    about:
      'Cold store with 9,000 pallet places at the port of Cebu and 40 reefer trucks. Mango, tuna and vaccines. Eight hours ahead of us: what we answer in the afternoon reaches them at night.',
    yearlyRevenue: 1_450_000_000,
    yearlyMargin: 8_800_000_000,
    customerSince: '2023-04-10',
    renewalOn: '2027-04-09'
  })
  s.contact('jun', '2025-06-09 09:00', {
    name: 'Jun Abellana',
    role: 'Plant engineer',
    email: 'jun.abellana@bituin.example',
    phone: '+63 32 555 0188',
    main: true,
    language: 'fil',
    note: 'Sends photographs instead of words; they say more.'
  })
  s.contact('marites', '2025-06-09 09:05', {
    name: 'Ma. Teresa “Marites” Villanueva',
    role: 'Operations manager',
    email: 'marites@bituin.example',
    language: 'fil'
  })
  s.spoke(
    '2025-06-10 15:00',
    'call',
    'out',
    'First call',
    'Typhoon season decides their year. Power fails six times in a good one.',
    { contact: 'marites', pinned: true }
  )
  s.said(
    '2025-06-10 15:20',
    'need',
    'Kapag may bagyo, kailangan namin ng taong sasagot, hindi ng ticket number.',
    'In a typhoon a person must answer. We gave them the number of the night desk.',
    { contact: 'marites' }
  )
  s.promised('2025-06-10 15:30', 'A direct number to a person, day and night, from July.', {
    due: '2025-07-01',
    closed: '2025-06-30 16:00',
    maker: 'Maria Ilves',
    contact: 'marites'
  })
  s.order('oil', '2025-07-14 10:00', {
    title: 'Compressor oil and filters for a year',
    orderNumber: 'NC-25-0402',
    orderedOn: '2025-07-14',
    promisedOn: '2025-08-29',
    neededBy: '2025-09-15',
    shippedOn: '2025-07-30',
    receivedOn: '2025-08-27',
    quantity: 60,
    unit: 'drums',
    value: 48_000_000,
    currency: 'PHP'
  })
  s.spoke(
    '2025-09-26 07:40',
    'call',
    'in',
    'Signal number three, generator on',
    'Marites asked how long the vaccine room holds without power. We reckoned it together: 19 hours.',
    { contact: 'marites', answered: '2025-09-26 07:42' }
  )
  s.said(
    '2025-09-26 20:30',
    'praise',
    'Labing-siyam na oras ang sabi ninyo. Labing-pito ang brownout. Salamat.',
    'Nineteen hours, we said; seventeen it was.',
    { contact: 'marites' }
  )
  s.gave(
    '2025-10-20 09:00',
    'A laminated table: hours without power by room, outside temperature and load',
    4_500_00,
    'PHP',
    'Jun made copies for the trucks.'
  )
  s.promised('2025-11-12 16:00', 'The training for two of your mechanics takes place in February.', {
    name: 'training',
    due: '2026-02-27',
    closed: '2026-02-20 17:00',
    maker: 'Service, Ott Lepik',
    contact: 'jun'
  })
  s.spoke(
    '2026-02-20 18:00',
    'meeting',
    'out',
    'Training in Tallinn',
    'Two mechanics from Cebu saw snow for the first time, and took a compressor apart in four hours.',
    { contact: 'jun' }
  )
  customs(s)
  s.spoke(
    '2026-08-11 15:10',
    'call',
    'out',
    'After the customs affair',
    'Parts for the three oldest units now stand in Cebu in our bonded shelf.',
    { contact: 'jun' }
  )
  s.order('shelf', '2026-08-24 10:00', {
    title: 'Bonded shelf: parts for units 1 to 3',
    orderNumber: 'NC-26-0655',
    orderedOn: '2026-08-24',
    promisedOn: '2026-10-16',
    neededBy: '2026-11-01',
    shippedOn: '2026-09-21',
    receivedOn: '2026-10-14',
    quantity: 1,
    unit: 'lot',
    value: 96_500_000,
    currency: 'PHP'
  })
  s.said(
    '2026-09-15 15:30',
    'wish',
    'Sana may manual sa Filipino para sa gabi.',
    'A night manual in Filipino, with photographs. Jun offers to read it.',
    { contact: 'jun' }
  )
  s.promised('2026-09-15 15:40', 'A first night manual in Filipino by the end of November.', {
    due: '2026-11-30',
    maker: 'Maria Ilves',
    contact: 'jun'
  })
  s.order('valves', '2026-09-28 10:00', {
    title: 'Expansion valves for the vaccine room',
    orderNumber: 'NC-26-0761',
    orderedOn: '2026-09-28',
    promisedOn: '2026-11-13',
    neededBy: '2026-11-20',
    shippedOn: '2026-10-30',
    quantity: 6,
    unit: 'valves',
    value: 21_600_000,
    currency: 'PHP',
    crucial: true,
    note: 'At the port of Cebu since 11 November.'
  })
  s.spoke('2026-11-18 14:05', 'chat', 'in', 'Valves still in customs', 'Photo of a crate behind a fence. Jun: "Parang pamilyar."', {
    contact: 'jun',
    answered: '2026-11-18 22:40'
  })
  s.promised('2026-11-18 22:40', 'Our broker is at the port on Friday morning with the papers.', {
    due: '2026-11-20',
    maker: 'Sales, Rein Kask',
    contact: 'jun',
    order: 'valves'
  })
  return s.entries
}

function customs(s: StoryBuilder): void {
  s.order('rotor', '2026-04-06 10:00', {
    title: 'Rotor and bearings for compressor 2',
    orderNumber: 'NC-26-0288',
    orderedOn: '2026-04-06',
    promisedOn: '2026-05-04',
    neededBy: '2026-05-08',
    shippedOn: '2026-04-20',
    receivedOn: '2026-05-27',
    quantity: 1,
    unit: 'set',
    value: 38_400_000,
    currency: 'PHP',
    crucial: true
  })
  s.promised('2026-04-06 15:00', 'The rotor is in Cebu on 4 May, customs included.', {
    name: 'rotor promised',
    due: '2026-05-04',
    closed: '2026-05-27 11:00',
    maker: 'Sales, Rein Kask',
    contact: 'jun',
    order: 'rotor',
    note: 'Came 23 days late.'
  })
  s.spoke(
    '2026-05-07 08:30',
    'mail',
    'in',
    'Customs asks for a certificate',
    'A certificate of origin is missing. The crate stands in the yard, at 38 degrees, and costs by the day.',
    { contact: 'jun', answered: '2026-05-07 15:10' }
  )
  s.incident('customs', '2026-05-08 09:00', {
    title: 'Rotor held in customs for want of a paper',
    kind: 'late-delivery',
    severity: 'high',
    state: 'resolved',
    began: '2026-05-08',
    ended: '2026-05-27',
    whatHappened:
      'We shipped without the certificate of origin that the broker had asked for on 15 April. The container stood in the yard for 23 days; hall B ran on one compressor in mango season.',
    touched: 'Hall B, 2,400 pallet places, 11 customers of theirs.',
    cause: 'The broker’s mail went to a colleague on leave.',
    causeState: 'confirmed',
    currency: 'PHP',
    couldNotHappen: 'Eight containers of mango went to Davao.',
    peopleAffected: 35
  })
  s.line('customs', 'yard', '2026-06-02 10:00', {
    title: 'Storage in the yard',
    calculator: 'demurrage',
    currency: 'PHP',
    status: 'confirmed',
    confidence: 'high',
    position: 0,
    inputs: {
      from: '2026-05-04',
      to: '2026-05-27',
      freeDays: { as: 'exact', value: 5 },
      containers: { as: 'exact', value: 1 },
      rate1: { as: 'exact', value: 4_200 },
      tier1Days: { as: 'exact', value: 7 },
      rate2: { as: 'exact', value: 7_900 }
    },
    basis: 'Invoice of the terminal.',
    confirmedBy: 'Marites Villanueva',
    confirmedOn: '2026-06-02'
  })
  s.line('customs', 'mango', '2026-06-02 10:15', {
    title: 'Mango that was stored elsewhere',
    calculator: 'lost-sales',
    currency: 'PHP',
    confidence: 'medium',
    position: 1,
    inputs: {
      unitsShort: { as: 'range', low: 1_400, likely: 1_750, high: 2_200 },
      contributionPerUnit: { as: 'range', low: 520, likely: 640, high: 700 },
      shareRecaptured: { as: 'range', low: 0, likely: 0.1, high: 0.25 }
    },
    basis: 'Bookings refused in May, by week; contribution per pallet from Marites.'
  })
  s.said(
    '2026-05-12 16:00',
    'concern',
    'Hindi kayo ang nawalan ng mangga. Kami ang nagpaliwanag sa magsasaka.',
    'They had to explain it to the farmers, not we.',
    { contact: 'marites', incident: 'customs' }
  )
  s.promised('2026-05-12 16:20', 'No crate leaves us without its papers checked by two people.', {
    due: '2026-06-01',
    closed: '2026-05-29 15:00',
    maker: 'Rein Kask, sales',
    contact: 'marites',
    incident: 'customs'
  })
  s.promised('2026-06-03 15:00', 'The yard is paid by us within two weeks.', {
    due: '2026-06-17',
    closed: '2026-06-12 12:00',
    maker: 'Finance, Anu Mets',
    contact: 'marites',
    incident: 'customs'
  })
}
