import type { Component } from 'svelte'
import type { RouteName } from './routes'

type Screen = { default: Component }

// named one by one: a pattern would make a file of its own of every component beside them
const files = import.meta.glob<Screen>([
  './features/desk/Desk.svelte',
  './features/customers/Customers.svelte',
  './features/customer/Customer.svelte',
  './features/customers/Customer.svelte',
  './features/incidents/Incidents.svelte',
  './features/incidents/Incident.svelte',
  './features/cases/Cases.svelte',
  './features/cases/Case.svelte',
  './features/brief/Brief.svelte',
  './features/search/Search.svelte',
  './features/imports/Import.svelte',
  './features/settings/Settings.svelte'
])

/** Where the screen of each route is; each is loaded when it is first needed. */
const paths: Record<Exclude<RouteName, 'not-found'>, string[]> = {
  desk: ['desk/Desk'],
  customers: ['customers/Customers'],
  customer: ['customer/Customer', 'customers/Customer'],
  incidents: ['incidents/Incidents'],
  incident: ['incidents/Incident'],
  cases: ['cases/Cases'],
  case: ['cases/Case'],
  brief: ['brief/Brief'],
  search: ['search/Search'],
  import: ['imports/Import'],
  settings: ['settings/Settings']
}

/** Takes a route's name, gives how to load its screen; undefined where there is none. */
export function screen(name: RouteName): (() => Promise<Screen>) | undefined {
  if (name === 'not-found') return undefined
  return paths[name].map((path) => files[`./features/${path}.svelte`]).find(Boolean)
}
