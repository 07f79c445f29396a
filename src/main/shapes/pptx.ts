import type PptxGen from 'pptxgenjs'
import { optionsTable } from '../../shared/brief/blocks'
import { chartsOf } from '../../shared/brief/pictures'
import { writtenDay } from '../../shared/values/format'
import type { BriefChart, BriefModel, BriefTable } from '../../shared/brief/types'
import { columnShares } from './widths'
import type { Minor } from '../../shared/values/flavours'

const ink = '1D1B18'
const soft = '514D46'
const red = '9D1F3F'
const blue = '1F5582'
const wide = { x: 0.6, w: 12.1 }

/** Takes a brief, gives it as slides: a message each, charts that can be edited, on a plain master that a company may replace. */
export async function pptxOf(model: BriefModel): Promise<Uint8Array> {
  const { default: Pptx } = await import('pptxgenjs')
  const deck = new Pptx()
  deck.layout = 'LAYOUT_WIDE'
  deck.title = model.title
  deck.author = 'Redress'
  deck.company = 'Redress'
  deck.defineSlideMaster({
    title: 'BRIEF',
    background: { color: 'FFFFFF' },
    objects: [
      {
        text: {
          text: [model.footer.mark, model.footer.left].filter(Boolean).join(' · '),
          options: { x: 0.6, y: 7.02, w: 10, h: 0.3, fontSize: 10, color: soft }
        }
      },
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            x: 0.6,
            y: 0.35,
            w: 12.1,
            h: 1.1,
            fontSize: 28,
            bold: true,
            color: ink,
            align: 'left',
            valign: 'top'
          },
          text: ''
        }
      }
    ],
    slideNumber: { x: 12.2, y: 7.02, fontSize: 10, color: soft }
  })
  const slide = (title: string) => {
    const made = deck.addSlide({ masterName: 'BRIEF' })
    made.addText(title, { placeholder: 'title', fit: 'shrink' })
    return made
  }
  const { page } = model
  const { ask, loss, voice, waiting, options, recommendation, promised } = page
  // what is asked may be a paragraph: it stands under its name
  const opening = slide(ask ? `${ask.heading}: ${page.title}` : page.title)
  const facts = (ask?.facts ?? []).map(({ label, text }) => `${label}: ${text}`)
  if (ask)
    opening.addText(ask.text, { ...wide, y: 1.6, h: 2.4, fontSize: 28, bold: true, color: ink, valign: 'top', fit: 'shrink' })
  opening.addText([...facts, page.byline].join('\n'), {
    ...wide,
    y: ask ? 4.2 : 2.2,
    h: 2.6,
    fontSize: 18,
    color: soft,
    valign: 'top',
    fit: 'shrink'
  })
  if (promised.table) tableOn(slide(promised.heading), promised.table)
  if (loss) {
    const one = slide(`${loss.heading}: ${loss.main}`)
    one.addText(loss.main, { ...wide, y: 1.6, h: 1.2, fontSize: 60, bold: true, color: red })
    const said = [
      [loss.mainLabel, loss.range].filter(Boolean).join('. '),
      ...loss.statuses.map(
        ({ label, text, kind }) => `${label}: ${kind === 'recovered' || kind === 'compensated' ? '−' : ''}${text}`
      ),
      ...loss.terms
    ]
    one.addText(said.join('\n'), { ...wide, y: 3, h: 3.4, fontSize: 18, color: ink, valign: 'top', fit: 'shrink' })
  }
  for (const chart of chartsOf(model)) chartOn(slide(chart.title), chart, deck, model.locale)
  if (waiting?.main) {
    const one = slide(`${waiting.main.label}: ${waiting.main.text}`)
    const said = [
      waiting.text,
      waiting.end && `${waiting.end.label}: ${waiting.end.text}`,
      ...waiting.cliffs.map(({ when, text, amount }) => `${when}: ${text}, ${amount}`)
    ]
    one.addText(said.filter(Boolean).join('\n'), {
      ...wide,
      y: 1.7,
      h: 4.6,
      fontSize: 20,
      color: ink,
      valign: 'top',
      fit: 'shrink'
    })
  }
  if (voice) {
    const one = slide(voice.heading)
    one.addText(voice.words, { ...wide, y: 2, h: 3, fontSize: 32, italic: true, color: ink, fit: 'shrink' })
    one.addText(voice.who, { ...wide, y: 5.2, h: 0.5, fontSize: 16, color: soft })
  }
  if (options) tableOn(slide(options.heading), optionsTable(options))
  if (recommendation) {
    const one = slide(recommendation.heading)
    const said = [
      recommendation.text,
      ...(page.confidence?.items ?? []),
      page.next && `${page.next.heading}: ${page.next.text}`,
      page.legal
    ]
    one.addText(said.filter(Boolean).join('\n\n'), {
      ...wide,
      y: 1.6,
      h: 5,
      fontSize: 18,
      color: ink,
      valign: 'top',
      fit: 'shrink'
    })
  }
  return new Uint8Array((await deck.write({ outputType: 'uint8array' })) as Uint8Array)
}

