// Stands in for Electron's own default app, which the stand-in runtime lacks: `electron FOLDER` opens the app in FOLDER.
// So one runtime in the user's cache serves every clone, and is started the same way as the official one.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!folder) {
  console.error('electron: name the folder of the app to open')
  process.exit(2)
}
const path = resolve(folder)
const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
app.setVersion(about.version ?? '0.0.0')
app.setName(about.productName ?? about.name ?? 'electron')
app.setDesktopName(`${app.getName()}.desktop`)
app.setAppPath(path)
await import(pathToFileURL(resolve(path, about.main)).href)
