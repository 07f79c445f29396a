// Brings everything Redress needs on this machine. Safe to run at any time; does nothing when all is there.
import { dependencies } from './setup/dependencies.mjs'
import { electron, electronNapi } from './setup/electron.mjs'
import { libraries } from './setup/libraries.mjs'
import { nativeModule } from './setup/native.mjs'
import { SetupError } from './setup/say.mjs'

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(`Redress needs Node 20.19 or later; this is ${process.versions.node}.`)
  }
}

/** Brings what plain Node needs to run Redress without a window: packages and the native module. */
export async function setUpNode() {
  checkNode()
  await dependencies()
  await nativeModule([Number(process.versions.napi)])
}

/** Brings what a window needs as well: Electron, its system libraries, a native module that serves both. Gives Electron's path. */
export async function setUpElectron({ nodeToo = true } = {}) {
  checkNode()
  await dependencies()
  const path = await electron()
  await libraries(path)
  await nativeModule([await electronNapi(path), ...(nodeToo ? [Number(process.versions.napi)] : [])])
  return path
}
