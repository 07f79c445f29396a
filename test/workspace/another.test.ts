import { existsSync, linkSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openWorkspace } from '../../src/workspace/index'
import { serve, type FromWorkspace, type ToWorkspace } from '../../src/workspace/process'
import { backupFolder } from '../../src/workspace/store/backup'
import { temporaryFolder } from './support'

type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never

/** The workspace process, as main speaks with it. */
function started() {
  let listener: (message: { data: ToWorkspace }) => void = () => {}
  const pending = new Map<number, (answer: Extract<FromWorkspace, { is: 'answer' }>) => void>()
  serve({
    on: (_, heard) => (listener = heard),
    postMessage: (message) => message.is === 'answer' && pending.get(message.id)?.(message)
  })
  let last = 0
  const ask = (message: Unnumbered<ToWorkspace>) =>
    new Promise<Extract<FromWorkspace, { is: 'answer' }>>((resolve) => {
      pending.set(++last, resolve)
      listener({ data: { ...message, id: last } as ToWorkspace })
    })
  onTestFinished(async () => void (await ask({ do: 'close' })))
  return ask
}

const made = (file: string) => (existsSync(backupFolder(file)) ? readdirSync(backupFolder(file)) : [])
const add = (name: string) => ({ do: 'call' as const, name: 'customers.create', input: { name, currency: 'EUR' } })

it('another workspace opens without waiting for the backup of the one before; that one opens again when it is closed', async () => {
  const ask = started()
  const folder = temporaryFolder()
  const [one, other, link] = ['One', 'Other', 'Link'].map((name) => join(folder, `${name}.redress`)) as [string, string, string]
  await ask({ do: 'open', file: one, create: true, backUp: true })
  const { result } = await ask(add('Halden Foods'))
  const bytes = join(folder, 'large.png')
  writeFileSync(bytes, Buffer.alloc(20 * 1_048_576, 3))
  const customerId = (result as { id: string }).id
  expect((await ask({ do: 'call', name: 'evidence.attach', input: { customerId, file: bytes } })).error).toBeUndefined()

  expect((await ask({ do: 'open', file: other, create: true, backUp: true })).error).toBeUndefined()
  // what is said from now on is the other one's
  expect((await ask(add('Levante'))).error).toBeUndefined()

  // by another name too, which would be refused while it is open
  linkSync(one, link)
  const again = await ask({ do: 'open', file: link, backUp: true })
  expect(again).toMatchObject({ result: { readOnlyWhy: null } })
  // it goes on being worked in: the backup that was being made of it is given up, and nothing is left of it
  expect(made(one).filter((name) => name.endsWith('.part'))).toEqual([])
  const names = (await ask({ do: 'call', name: 'customers.list', input: {} })).result as { name: string }[]
  expect(names.map(({ name }) => name)).toEqual(['Halden Foods'])

  await ask({ do: 'close' })
  expect(made(other).filter((name) => name.includes(' quit '))).toHaveLength(1)
  const left = await openWorkspace(other)
  expect((await left.call('customers.list', {})).map(({ name }) => name)).toEqual(['Levante'])
  await left.close()
})
