import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BriefModel } from '../../shared/brief/types'

const scripts = [
  { subset: 'latin', needed: /./u },
  { subset: 'latin-ext', needed: /[\u0100-\u024f\u1e00-\u1eff]/u },
  { subset: 'greek', needed: /[\u0370-\u03ff]/u },
  { subset: 'cyrillic', needed: /[\u0400-\u04ff]/u }
]

/** What stands in the margins of every page. */
export interface Margins {
  head: string
  foot: string
}

/**
 * Takes the folder of the built pages, a brief's footer, its digest and whether it is a draft; gives the templates of
 * Chromium's head and foot. They are documents of their own, which may load nothing: the letters travel in them.
 */
export function marginsOf(
  root: string,
  { footer, draft, digest }: { footer: BriefModel['footer']; draft: boolean; digest: string }
): Margins {
  const [before, between, after] = footer.page.map(escaped) as [string, string, string]
  const number = `${before}<span class="pageNumber"></span>${between}<span class="totalPages"></span>${after}`
  const left = [footer.mark, footer.left, `#${digest.slice(0, 12)}`].filter((words) => words !== undefined).join(' · ')
  const drafted = draft ? (footer.draft ?? 'DRAFT') : ''
  const style = `<style>${facesOf(root, left + drafted + footer.page.join(''))}</style>`
  return {
    head: `${style}<div style="${look} justify-content: flex-end; font-weight: 600; letter-spacing: 0.12em">${escaped(drafted)}</div>`,
    foot: `${style}<div style="${look} justify-content: space-between"><span>${escaped(left)}</span><span style="flex: none; padding-left: 6mm">${number}</span></div>`
  }
}

const look = 'width: 100%; margin: 0 13mm; font-size: 8pt; font-family: Inter, sans-serif; color: #55514a; display: flex;'

function facesOf(root: string, words: string): string {
  const folder = join(root, 'assets')
  const files = readdirSync(folder)
  return scripts
    .filter(({ needed }) => needed.test(words))
    .flatMap(({ subset }) => files.find((file) => file.startsWith(`inter-${subset}-400-normal-`) && file.endsWith('.woff2')) ?? [])
    .map((file) => {
      const letters = readFileSync(join(folder, file)).toString('base64')
      return `@font-face{font-family:Inter;src:url(data:font/woff2;base64,${letters}) format('woff2')}`
    })
    .join('')
}

/** What every page bears is the case's own words. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
