// Compiles resources/messages into typed functions, after checking that every language says everything.
import { readFileSync, readdirSync } from 'node:fs'
import { compile } from '@inlang/paraglide-js'

const root = new URL('../resources/messages/', import.meta.url)
const languages = ['en', 'el', 'es', 'et', 'fil']

/** Takes one language, gives its message keys over all areas. Error: a file is not JSON. */
function keys(language) {
  const folder = new URL(`${language}/`, root)
  return new Set(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .flatMap((name) => {
        try {
          return Object.keys(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
        } catch (error) {
          throw new Error(`resources/messages/${language}/${name}: ${error.message}`)
        }
      })
  )
}

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
// the compiler leaves a timer running that would hold this process open for half a minute
process.exit()
