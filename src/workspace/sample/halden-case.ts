import type { Input } from '../../shared/contract/table'
import type { StoryBuilder } from './story-builder'
import type { Id } from '../../shared/values/flavours'

/** The case that leadership is asked to decide on Monday. */
export function haldenCase(s: StoryBuilder): void {
  const at = '2026-11-19 09:00'
  const caseId = s.id('case')
  s.add('cases.create', at, {
    id: caseId,
    customerId: s.customerId,
    title: 'Get Halden’s freezer running in November',
    currency: 'EUR',
    state: 'ready',
    ask: 'Release the two commissioning engineers from Tampere on Monday 23 November and pay their travel and overtime, EUR 50,000 in all, so that Halden’s second line runs on 26 November instead of 12 December.',
    decider: 'Jaan Tamm, Chief Operating Officer',
    decideBy: '2026-11-23',
    ifMissed:
      'The engineers are on Tampere until 8 December; the Advent window closes on 27 November and the listing goes on 4 December.',
    background:
      'Halden earns forty per cent of its year between mid October and Christmas. It bought a second freezer line from us because freezing was its bottleneck last season, and told us in January that it must run by 19 October. We promised 9 October twice, the second time in writing on 27 August when they asked before hiring 60 people. Our planning learned on 11 September that the compressors would slip and did not tell them; they heard it from their advocate on 29 September. The package came on 13 November and stands in Turku without commissioning.',
    customerThinks:
      'That we knew in August and let them hire people for a line that would not come. That we finish the easier project first.',
    customerDoes:
      'Their board meets on Tuesday 24 November with a competitor’s offer for the service contract on the table; the contract ends on 31 January.',
    customerSays:
      '“A freezer that is not commissioned is a very expensive ornament.” To other plants of the food federation, where Mikael Sjöblom sits on the board, they will say the same.',
    recommendation:
      'Send the engineers now. It is the only option that ends the loss before both dates of Pohjola Market; it costs a fifth of what it saves Halden, and Tampere has agreed to wait until 1 December at the price given. A credit alone pays for a harm that we could still prevent.',
    unknowns:
      'Whether Pohjola Market keeps the listing if volumes are confirmed on 26 November; Mikael Sjöblom believes so, it is not in writing. Recapture after the season is the weakest figure: between 5 and 30 per cent.',
    nextUpdateOn: '2026-11-23',
    nextUpdateBy: 'Maria Ilves',
    preparedBy: 'Maria Ilves'
  })
  s.add('cases.tieIncident', at, { id: caseId, incidentId: s.id('late freezer'), tied: true })
  facts(s, caseId)
  options(s, caseId)
}

function facts(s: StoryBuilder, caseId: Id<'case'>): void {
  const told: [string, string, string, 'undisputed' | 'disputed' | 'unknown', string?][] = [
    ['need', '2026-01-14', 'Halden says that the line must run by 19 October 2026.', 'undisputed'],
    [
      'order placed',
      '2026-05-18',
      'Order NC-26-0417 placed: delivery promised for 9 October, running on 16 October.',
      'undisputed'
    ],
    [
      'confirmed',
      '2026-08-27',
      'We confirm 9 October in writing; Halden hires 60 seasonal workers on it.',
      'undisputed',
      'confirmation'
    ],
    ['slip', '2026-09-11', 'The maker moves the compressors by four weeks. Our planning knows; Halden is not told.', 'disputed'],
    ['told', '2026-09-29', 'The advocate tells Halden of the delay.', 'undisputed'],
    ['season', '2026-10-19', 'Christmas production begins without the second line.', 'undisputed', 'sheets'],
    [
      'arrived',
      '2026-11-13',
      'The package arrives in Turku, 35 days after the promise, without commissioning.',
      'undisputed',
      'delivery note'
    ],
    ['pohjola', '2026-11-17', 'Pohjola Market sets 27 November and 4 December as its last dates.', 'unknown']
  ]
  for (const [position, [name, on, words, standing, exhibit]] of told.entries()) {
    s.add('facts.create', `2026-11-19 09:${10 + position}`, { id: s.id(`fact ${name}`), caseId, at: on, words, standing, position })
    if (exhibit)
      s.add('evidence.tie', `2026-11-19 09:${20 + position}`, {
        evidenceId: s.id(exhibit),
        entity: 'fact',
        id: s.id(`fact ${name}`),
        tied: true
      })
  }
}

