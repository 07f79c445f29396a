// Builds Redress into out/ when sources changed; --force builds in any case.
import { built } from './setup/built.mjs'
import { runMain } from './setup/say.mjs'

await runMain(() => built({ force: process.argv.includes('--force') }))
