/** Forms of companies, which people write or leave out. */
const forms = new Set(
  'ltd limited llc llp lp inc incorporated corp corporation co company plc gmbh mbh ag kg ohg ug se sa sas sarl sl slu sau srl spa snc bv nv ab oy oyj as asa aps ou oü mtü fie αε εε οε επε ικε ae ee oe epe ike sociedad limitada anonima group holding holdings the and'.split(
    ' '
  )
)

/** Takes a company's name, gives what two ways of writing it have in common: no form, no blanks, no accents, no signs. */
export function bareCompany(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !forms.has(word))
    .join('')
}

/** Parts of a domain that name no company. */
const general = new Set('www mail email smtp web com org net edu gov co ac or ne'.split(' '))

/** Takes a domain, gives the bare name of the company that it is called after: "mail.harrow-mills.co.uk" is harrowmills. */
export function companyOfDomain(domain: string): string {
  const parts = domain
    .split('.')
    .slice(0, -1)
    .filter((part) => !general.has(part))
  return bareCompany(parts.at(-1) ?? '')
}