function options(s: StoryBuilder, caseId: Id<'case'>): void {
  const at = '2026-11-19 10:00'
  const option = (name: string, position: number, fields: Omit<Input<'options.create'>, 'caseId' | 'position'>) =>
    s.add('options.create', at, { id: s.id(`option ${name}`), caseId, position, ...fields })
  const remedy = (of: string, name: string, position: number, fields: Omit<Input<'remedies.create'>, 'optionId' | 'position'>) =>
    s.add('remedies.create', at, { id: s.id(`remedy ${name}`), optionId: s.id(`option ${of}`), position, ...fields })
  s.entries.push({
    at: '2026-11-19T08:00:00Z',
    // every case is born with the option of doing nothing; here is what is thought of it
    write: async (workspace) => {
      const { options: born } = await workspace.call('cases.get', { id: caseId })
      const nothing = born.find((one) => one.nothing)!
      await workspace.call('options.change', {
        id: nothing.id,
        patch: {
          stay: 0.25,
          summary: 'The engineers come on 9 December as planned; the line runs on 12 December.',
          risks: 'Both dates of Pohjola Market pass, and the renewal with us is decided in that mood.'
        }
      })
    }
  })
  option('engineers', 1, {
    title: 'Send the engineers on Monday',
    summary: 'Two engineers leave Tampere for four days; the line runs on 26 November.',
    risks: 'Tampere is handed over a week later, at a price agreed with them.',
    stay: 0.9,
    reversible: true,
    staySource: 'Mikael Sjöblom on 17 November: “Run it before the Advent window and we have nothing to discuss.”',
    thinks: 'That somebody decided for them at last.',
    says: '“You moved another customer for us.”',
    feels: 'Relieved, and still sore about August.',
    welcome: 'good',
    viewUnknown: 'Whether one good week is enough for their board.'
  })
  remedy('engineers', 'tampere', 1, {
    words: 'Tampere is compensated for one week',
    owner: 'Projects, Liis Saar',
    cost: 1_200_000,
    days: 6,
    dueOn: '2026-12-01',
    source: 'Agreed with Tampere by telephone on 18 November.'
  })
  remedy('engineers', 'travel', 0, {
    words: 'Two engineers in Turku from Monday evening until the line runs',
    owner: 'Service, Ott Lepik',
    costRange: { as: 'range', low: 3_400_000, likely: 3_700_000, high: 4_600_000 },
    days: 6,
    dueOn: '2026-11-26',
    endsHarm: true,
    source: 'Commissioning plan of Ott Lepik, 18 November: four days at three comparable lines.',
    stayAdds: { as: 'range', low: 0.5, likely: 0.65, high: 0.7 },
    staySource: 'Maria Ilves, from the call of 17 November.',
    needs: [s.id('remedy tampere')]
  })
  option('credit option', 2, {
    title: 'Credit note and trailers until 12 December',
    summary: 'We pay the trailers and a credit of 25,000; commissioning stays on 9 December.',
    risks: 'Both dates of Pohjola Market pass; the harm goes on.',
    stay: 0.5,
    reversible: true,
    staySource: 'Maria Ilves, from the call of 17 November.',
    thinks: 'That we pay to be left alone.',
    feels: 'Bought.',
    welcome: 'bad'
  })
  remedy('credit option', 'credit note', 0, {
    words: 'Credit note of 25,000',
    owner: 'Finance, Anu Mets',
    cost: 2_500_000,
    relief: 2_500_000,
    days: 10,
    dueOn: '2026-11-30'
  })
  remedy('credit option', 'trailers paid', 1, {
    words: 'All trailers are paid by us until 12 December',
    owner: 'Finance, Anu Mets',
    cost: 2_000_000,
    perDay: { as: 'exact', value: 68_000 },
    costDays: 22,
    days: 10,
    dueOn: '2026-12-12',
    reliefs: [{ of: 'line', id: s.id('trailers'), what: 'whole', source: 'We pay the invoices themselves.' }]
  })
  s.add('remedies.create', at, {
    id: s.id('remedy letter'),
    optionId: s.id('option credit option'),
    position: 2,
    words: 'Our director writes to Pohjola Market and vouches for the date',
    owner: 'Jaan Tamm',
    cost: 0,
    days: 4,
    dueOn: '2026-11-24',
    reliefs: [
      {
        of: 'step',
        id: s.id('listing'),
        what: 'ahead',
        share: { as: 'range', low: 0.05, likely: 0.2, high: 0.5 },
        source: 'Mikael Sjöblom believes that it would be heard; nobody has asked Pohjola.'
      }
    ]
  })
  s.add('cases.change', '2026-11-19 10:10', {
    id: caseId,
    patch: {
      recommendedId: s.id('option engineers'),
      recommendedBy: 'Maria Ilves',
      consulted: 'Ott Lepik, Service; Liis Saar, Projects',
      acts: 'Ott Lepik',
      customerFeels: 'Let down by people they had vouched for.',
      worth: {
        margin: 21_000_000,
        discount: 0.09,
        before: { as: 'range', low: 0.85, likely: 0.92, high: 0.96 },
        beforeSource: 'Our own book: eleven of twelve service contracts of this size were renewed in 2023 to 2025.',
        exposed: 1,
        source: 'Service contract and spare parts, margin of 2025.'
      }
    }
  })
  s.add('askings.create', '2026-11-19 10:15', {
    caseId,
    level: 0,
    levelName: 'The customer’s team',
    whom: 'Kristel Paju, account team',
    askedAt: '2026-11-17T14:00:00Z',
    answerBy: '2026-11-18T14:00:00Z',
    answeredAt: '2026-11-18T15:30:00Z',
    answer: 'other',
    said: 'They would send them at once, but cannot move Tampere by themselves.'
  })
  s.add('cases.takeUp', '2026-11-19 11:00', {
    id: caseId,
    level: 1,
    whom: 'Head of service, Ott Lepik',
    at: '2026-11-19T09:00:00Z'
  })
}
