// Opening Redress in Electron with the terminal in its hands.
import { withDisplay } from './display.mjs'
import { electronRuntime } from './electron.mjs'
import { hasDisplay } from './libraries.mjs'
import { hand } from './run.mjs'

/** Runs Redress in Electron with these arguments, on a virtual display where there is none; gives its exit code. */
export async function openRedress(args) {
  const { path, args: leading } = electronRuntime()
  // on a virtual display Chromium complains at length about a desktop that is not there
  const quiet = hasDisplay() ? [] : ['--log-level=3']
  return withDisplay(() => hand(path, [...quiet, ...leading, ...args]))
}
