// The least an Electron app can be: the yardstick for start and memory.
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow } from 'electron'

const userData = process.argv.find((word) => word.startsWith('--user-data='))
if (userData) app.setPath('userData', userData.slice('--user-data='.length))
void app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  window.once('ready-to-show', () => window.show())
  void window.loadFile(fileURLToPath(new URL('index.html', import.meta.url)))
})
app.on('window-all-closed', () => app.quit())
