import type { BriefModel } from '../../shared/brief/types'

/** What stands in the margins of every page. */
export interface Margins {
  head: string
  foot: string
}

interface Given {
  footer: BriefModel['footer']
  draft?: boolean
  digest?: string
}

/**
 * Takes a brief's footer, its digest and whether it is a draft; gives the templates of Chromium's head and foot. They are
 * documents of their own: nothing of the page's style reaches them, and letters that travel in them come too late to be set.
 */
export function marginsOf({ footer, draft = false, digest }: Given): Margins {
  const [before, between, after] = footer.page.map(escaped) as [string, string, string]
  const number = `${before}<span class="pageNumber"></span>${between}<span class="totalPages"></span>${after}`
  const left = [footer.mark, footer.left, digest && `#${digest.slice(0, 12)}`].filter((words) => words !== undefined).join(' · ')
  const drafted = draft ? (footer.draft ?? 'DRAFT') : ''
  return {
    head: `<div style="${look} justify-content: flex-end; font-weight: 600; letter-spacing: 0.12em">${escaped(drafted)}</div>`,
    foot: `<div style="${look} justify-content: space-between"><span>${escaped(left)}</span><span style="flex: none; padding-left: 6mm">${number}</span></div>`
  }
}

const look = 'width: 100%; margin: 0 13mm; font: 8pt sans-serif; color: #55514a; display: flex;'

/** What every page bears is the case's own words. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
