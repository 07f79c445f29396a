/** Redress's pages live under this scheme; it is registered before the app is ready. */
export const scheme = 'redress-app'
export const home = `${scheme}://app/index.html`
/** Shown by main alone when the page itself keeps failing. */
export const recoveryPage = `${scheme}://app/recovery.html`

/** Takes any text, gives it as a parsed address of our own origin, or null. Never compares the beginnings of texts. */
export function ownUrl(text: string): URL | null {
  const url = parsed(text)
  return url && url.protocol === `${scheme}:` && url.host === 'app' && !url.username && !url.password && !url.port ? url : null
}

/** Whether the main window may show this address. */
export function isPage(text: string): boolean {
  const url = ownUrl(text)
  return url !== null && ['/index.html', '/recovery.html'].includes(url.pathname)
}

/** Whether a frame inside the main window may show this address: the preview of a brief, nothing else. */
export function isBrief(text: string): boolean {
  return ownUrl(text)?.pathname.startsWith('/brief/') ?? false
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}
