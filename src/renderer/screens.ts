import type { Component } from 'svelte'
import type { RouteName } from './routes'

type Load = () => Promise<{ default: Component }>

const files = import.meta.glob<{ default: Component }>('./features/*/*.svelte')

/** Where the screen of each route is; each is loaded when it is first needed. */
const paths: Record<Exclude<RouteName, 'not-found'>, string> = {
  desk: 'desk/Desk',
  customers: 'customers/Customers',
  customer: 'customer/Customer',
  incidents: 'incidents/Incidents',
  incident: 'incidents/Incident',
  cases: 'cases/Cases',
  case: 'cases/Case',
  brief: 'brief/Brief',
  search: 'search/Search',
  import: 'imports/Import',
  settings: 'settings/Settings'
}

/** Takes a route's name, gives how to load its screen; undefined where there is none. */
export function screen(name: RouteName): Load | undefined {
  return name === 'not-found' ? undefined : files[`./features/${paths[name]}.svelte`]
}
