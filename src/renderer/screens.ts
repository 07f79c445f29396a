import type { Component } from 'svelte'
import Desk from './features/desk/Desk.svelte'
import type { RouteName } from './routes'

type Screen = { default: Component }

/** Where the screen of each route is; each is loaded when it is first needed, only the first is there from the start. */
const screens = {
  desk: () => Promise.resolve({ default: Desk }),
  customers: () => import('./features/customers/Customers.svelte'),
  customer: () => import('./features/customer/Customer.svelte'),
  'call-sheet': () => import('./features/call-sheet/CallSheet.svelte'),
  incidents: () => import('./features/incidents/Incidents.svelte'),
  incident: () => import('./features/incidents/Incident.svelte'),
  cases: () => import('./features/cases/Cases.svelte'),
  case: () => import('./features/cases/Case.svelte'),
  brief: () => import('./features/brief/Brief.svelte'),
  wishes: () => import('./features/wishes/Wishes.svelte'),
  search: () => import('./features/search/Search.svelte'),
  import: () => import('./features/imports/Import.svelte'),
  settings: () => import('./features/settings/Settings.svelte')
} satisfies Record<Exclude<RouteName, 'not-found'>, () => Promise<unknown>>

/** Takes a route's name, gives how to load its screen; undefined where there is none. */
export function screen(name: RouteName): (() => Promise<Screen>) | undefined {
  return name === 'not-found' ? undefined : (screens[name] as () => Promise<Screen>)
}