function tableOn(slide: PptxGen.Slide, table: BriefTable): void {
  const { columns, rows } = table
  const head = columns.map(({ label, numeric }) => ({
    text: label,
    options: { bold: true, color: soft, align: numeric ? ('right' as const) : ('left' as const) }
  }))
  const body = rows.map((row) =>
    row.map((text, at) => ({ text, options: { align: columns[at]?.numeric ? ('right' as const) : ('left' as const) } }))
  )
  slide.addTable([head, ...body], {
    ...wide,
    y: 1.6,
    colW: columnShares(table).map((share) => share * wide.w),
    fontSize: 16,
    color: ink,
    border: { type: 'solid', pt: 0.5, color: 'D9D4CB' },
    autoPage: true,
    autoPageRepeatHeader: true
  })
}

/** The chart as one of PowerPoint's own, its figures in a sheet of it. Amounts are in major units. */
function chartOn(slide: PptxGen.Slide, chart: BriefChart, deck: PptxGen, locale: string): void {
  const scale =
    10 **
    -(new Intl.NumberFormat('en', { style: 'currency', currency: chart.currency }).resolvedOptions().maximumFractionDigits ?? 2)
  const major = (minor: Minor) => Math.round(minor * scale)
  const written = (minor: Minor) => new Intl.NumberFormat(locale).format(major(minor))
  const place = {
    ...wide,
    y: 1.6,
    h: 5.2,
    altText: chart.alt,
    valAxisLabelFormatCode: '#,##0',
    showLegend: false,
    // of one series all bars are alike
    chartColors: [blue]
  }
  switch (chart.kind) {
    case 'waiting': {
      const labels = chart.data.points.map(({ on }) => writtenDay(on, locale))
      const { low, middle, high } = chart.labels
      const series = (
        [
          ['p10', low],
          ['p50', middle],
          ['p90', high]
        ] as const
      ).map(([key, name]) => ({
        name,
        labels,
        values: chart.data.points.map((point) => major(point[key]))
      }))
      const looks = { chartColors: [soft, red, soft], showLegend: true, legendPos: 'b' as const, lineDataSymbol: 'none' as const }
      slide.addChart(deck.ChartType.line, series, { ...place, ...looks })
      return
    }
    case 'distribution': {
      const { bins } = chart.data
      const all = bins.reduce((sum, { count }) => sum + count, 0)
      const labels = bins.map(({ from }) => written(from))
      const values = bins.map(({ count }) => count / all)
      const looks = { ...place, valAxisLabelFormatCode: '0%', barGapWidthPct: 5 }
      slide.addChart(deck.ChartType.bar, [{ name: chart.labels.share, labels, values }], looks)
      return
    }
    case 'chance': {
      const labels = chart.data.map(({ amount }) => written(amount))
      const values = chart.data.map(({ chance }) => chance)
      const looks = { ...place, valAxisLabelFormatCode: '0%', valAxisMaxVal: 1, lineDataSymbol: 'none' as const }
      slide.addChart(deck.ChartType.line, [{ name: chart.labels.chance, labels, values }], looks)
      return
    }
    case 'lines': {
      const labels = chart.data.map(({ name }) => name)
      slide.addChart(deck.ChartType.bar, [{ name: chart.labels.middle, labels, values: chart.data.map(({ p50 }) => major(p50)) }], {
        ...place,
        barDir: 'bar',
        catAxisOrientation: 'maxMin' as 'minMax',
        showValue: true,
        dataLabelFormatCode: '#,##0'
      })
      return
    }
    case 'tornado': {
      const labels = chart.data.map(({ name }) => name)
      const values = chart.data.map(({ atLow, atHigh }) => major(Math.abs(atHigh - atLow)))
      slide.addChart(deck.ChartType.bar, [{ name: chart.labels.input, labels, values }], {
        ...place,
        barDir: 'bar',
        catAxisOrientation: 'maxMin' as 'minMax',
        showValue: true,
        dataLabelFormatCode: '#,##0'
      })
    }
  }
}
