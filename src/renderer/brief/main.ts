import '@fontsource/inter/400.css'
import '@fontsource/inter/500.css'
import '@fontsource/inter/600.css'
import '@fontsource/source-serif-4/400.css'
import '@fontsource/source-serif-4/500.css'
import '@fontsource/source-serif-4/600.css'
import './fonts.css'
import './paper.css'
import './tables.css'
import './page.css'
import './loss.css'
import './appendix.css'
import './questions.css'
import './call.css'
import './timeline.css'
import './margins.css'
import './preview.css'
import './speaker.css'
import { mount } from 'svelte'
import { marginsMark, type Margins as MarginsData } from '../../shared/brief/margins'
import { chartsOf, picturesMark } from '../../shared/brief/pictures'
import type { BriefModel } from '../../shared/brief/types'
import type { SpeakerSheet } from '../../shared/brief/speaker'
import type { CallSheet } from '../../shared/call-sheet/types'
import type { QuestionSheet } from '../../shared/inquiry/types'
import type { TimelineSheet } from '../../shared/timeline-sheet/types'
import Brief from './Brief.svelte'
import Call from './Call.svelte'
import { chartWidth, pictureOf } from './draw'
import { fitCall, fitWidth } from './fit-call'
import { fitPage } from './fit'
import { mendLines } from './lines'
import Margins from './Margins.svelte'
import { followTheme, layPages, tellHeight } from './preview'
import Questions from './Questions.svelte'
import Speaker from './Speaker.svelte'
import Timeline from './Timeline.svelte'

type Shown = BriefModel | QuestionSheet | CallSheet | SpeakerSheet | TimelineSheet

const given = document.getElementById('model')?.textContent
if (given) void show(JSON.parse(given) as Shown)
window.addEventListener('hashchange', () => {
  if (location.hash === picturesMark && given) showPictures(JSON.parse(given) as BriefModel)
  if (location.hash.startsWith(marginsMark))
    void showMargins(JSON.parse(decodeURIComponent(location.hash.slice(marginsMark.length))) as MarginsData)
})

/** Sets the brief, the questions to a customer, the sheet before a call or a timeline; waits for fonts and pictures, fits the one page, then says "ready": from then on it may be printed. */
async function show(model: Shown): Promise<void> {
  const { documentElement, fonts } = document
  documentElement.lang = model.language
  documentElement.dataset.paper = model.paper
  document.title = model.title
  followTheme()
  // the pictures measure their labels, so their fonts must be there before they are drawn
  const sample = JSON.stringify(model)
  const families = ['Inter', 'Redress Figures']
  await Promise.all(
    families.flatMap((family) => ['400', '500', '600'].map((weight) => fonts.load(`${weight} 12px '${family}'`, sample)))
  )
  const target = document.body
  const sheet = 'is' in model ? model : null
  if (sheet?.is === 'questions') mount(Questions, { target, props: { sheet } })
  else if (sheet?.is === 'timeline') mount(Timeline, { target, props: { sheet } })
  else if (sheet?.is === 'speaker') return void mount(Speaker, { target, props: { sheet } })
  else if (sheet) mount(Call, { target, props: { sheet } })
  else if (!('is' in model)) mount(Brief, { target, props: { model } })
  mendLines(target, sheet ? sheet.language : (model as BriefModel).locale)
  await fonts.ready
  const printed = location.search === '?print'
  if (!('is' in model)) {
    fitPage(model.page.gaveWay?.note)
    if (!printed) layPages(model, location.hash === '#small')
  } else if (model.is === 'call-sheet') {
    fitCall(model.more)
    if (!printed) {
      fitWidth()
      tellHeight()
    }
  }
  document.title = 'ready'
  // the PDF bears the title that stands when it is printed
  setTimeout(() => (document.title = model.title), 20)
}

/** Shows what goes over the pages once they are printed, in their stead: in the fonts of the document, which are there by now. */
async function showMargins(margins: MarginsData): Promise<void> {
  const { documentElement, fonts, body } = document
  documentElement.dataset.margins = ''
  body.replaceChildren()
  mount(Margins, { target: body, props: { margins } })
  const said = [margins.left, margins.draft, ...margins.page].join(' ')
  await Promise.all([
    fonts.load('400 8px Inter', said),
    fonts.load('600 8px Inter', said),
    fonts.load("400 8px 'Redress Figures'", '0')
  ])
  await fonts.ready
  document.title = 'margins'
}

/** Draws each chart as a file of its own, and leaves them where main finds them: the document stays as it is. */
function showPictures(model: BriefModel): void {
  const pictures = chartsOf(model).map((chart) => pictureOf(chart, model.locale, chartWidth))
  Object.assign(globalThis, { pictures })
  document.title = 'pictures'
}
