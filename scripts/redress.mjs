#!/usr/bin/env node
// Redress without a window. Everything but `brief` runs on plain Node; `brief` needs Electron to print.
// stdout belongs to the answer: set-up speaks on stderr, and only when it has something to do.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './setup/places.mjs'
import { runMain } from './setup/say.mjs'
import { setUpElectron, setUpNode } from './setup.mjs'

const args = process.argv.slice(2)

async function brief() {
  process.env.REDRESS_QUIET = '1'
  await setUpElectron()
  await build()
  const { openRedress } = await import('./setup/open.mjs')
  // stderr is for our words, not for what Chromium thinks of this desktop
  return openRedress(['--log-level=3', '--cli', ...args])
}

async function plain() {
  await setUpNode()
  await build()
  await import(pathToFileURL(join(root, 'out', 'cli', 'index.js')).href)
}

// under test the build of the whole run is used, whatever happens to the sources meanwhile
async function build() {
  if (process.env.REDRESS_BUILT && existsSync(join(root, 'out', 'cli', 'index.js'))) return
  const { built } = await import('./setup/built.mjs')
  await built()
}

await runMain(args[0] === 'brief' && !args.includes('--help') ? brief : plain)
