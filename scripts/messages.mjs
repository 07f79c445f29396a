// Compiles resources/messages into typed functions, after checking that every language says everything.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { compile } from '@inlang/paraglide-js'

const root = new URL('../resources/messages/', import.meta.url)
const languages = ['en', 'el', 'es', 'et', 'fil']

/** Takes one language, gives its messages over all areas. Error: a file is not JSON. */
function messages(language) {
  const folder = new URL(`${language}/`, root)
  const areas = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const { $schema: _, ...all } = Object.assign(
    {},
    ...areas.map((name) => {
      try {
        return JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
      } catch (error) {
        throw new Error(`resources/messages/${language}/${name}: ${error.message}`)
      }
    })
  )
  return all
}

const keys = (language) => new Set(Object.keys(messages(language)))

const english = keys('en')
for (const language of languages.slice(1)) {
  const own = keys(language)
  const missing = [...english].filter((key) => !own.has(key))
  const extra = [...own].filter((key) => !english.has(key))
  if (missing.length || extra.length) {
    console.error(`messages: ${language} lacks [${missing.join(', ')}], has more [${extra.join(', ')}]`)
    process.exitCode = 1
  }
}

await compile({
  project: new URL('redress.inlang', root).pathname,
  outdir: new URL('../src/shared/messages', import.meta.url).pathname,
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'locale-modules',
  emitReadme: false,
  emitGitIgnore: false,
  emitPrettierIgnore: false
})
/** Takes a message as it is written, gives it as src/words/describe.ts reads it. Error: it is written in a way that one does not know. */
function text(key, message) {
  if (typeof message === 'string') return message
  const [{ declarations, selectors, match }, ...more] = message
  const plural = /^local (\w+) = (\w+): plural$/.exec(declarations.at(-1))
  const inputs = declarations.slice(0, -1).every((words) => /^input \w+$/.test(words))
  const forms = Object.entries(match).map(([when, words]) => [/^(\w+)=(zero|one|two|few|many|other|\*)$/.exec(when), words])
  const known = plural && inputs && more.length === 0 && selectors.join() === plural[1]
  if (!known || forms.some(([when]) => when?.[1] !== plural[1])) throw new Error(`${key} is neither a plain text nor one plural`)
  return { count: plural[2], forms: Object.fromEntries(forms.map(([when, words]) => [when[2], words])) }
}

// what the built program speaks from: one table for each language
const words = new URL('../src/shared/messages/words/', import.meta.url)
mkdirSync(words, { recursive: true })
for (const language of languages) {
  // what a language lacks is said in English, as the compiler does it; npm run check tells
  const table = Object.entries({ ...messages('en'), ...messages(language) }).map(([key, message]) => [
    key,
    text(`${language}: ${key}`, message)
  ])
  writeFileSync(new URL(`${language}.json`, words), JSON.stringify(Object.fromEntries(table)))
}

// the compiler leaves a timer running that would hold this process open for half a minute
process.exit()
