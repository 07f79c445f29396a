import { StoryBuilder, type Entry } from './story-builder'

/** A hospital supplier in Valencia: vaccine refrigerators, and a week-end that nobody was told about. */
export function levante(): Entry[] {
  const s = new StoryBuilder('levante', 'Europe/Madrid', '2025-05-26', {
    name: 'Distribuciones Sanitarias Levante, S.L.',
    kind: 'business',
    industry: 'Hospital supply',
    country: 'ES',
    language: 'es',
    currency: 'EUR',
    about:
      'Supplies 31 clinics and two hospitals around Valencia with vaccines and blood products. 46 of our medical refrigerators, all monitored. Cold chain means paper: every hour out of range must be explained to the health authority.',
    yearlyRevenue: 22_400_000,
    yearlyMargin: 96_000_000,
    customerSince: '2022-09-01',
    renewalOn: '2027-08-31'
  })
  s.contact('carmen', '2025-05-26 10:00', {
    name: 'Carmen Íñiguez Soler',
    role: 'Responsable de calidad',
    email: 'c.iniguez@levante.example',
    phone: '+34 96 555 0170',
    main: true,
    language: 'es',
    note: 'Garante de la cadena de frío. Wants the report before the apology.'
  })
  s.contact('pau', '2025-05-26 10:02', {
    name: 'Pau Ferrandis',
    role: 'Logística',
    email: 'pau.ferrandis@levante.example',
    language: 'es'
  })
  s.spoke(
    '2025-05-27 12:30',
    'call',
    'out',
    'Getting to know each other',
    'Carmen explained excursions: between 2 and 8 degrees, each minute outside is logged and judged by product.',
    { contact: 'carmen', pinned: true }
  )
  s.promised('2025-05-27 12:50', 'Calibration certificates for all 46 units by the end of June.', {
    due: '2025-06-30',
    closed: '2025-06-26 09:40',
    maker: 'Service, Ott Lepik',
    contact: 'carmen'
  })
  s.order('probes', '2025-07-01 09:00', {
    title: 'Calibrated probes, second set',
    orderNumber: 'NC-25-0355',
    orderedOn: '2025-07-01',
    promisedOn: '2025-07-18',
    neededBy: '2025-07-25',
    shippedOn: '2025-07-14',
    receivedOn: '2025-07-17',
    quantity: 46,
    unit: 'pieces',
    value: 552_000,
    currency: 'EUR'
  })
  s.spoke(
    '2025-09-15 11:10',
    'mail',
    'in',
    'Inspection on 2 October',
    'The authority comes on 2 October. Can we have a data export per unit for twelve months?',
    { contact: 'carmen', answered: '2025-09-15 13:30' }
  )
  s.promised('2025-09-15 13:30', 'Twelve months of data per unit, signed, by 24 September.', {
    due: '2025-09-24',
    closed: '2025-09-23 17:00',
    maker: 'Software, Karl Uus',
    contact: 'carmen'
  })
  s.spoke('2025-10-03 12:00', 'call', 'in', 'Inspection passed', 'No remark. The export was praised.', { contact: 'carmen' })
  s.said(
    '2025-10-03 12:05',
    'praise',
    'La inspectora me pidió el nombre de quien había preparado los datos.',
    'Told Karl; he framed the mail.',
    { contact: 'carmen' }
  )
  s.gave(
    '2025-10-10 10:00',
    'A one-page Spanish summary of the inspection data, for their own customers',
    0,
    'EUR',
    'Used in two tenders since.'
  )
  weekend(s)
  s.spoke('2026-04-14 12:30', 'call', 'out', 'Spring check', 'Alarms tested unit by unit with Pau: 46 of 46 rang a phone.', {
    contact: 'pau'
  })
  s.said(
    '2026-04-14 12:45',
    'wish',
    'Me gustaría que la alarma hablara con la guardia, no con un buzón.',
    'Alarm to a duty phone with acknowledgement: offered with the next software release.',
    {
      contact: 'carmen',
      state: 'met',
      answer: 'With release 8.2 every alarm rings the duty phone until somebody acknowledges it.'
    }
  )
  s.order('four units', '2026-05-06 10:00', {
    title: 'Medical refrigerators for two new clinics',
    orderNumber: 'NC-26-0388',
    orderedOn: '2026-05-06',
    promisedOn: '2026-06-12',
    neededBy: '2026-06-15',
    shippedOn: '2026-06-08',
    receivedOn: '2026-06-17',
    quantity: 4,
    unit: 'units',
    value: 1_860_000,
    currency: 'EUR'
  })
  s.spoke(
    '2026-06-16 09:15',
    'mail',
    'in',
    'Clinic opens today, units not here',
    'The lorry stands in Tarragona since Friday. Clinic borrows two units from the hospital.',
    { contact: 'pau', answered: '2026-06-16 10:05' }
  )
  s.promised('2026-06-16 10:05', 'The four units will be in Sagunto tomorrow before ten.', {
    due: '2026-06-17 10:00',
    closed: '2026-06-17 09:20',
    maker: 'Maria Ilves',
    contact: 'pau'
  })
  s.spoke(
    '2026-09-22 12:10',
    'meeting',
    'out',
    'Year talk in Valencia',
    'They plan a second depot in Castellón for 2027 and will ask three suppliers.',
    { contact: 'carmen' }
  )
  s.said(
    '2026-09-22 12:40',
    'need',
    'Para Castellón necesito que el proveedor venga con la validación hecha, no por hacer.',
    'Validation papers are part of the offer, not of the project.',
    { contact: 'carmen' }
  )
  s.promised('2026-09-22 12:50', 'A specimen of the complete validation file by 30 October.', {
    name: 'file',
    due: '2026-10-30',
    maker: 'Service, Ott Lepik',
    contact: 'carmen'
  })
  s.moved(
    '2026-10-28 16:00',
    'file',
    '2026-11-18',
    'The template of the authority changed in October; agreed with Carmen by phone.'
  )
  s.order('alarm phones', '2026-10-12 10:00', {
    title: 'Duty-phone alarm modules',
    orderNumber: 'NC-26-0811',
    orderedOn: '2026-10-12',
    promisedOn: '2026-11-20',
    neededBy: '2026-11-23',
    quantity: 46,
    unit: 'modules',
    value: 920_000,
    currency: 'EUR'
  })
  s.spoke(
    '2026-11-19 17:50',
    'mail',
    'in',
    '¿Y el expediente de validación?',
    'Carmen asks where the validation file is; she presents suppliers on Monday.',
    { contact: 'carmen', needsReply: true }
  )
  return s.entries
}

