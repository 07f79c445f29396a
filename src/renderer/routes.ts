/**
 * Every place of the workbench. `make` asks a screen to open its form for a new record of that kind, `open` to show one
 * record in the drawer ("promise.01…"). `within`: what a search is narrowed by, as JSON.
 */
export type Route =
  | { name: 'desk' }
  | { name: 'customers'; make?: string }
  | { name: 'customer'; id: string; tab?: string; make?: string; open?: string }
  | { name: 'call-sheet'; id: string }
  | { name: 'incidents'; make?: string }
  | { name: 'incident'; id: string; tab?: string }
  | { name: 'wishes' }
  | { name: 'cases'; make?: string }
  | { name: 'case'; id: string; tab?: string }
  | { name: 'brief'; id: string }
  | { name: 'search'; q?: string; within?: string }
  | { name: 'import' }
  | { name: 'settings'; tab?: string }
  | { name: 'not-found' }

export type RouteName = Route['name']

/** Takes a route, gives its address, such as "#/customers/01…/promises". */
export function href(route: Route): string {
  const part = encodeURIComponent
  const tail = (tab?: string): string => (tab ? `/${part(tab)}` : '')
  const make = 'make' in route && route.make ? `?new=${part(route.make)}` : ''
  switch (route.name) {
    case 'customer':
      return `#/customers/${part(route.id)}${tail(route.tab)}${make || (route.open ? `?open=${part(route.open)}` : '')}`
    case 'call-sheet':
      return `#/customers/${part(route.id)}/call-sheet`
    case 'incident':
      return `#/incidents/${part(route.id)}${tail(route.tab)}`
    case 'case':
      return `#/cases/${part(route.id)}${tail(route.tab)}`
    case 'brief':
      return `#/cases/${part(route.id)}/brief`
    case 'search': {
      const asked = [route.q ? `q=${part(route.q)}` : '', route.within ? `within=${part(route.within)}` : ''].filter(Boolean)
      return `#/search${asked.length > 0 ? `?${asked.join('&')}` : ''}`
    }
    case 'settings':
      return `#/settings${tail(route.tab)}`
    default:
      return `#/${route.name}${make}`
  }
}

/** Takes an address after the page's own ("#/cases/01…/brief?x"), gives the route; anything unknown is "not-found". */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2)
  let parts: string[]
  try {
    parts = path.split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return { name: 'not-found' }
  }
  const params = new URLSearchParams(query)
  const make = params.get('new') ? { make: params.get('new')! } : {}
  const open = params.get('open') ? { open: params.get('open')! } : {}
  const [first, id, tab] = parts
  const withTab = tab ? { tab } : {}
  if (parts.length > 3) return { name: 'not-found' }
  switch (first) {
    case undefined:
    case 'desk':
      return id ? { name: 'not-found' } : { name: 'desk' }
    case 'customers':
      if (id && tab === 'call-sheet') return { name: 'call-sheet', id }
      return id ? { name: 'customer', id, ...withTab, ...make, ...open } : { name: 'customers', ...make }
    case 'incidents':
      return id ? { name: 'incident', id, ...withTab } : { name: 'incidents', ...make }
    case 'cases':
      if (!id) return { name: 'cases', ...make }
      return tab === 'brief' ? { name: 'brief', id } : { name: 'case', id, ...withTab }
    case 'wishes':
      return id ? { name: 'not-found' } : { name: 'wishes' }
    case 'search':
      return {
        name: 'search',
        ...(params.get('q') ? { q: params.get('q')! } : {}),
        ...(params.get('within') ? { within: params.get('within')! } : {})
      }
    case 'import':
      return { name: 'import' }
    case 'settings':
      return id ? { name: 'settings', tab: id } : { name: 'settings' }
    default:
      return { name: 'not-found' }
  }
}
