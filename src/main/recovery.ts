import { m } from '../shared/messages/messages.js'
import { getLocale } from '../shared/messages/runtime.js'
import { home } from './origin'

/** A page of main's own, without scripts, for when the app's page failed again and again. */
export function recoveryHtml(): string {
  return `<!doctype html>
<html lang="${getLocale()}"><head><meta charset="utf-8"><title>${plain(m.app_name())}</title></head>
<body><main><h1>${plain(m.menu_page_failed())}</h1><p>${plain(m.menu_page_failed_text())}</p>
<p><a href="${home}">${plain(m.menu_page_again())}</a></p></main></body></html>`
}

function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
