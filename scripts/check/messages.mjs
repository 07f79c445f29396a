// Whether every language says everything, with the same blanks to fill in, and nothing that nobody says.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/places.mjs'

const folder = join(root, 'resources', 'messages')

function load(language, area) {
  return JSON.parse(readFileSync(join(folder, language, area), 'utf8'))
}

const blanks = (message) => [...new Set(JSON.stringify(message).match(/\{[a-zA-Z_]\w*\}/g) ?? [])].sort().join(' ')
// a plural may leave its number out in one form and not in another, so only plain messages are compared
const plain = (message) => typeof message === 'string'

// languages count differently (Spanish has a form for exact millions): one form of each plural serves what the others leave
const forAnyNumber = (message) =>
  !Array.isArray(message) || message.every(({ match }) => Object.keys(match).some((key) => key.endsWith('=*')))

/** Every name in the product's own code, what is made of the messages apart. */
function names() {
  const made = join(root, 'src', 'shared', 'messages')
  const found = new Set()
  for (const each of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!each.isFile() || each.parentPath.startsWith(made) || !/\.(?:ts|svelte)$/.test(each.name)) continue
    for (const [name] of readFileSync(join(each.parentPath, each.name), 'utf8').matchAll(/[a-z]\w*_\w+/g)) found.add(name)
  }
  return found
}

/** Gives one sentence for each thing missing or wrong; none when the five languages are complete. */
export function messageProblems() {
  const { baseLocale, locales, ...settings } = JSON.parse(readFileSync(join(folder, 'redress.inlang', 'settings.json'), 'utf8'))
  const named = settings['plugin.inlang.messageFormat'].pathPattern.map((path) => path.split('/').at(-1))
  const problems = []
  const said = names()
  const areas = (language) => readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'))
  for (const area of areas(baseLocale)) {
    if (!named.includes(area)) problems.push(`${area} is not named in redress.inlang/settings.json`)
    for (const key of Object.keys(load(baseLocale, area))) {
      if (key !== '$schema' && !said.has(key)) problems.push(`${area}: nobody says ${key}`)
    }
  }
  for (const language of locales) {
    const present = areas(language)
    for (const area of named) {
      if (!present.includes(area)) problems.push(`${language}/${area} is missing`)
      else problems.push(...compare(language, area, load(baseLocale, area), load(language, area)))
    }
  }
  return problems
}

// In Filipino 2, 3 and 5 take the form of “one”, which then cannot leave its number out.
const oneIsMore = (language) => new Intl.PluralRules(language).select(2) === 'one'
const alike = (message) => message.every(({ match }) => new Set(Object.values(match).map(blanks)).size === 1)

function compare(language, area, base, own) {
  const where = `${language}/${area}`
  return [
    ...Object.keys(base)
      .filter((key) => !(key in own))
      .map((key) => `${where} lacks ${key}`),
    ...Object.keys(own)
      .filter((key) => !(key in base))
      .map((key) => `${where} has ${key}, which the base language lacks`),
    ...Object.entries(own)
      .filter(([, message]) => message === '')
      .map(([key]) => `${where}: ${key} is empty`),
    ...Object.keys(base)
      .filter((key) => plain(base[key]) && plain(own[key]) && blanks(base[key]) !== blanks(own[key]))
      .map((key) => `${where}: ${key} fills in ${blanks(own[key]) || 'nothing'}, not ${blanks(base[key]) || 'nothing'}`),
    ...Object.entries(own)
      .filter(([, message]) => !plain(message) && !forAnyNumber(message))
      .map(([key]) => `${where}: ${key} needs a form for any other number (…Plural=*)`),
    ...Object.entries(own)
      .filter(([, message]) => !plain(message) && oneIsMore(language) && !alike(message))
      .map(([key]) => `${where}: ${key} must fill in the same in every form, as “one” is more than 1 there`)
  ]
}