function weekend(s: StoryBuilder): void {
  s.spoke(
    '2026-02-09 08:05',
    'call',
    'in',
    'Unit 17 was at 12 degrees since Saturday',
    'Door ajar on Saturday 14:10; alarm mailed to a closed office. 61 hours out of range. Carmen is calm, and very precise.',
    { contact: 'carmen', answered: '2026-02-09 08:20' }
  )
  s.incident('weekend', '2026-02-09 09:00', {
    title: 'Unit 17 out of range over a week-end',
    kind: 'outage',
    severity: 'high',
    state: 'resolved',
    began: '2026-02-07T13:10:00Z',
    ended: '2026-02-09T07:05:00Z',
    whatHappened:
      'The door of unit 17 stood ajar. The alarm of our monitoring went to an office mailbox since a change on 30 January had removed the duty phone.',
    touched: '1,140 doses of four vaccines in the clinic of Sagunto.',
    cause: 'A change of our notification service dropped the second recipient of 46 units; it was tested with one.',
    causeState: 'confirmed',
    containment: 'Duty phone restored on all units the same morning; each acknowledged by a person.',
    currency: 'EUR',
    couldNotHappen: 'Two vaccination mornings in Sagunto; 310 families were called off.',
    peopleAffected: 6
  })
  s.line('weekend', 'doses', '2026-02-11 11:00', {
    title: 'Doses that had to be destroyed',
    calculator: 'scrap',
    currency: 'EUR',
    status: 'confirmed',
    confidence: 'high',
    position: 0,
    inputs: { units: { as: 'exact', value: 872 }, material: { as: 'exact', value: 21.4 }, disposal: { as: 'exact', value: 0.9 } },
    basis: 'Judgement by product, signed by the pharmacist.',
    confirmedBy: 'Carmen Íñiguez Soler',
    confirmedOn: '2026-02-12'
  })
  s.line('weekend', 'calls', '2026-02-11 11:10', {
    title: 'Calling off two mornings and calling again',
    calculator: 'time-and-trouble',
    currency: 'EUR',
    confidence: 'medium',
    position: 1,
    inputs: {
      hoursSpent: { as: 'range', low: 34, likely: 46, high: 60 },
      contacts: { as: 'exact', value: 310 },
      minutesPerContact: { as: 'range', low: 4, likely: 6, high: 9 },
      loadedRate: { as: 'exact', value: 24.5 },
      band: 'none'
    },
    basis: 'Hours noted by the clinic; minutes per call from a sample of twenty.'
  })
  s.said(
    '2026-02-12 13:00',
    'concern',
    'No me preocupa la puerta. Me preocupa que su cambio se probó con una nevera.',
    'The change process, not the door, is what they doubt.',
    { contact: 'carmen', incident: 'weekend' }
  )
  s.promised('2026-02-12 13:20', 'The loss is credited and the change process is described to you in writing by 27 February.', {
    due: '2026-02-27',
    closed: '2026-02-26 12:00',
    maker: 'Maria Ilves',
    contact: 'carmen',
    incident: 'weekend'
  })
  s.promised('2026-02-12 13:22', 'A test alarm on every unit, every first Monday.', {
    due: '2026-03-02',
    closed: '2026-03-02 09:30',
    maker: 'Software, Karl Uus',
    contact: 'pau',
    incident: 'weekend'
  })
  s.spoke(
    '2026-03-05 12:15',
    'call',
    'out',
    'After the credit',
    'Carmen read the change process and sent it back with three corrections. All three were right.',
    { contact: 'carmen' }
  )
}
