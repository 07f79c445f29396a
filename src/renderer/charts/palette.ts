/** The colours a chart is drawn with: on screen read from the tokens, in print and in copied pictures the light ones. */
export interface Palette {
  paper: string
  ink: string
  ink2: string
  ink3: string
  line: string
  accent: string
  loss: string
  kept: string
  atRisk: string
  late: string
  series: readonly string[]
}

/** The light tokens of styles/tokens.css, for where there is no page to read them from. A test holds them equal. */
export const lightPalette: Palette = {
  paper: '#ffffff',
  ink: '#1d1b18',
  ink2: '#514d46',
  ink3: '#6a655c',
  line: '#e6e2db',
  accent: '#1f5582',
  loss: '#9d1f3f',
  kept: '#1b6a43',
  atRisk: '#7a5600',
  late: '#a83c0a',
  series: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#b5a900', '#6a655c']
}

/** Takes how a custom property is read (such as from getComputedStyle), gives the palette of the present theme. */
export function readPalette(property: (name: string) => string): Palette {
  // a built style sheet writes #ffffff as #fff
  const read = (name: string): string =>
    property(`--${name}`)
      .trim()
      .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  return {
    paper: read('paper'),
    ink: read('ink'),
    ink2: read('ink-2'),
    ink3: read('ink-3'),
    line: read('line'),
    accent: read('accent'),
    loss: read('loss'),
    kept: read('kept'),
    atRisk: read('at-risk'),
    late: read('late'),
    series: Array.from({ length: 8 }, (_, index) => read(`series-${index + 1}`))
  }
}

/** Takes "#rrggbb" and an opacity of 0 to 1, gives the colour it makes on the paper, itself opaque so that it prints alike. */
export function tint(colour: string, strength: number, paper: string): string {
  const part = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(part(colour, at) * strength + part(paper, at) * (1 - strength)))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
