import { app, type Session, type WebContents } from 'electron'
import { isBrief, isPage, ownUrl } from './origin'
import { log } from './log'

/** Switches that must be set before the app is ready: nothing that Chromium could ask of a network is answered. */
export function closeNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('no-pings')
  // and what asks nothing needs no process of its own, which takes some 65 MB; features that were given by hand stay
  const given = app.commandLine.getSwitchValue('enable-features')
  app.commandLine.appendSwitch('enable-features', [given, 'NetworkServiceInProcess2'].filter(Boolean).join(','))
}

/**
 * Puts every session and every page that will ever exist under the rules below. To be called before the app is ready.
 * `onLink` is told the address when a page asks for a new window, which it never gets.
 */
export function guard(onLink: (address: string) => void): void {
  // it would take back --no-sandbox, which set-up gives when a developer is root; every page asks for the sandbox anyway
  if (app.isPackaged || process.getuid?.() !== 0) app.enableSandbox()
  app.on('session-created', lockSession)
  app.on('web-contents-created', (_event, contents) => lockContents(contents, onLink))
  app.on('login', (event) => event.preventDefault())
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
}

function lockSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(mayWriteClipboard(permission, details.requestingUrl, contents))
  })
  session.setPermissionCheckHandler((contents, permission, origin) => mayWriteClipboard(permission, origin, contents))
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  // an empty list of addresses would block nothing at all
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => answer({ cancel: !stays(url) }))
  session.on('will-download', (event) => event.preventDefault())
  // a dictionary that is not there would be fetched from the network: it is turned on when they are there (spelling.ts)
  if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false)
}

/** Copying a chart or a table is the one permission: it only writes plain text or a picture, in answer to a person. */
function mayWriteClipboard(permission: string, asker: string, contents: WebContents | null): boolean {
  return permission === 'clipboard-sanitized-write' && contents !== null && isPage(contents.getURL()) && ownUrl(asker) !== null
}

/** Whether a request stays inside the app. Tools for developers read their own pages. */
function stays(url: string): boolean {
  const { protocol } = new URL(url)
  return ownUrl(url) !== null || protocol === 'blob:' || protocol === 'data:' || (protocol === 'devtools:' && !app.isPackaged)
}

function lockContents(contents: WebContents, onLink: (address: string) => void): void {
  const refuse = (event: { preventDefault(): void }, what: string) => {
    event.preventDefault()
    log('refused', what)
  }
  contents.on('will-frame-navigate', (event) => {
    const fits = event.isMainFrame ? isPage(event.url) : isBrief(event.url) && isPage(contents.getURL())
    if (!fits) refuse(event, 'a navigation')
  })
  contents.on('will-navigate', (event) => {
    if (!isPage(event.url)) refuse(event, 'a navigation')
  })
  contents.on('will-redirect', (event) => refuse(event, 'a redirect'))
  contents.on('will-attach-webview', (event) => refuse(event, 'a webview'))
  contents.setWindowOpenHandler(({ url }) => {
    log('refused', 'a new window')
    if (isPage(contents.getURL())) onLink(url)
    return { action: 'deny' }
  })
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

/** The settings of every page, in one place: tests compare them with what Electron says. */
export const lockedPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  spellcheck: true
} as const
