import { href, parseRoute, type Route } from './routes'

export { href } from './routes'
export type { Route } from './routes'

let current = $state.raw<Route>(parseRoute(location.hash))

window.addEventListener('hashchange', () => (current = parseRoute(location.hash)))

/** Gives where one is; reading it in a component follows. */
export const route = (): Route => current

/** Goes to a place. With `replace` the place one leaves is not kept for going back, as for a tab of the same page. */
export function go(to: Route, options: { replace?: boolean } = {}): void {
  const address = href(to)
  if (options.replace) history.replaceState(null, '', address)
  else if (location.hash !== address) history.pushState(null, '', address)
  current = to
}

window.addEventListener('popstate', () => (current = parseRoute(location.hash)))
