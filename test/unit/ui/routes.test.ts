import { expect, test } from 'vitest'
import { href, parseRoute, type Route } from '../../../src/renderer/routes'

const routes: Route[] = [
  { name: 'desk' },
  { name: 'customers' },
  { name: 'customers', make: 'promise' },
  { name: 'customer', id: 'a/b c' },
  { name: 'customer', id: '1', tab: 'promises' },
  { name: 'customer', id: '1', tab: 'orders', make: 'order' },
  { name: 'incidents' },
  { name: 'incident', id: '1' },
  { name: 'incident', id: '1', tab: 'losses' },
  { name: 'cases', make: 'case' },
  { name: 'case', id: '1' },
  { name: 'case', id: '1', tab: 'options' },
  { name: 'brief', id: '1' },
  { name: 'search' },
  { name: 'search', q: 'Ελιά & co?' },
  { name: 'search', q: 'a', within: '{"customerId":"1","from":"2026"}' },
  { name: 'import' },
  { name: 'settings' },
  { name: 'settings', tab: 'trash' }
]

test.each(routes)('$name comes back from its address', (route) => expect(parseRoute(href(route))).toEqual(route))

test('an empty address is the desk', () => {
  expect(parseRoute('')).toEqual({ name: 'desk' })
  expect(parseRoute('#/')).toEqual({ name: 'desk' })
})

test.each(['#/nowhere', '#/customers/1/2/3', '#/customers/%E0%A4%A', '#/desk/1'])('%s is not found', (hash) =>
  expect(parseRoute(hash)).toEqual({ name: 'not-found' })
)
