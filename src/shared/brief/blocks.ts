import type { BriefAppendix, BriefChart, BriefIncident, BriefModel, BriefPair, BriefPage, BriefTable } from './types'

/** A piece of a brief, whatever it is put on. */
export type Block =
  | { is: 'heading'; level: 1 | 2 | 3 | 4; text: string; id?: string }
  | { is: 'paragraph'; text: string; note?: boolean }
  | { is: 'pairs'; pairs: BriefPair[] }
  | { is: 'table'; table: BriefTable }
  | { is: 'chart'; chart: BriefChart }
  | { is: 'list'; items: string[] }
  | { is: 'figure'; label: string; text: string; range: string }
  | { is: 'quote'; words: string; who: string }

type Maybe = Block | false | null | undefined | ''
const only = (blocks: Maybe[]): Block[] =>
  blocks.filter((block) => block !== null && block !== undefined && block !== false && block !== '') as Block[]
const heading = (level: 1 | 2 | 3 | 4, text: string, id?: string): Block => ({ is: 'heading', level, text, ...(id ? { id } : {}) })
const paragraph = (text: string | null | undefined, note = false): Maybe => text && { is: 'paragraph', text, note }
const pairs = (all: BriefPair[] | undefined): Maybe => (all?.length ? { is: 'pairs', pairs: all } : null)
const table = (one: BriefTable | null | undefined): Maybe => one && { is: 'table', table: one }
const charts = (all: readonly BriefChart[]): Block[] => all.map((chart) => ({ is: 'chart', chart }))

/** Takes a brief, gives its page as pieces in reading order. */
export function pageBlocks({ page }: BriefModel): Block[] {
  const { ask, stake, voice, promised, waiting, confidence, containment, recommendation, next } = page
  return only([
    heading(1, page.title),
    paragraph(page.byline, true),
    page.frozen && paragraph([page.frozen.text, ...page.frozen.changes].join('\n'), true),
    ask && heading(2, ask.heading),
    ask && paragraph(ask.text),
    pairs(ask?.facts),
    pairs(ask?.roles ?? []),
    pairs(page.asked ?? []),
    stake && heading(2, stake.heading),
    pairs(stake?.facts),
    voice && heading(2, voice.heading),
    voice && { is: 'quote', words: voice.words, who: voice.who },
    heading(2, promised.heading),
    table(promised.table),
    paragraph([promised.none, promised.more, promised.record].filter(Boolean).join(' ')),
    ...lossBlocks(page),
    waiting && heading(2, waiting.heading),
    pairs([waiting?.main, waiting?.end].filter((pair) => pair != null)),
    paragraph(waiting?.text),
    waiting &&
      waiting.cliffs.length > 0 && {
        is: 'list',
        items: waiting.cliffs.map(({ when, text, amount }) => `${when}: ${text}, ${amount}`)
      },
    page.options && heading(2, page.options.heading),
    table(page.options && optionsTable(page.options)),
    paragraph(page.options?.note, true),
    recommendation && heading(2, recommendation.heading),
    recommendation && paragraph(recommendation.text),
    confidence && heading(2, confidence.heading),
    confidence && { is: 'list', items: confidence.items },
    containment && heading(2, containment.heading),
    pairs(containment?.facts),
    next && heading(2, next.heading),
    next && paragraph(next.text),
    paragraph(page.legal, true)
  ])
}

function lossBlocks({ loss, noLoss, couldNot }: BriefPage): Maybe[] {
  if (noLoss) return [heading(2, noLoss.heading), paragraph(noLoss.text), pairs(noLoss.items), paragraph(couldNot)]
  if (!loss) return []
  return [
    heading(2, loss.heading),
    { is: 'figure', label: loss.mainLabel, text: loss.main, range: loss.range },
    pairs(
      loss.statuses.map(({ label, text, kind }) => ({
        label,
        text: kind === 'recovered' || kind === 'compensated' ? `−${text}` : text
      }))
    ),
    paragraph(loss.notConfirmed?.text),
    paragraph(loss.held),
    loss.drivers.length > 0 && heading(3, loss.driversHeading),
    pairs(loss.drivers.map(({ name, text }) => ({ label: name, text }))),
    paragraph([...loss.terms, couldNot].filter(Boolean).join(' '))
  ]
}

