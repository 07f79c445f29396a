import { languages } from '../values/fields'

/** Languages in which the names of countries and languages are understood: those of the screens, and others that exports speak. */
const spoken = [...languages, 'de', 'fr', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'fi', 'nb']

/** Names and codes that people write and no table of names has. */
const otherCountries: Readonly<Record<string, string>> = {
  usa: 'US',
  'u.s.': 'US',
  'u.s.a.': 'US',
  'united states of america': 'US',
  ηπα: 'US',
  eeuu: 'US',
  'ee. uu.': 'US',
  uk: 'GB',
  'u.k.': 'GB',
  'great britain': 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  αγγλία: 'GB',
  inglaterra: 'GB',
  inglismaa: 'GB',
  el: 'GR',
  hellas: 'GR',
  holland: 'NL',
  'the netherlands': 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  macedonia: 'MK',
  'republic of ireland': 'IE',
  'south korea': 'KR',
  'korea, republic of': 'KR',
  'russian federation': 'RU',
  'viet nam': 'VN',
  uae: 'AE',
  'ivory coast': 'CI',
  swaziland: 'SZ',
  burma: 'MM'
}
/** The codes of three letters that do not begin with the code of two, by that. */
const threeLetters =
  'AND:AD ARE:AE AGO:AO ARM:AM ATG:AG AUT:AT BGD:BD BHS:BS BIH:BA BLR:BY BLZ:BZ BEN:BJ BRB:BB BDI:BI CAF:CF CHL:CL CHN:CN COD:CD COG:CG COM:KM CPV:CV DNK:DK EST:EE SLV:SV GNQ:GQ GUF:GF FSM:FM GRD:GD GRL:GL GLP:GP GIN:GN GNB:GW GUY:GY IRQ:IQ IRL:IE ISR:IL JAM:JM KAZ:KZ PRK:KP KOR:KR LBR:LR LBY:LY LTU:LT MAC:MO MDG:MG MDV:MV MLT:MT MTQ:MQ MRT:MR MEX:MX MNE:ME MOZ:MZ PAK:PK PLW:PW PNG:PG PRY:PY PYF:PF POL:PL PRT:PT SRB:RS SEN:SN SVK:SK SVN:SI SLB:SB SUR:SR SWE:SE SYC:SC TCD:TD TUN:TN TUR:TR TKM:TM UKR:UA URY:UY WSM:WS'
const codes = new Map(threeLetters.split(' ').map((pair) => [pair.slice(0, 3), pair.slice(4)]))

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()

let countries: Map<string, string> | null = null
let regions: Set<string> | null = null
let tongues: Map<string, string> | null = null

function everyCode(type: 'region' | 'language', length: 2): string[] {
  const english = new Intl.DisplayNames('en', { type, fallback: 'none' })
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  return [...letters].flatMap((a) =>
    [...letters].flatMap((b) => {
      const code = type === 'region' ? (a + b).toUpperCase() : a + b
      return code.length === length && english.of(code) ? [code] : []
    })
  )
}

function named(type: 'region' | 'language', all: string[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const language of spoken) {
    const display = new Intl.DisplayNames(language, { type, fallback: 'none' })
    for (const code of all) {
      const name = display.of(code)
      if (name && !names.has(plain(name))) names.set(plain(name), code)
    }
  }
  return names
}

/** Takes a country as people write it, by name or by code; gives its code of two letters (ISO 3166), null where it is none. */
export function countryNamed(text: string): string | null {
  if (text.length > 80) return null
  const retired = new Set([
    'AN',
    'BU',
    'CS',
    'DD',
    'EU',
    'EZ',
    'FX',
    'NT',
    'QO',
    'SU',
    'TP',
    'UK',
    'UN',
    'YD',
    'YU',
    'ZR',
    'ZZ',
    'XA',
    'XB'
  ])
  regions ??= new Set(everyCode('region', 2).filter((code) => !retired.has(code)))
  countries ??= new Map([
    ...named('region', [...regions]),
    ...Object.entries(otherCountries).map(([name, code]): [string, string] => [plain(name), code])
  ])
  const code = text.trim().toUpperCase()
  if (code !== 'EL' && regions.has(code)) return code
  if (/^[A-Z]{3}$/.test(code)) {
    const two = codes.get(code) ?? code.slice(0, 2)
    if (countries.has(plain(code))) return countries.get(plain(code))!
    return regions.has(two) ? two : null
  }
  return countries.get(plain(text)) ?? null
}

/** Takes a language as people write it, by name or as a tag; gives its tag (BCP 47), null where it is none. */
export function languageNamed(text: string): string | null {
  if (text.length > 80) return null
  const tag = text.trim().replaceAll('_', '-')
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag)) {
    try {
      const [canonical] = Intl.getCanonicalLocales(tag)
      const base = canonical!.split('-')[0]!
      if (new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(base))
        return base === 'tl' ? canonical!.replace('tl', 'fil') : canonical!
    } catch {
      // not a tag: perhaps a name
    }
  }
  tongues ??= new Map([...named('language', [...everyCode('language', 2), 'fil']), ['tagalog', 'fil']])
  const bare = text.replace(/\([^()]{0,60}\)/g, '').trim()
  return tongues.get(plain(text)) ?? tongues.get(plain(bare)) ?? null
}
