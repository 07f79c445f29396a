// One clock: what turns a moment into words or into a day stands in few places, which ask whose clock tells it. Everywhere
// else another formatter of time is refused. See docs/glossary.md, "Whose clock".
import { relative, sep } from 'node:path'
import { root } from '../setup/places.mjs'

/** Where time is written, reckoned, or read from what a person or a file says. */
const places = [
  'src/shared/values/clock.ts',
  'src/shared/values/format.ts',
  'src/shared/values/zones.ts',
  // reads what was typed, and what stands in a file
  'src/renderer/ui/dateText.ts',
  'src/renderer/ui/DayTime.svelte',
  'src/renderer/ui/momentOn.ts',
  'src/shared/imports/dates.ts',
  'src/shared/imports/date-column.ts',
  'src/shared/imports/months.ts',
  'src/shared/imports/values.ts',
  // working hours
  'src/shared/records/clocks.ts'
]

const formatters = new Set(['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'toDateString', 'toTimeString'])
const ofThisComputer = /^get(Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)$/
const temporal = /^(toPlain(Date|Time|DateTime)|toZonedDateTimeISO|toZonedDateTime)$/
// "2026-03-29T12:00" cut to its day, hour or minute, or to what stands after the day: the clock of UTC, told as anybody's
const cuts = new Set(['0,10', '0,13', '0,16', '0,19', '11', '11,16', '11,19'])

/** Takes the name of a method that is called and its arguments as numbers, gives what is wrong with it, or undefined. */
export function callProblem(name, args) {
  if (formatters.has(name)) return `${name} tells time on the clock of this computer: use showMoment or showDone`
  if (ofThisComputer.test(name)) return `${name} reads the clock of this computer: use dayIn with the zone it is about`
  if (temporal.test(name)) return `${name}: only shared/values/zones.ts and the inputs go from instants to clocks`
  if (/^(slice|substring|substr)$/.test(name) && cuts.has(args.join())) return 'a moment is not cut: use dayOf, dayIn or showMoment'
  return undefined
}

/** Is a file one of the places where time may be written and reckoned? Only src is asked. */
export function mayTellTime(file) {
  const path = relative(root, file).split(sep).join('/')
  // a story is written in local time
  const told = ['src/shared/messages/', 'src/workspace/sample/'].some((folder) => path.startsWith(folder))
  return !path.startsWith('src/') || told || places.includes(path)
}

export const clock = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (mayTellTime(context.filename)) return {}
    return {
      MemberExpression(node) {
        if (node.object.name === 'Intl' && /^(DateTimeFormat|DurationFormat|RelativeTimeFormat)$/.test(node.property.name))
          context.report({ node, message: `Intl.${node.property.name} stands in shared/values/format.ts alone` })
      },
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
        const problem = callProblem(
          callee.property.name,
          node.arguments.map(({ value }) => value)
        )
        if (problem) context.report({ node, message: problem })
      },
      Literal(node) {
        if (node.value === 'sv-SE') context.report({ node, message: 'a day is not made with a Swedish formatter: use dayIn' })
      }
    }
  }
}