/** The options as a table like any other. */
export function optionsTable({ heading: caption, columns, rows, recommendedLabel }: NonNullable<BriefPage['options']>): BriefTable {
  const chosen = rows.some((row) => row.chosen)
  const marked = (row: (typeof rows)[number]) => row.chosen || (row.recommended && !chosen)
  return {
    caption,
    columns,
    rows: rows.map((row) => [marked(row) ? `${row.title} (${recommendedLabel})` : row.title, ...row.cells])
  }
}

/** Takes a brief, gives what stands behind its page as pieces in reading order. */
export function proofBlocks({ appendix }: BriefModel): Block[] {
  const { loss, options, timeline, view, exhibits, texts, method } = appendix
  return only([
    heading(1, appendix.heading),
    loss && heading(2, loss.heading, loss.id),
    paragraph(loss?.text),
    table(loss?.summary),
    table(loss?.ahead),
    ...charts(loss?.charts ?? []),
    ...(loss?.incidents ?? []).flatMap(incidentBlocks),
    ...guardBlocks(loss?.guard ?? null),
    table(loss?.rates),
    options && heading(2, options.heading, options.id),
    ...(options?.options ?? []).flatMap((option) => [
      heading(3, `${option.mark.text}  ${option.title}`, option.mark.to),
      paragraph(option.text),
      pairs(option.facts),
      table(option.remedies)
    ]),
    timeline && heading(2, timeline.heading, timeline.id),
    paragraph(timeline?.none),
    table(timeline?.facts),
    table(timeline?.promises),
    table(timeline?.record),
    ...viewBlocks(view),
    exhibits && heading(2, exhibits.heading, exhibits.id),
    paragraph(exhibits?.none),
    table(exhibits?.table),
    texts && heading(2, texts.heading, texts.id),
    pairs(texts?.facts),
    method && heading(2, method.heading, method.id),
    ...(method?.paragraphs ?? []).map((text) => paragraph(text)),
    ...(method?.questions ?? []).map(table),
    pairs(method?.facts)
  ])
}

function viewBlocks(view: BriefAppendix['view']): Maybe[] {
  if (!view) return []
  return [
    heading(2, view.heading, view.id),
    paragraph(view.none),
    pairs(view.facts),
    view.voices.length > 0 && heading(3, view.voicesHeading),
    ...view.voices.flatMap(({ kind, who, words, reading }): Maybe[] => [
      { is: 'quote', words, who: `${kind} · ${who}` },
      paragraph(reading, true)
    ])
  ]
}

function guardBlocks(guard: BriefIncident['guard']): Maybe[] {
  if (!guard) return []
  return [
    heading(3, guard.heading),
    ...guard.rows.flatMap(({ title, why, atStake, answer }) => [
      heading(4, title),
      paragraph(`${why} ${atStake}`),
      paragraph(answer)
    ])
  ]
}

function incidentBlocks(incident: BriefIncident): Maybe[] {
  return [
    heading(3, incident.heading, incident.id),
    pairs(incident.facts),
    paragraph(incident.none),
    table(incident.summary),
    ...charts(incident.charts),
    incident.lines.length > 0 && heading(3, incident.linesHeading),
    ...incident.lines.flatMap((line) => [
      heading(4, [line.mark?.text, line.title].filter(Boolean).join('  '), line.mark?.to),
      paragraph(`${line.calculator} · ${line.status}`, true),
      pairs(line.figures),
      paragraph(line.formula && `${line.formulaLabel}: ${line.formula}`),
      ...line.warnings.map((text) => paragraph(text, true)),
      table(line.inputs),
      table(line.working),
      pairs(line.facts)
    ]),
    table(incident.drivers),
    ...guardBlocks(incident.guard),
    table(incident.cliffs),
    table(incident.rates)
  ]
}
