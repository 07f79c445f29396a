import { contract } from '../../src/shared/contract/table'
import { errorCodes } from '../../src/shared/values/errors'
import { expect, test } from './support/app'
import { attacked } from './support/attacked'
import { hostileInputs, hostileNames, seeded, wildValue } from './support/hostile'

const redress = attacked()

test('only the page itself, in its own window, may ask', async () => {
  const answers = await redress().app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (
      ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => Promise<unknown>> }
    )._invokeHandlers
    const ask = handlers.get('redress:call')!
    const dropped = handlers.get('redress:dropped')!
    const sender = BrowserWindow.getAllWindows()[0]!.webContents
    const other = new BrowserWindow({ show: false })
    const home = 'redress-app://app/index.html'
    const wrong: object[] = [
      { sender, senderFrame: null },
      { sender, senderFrame: { parent: {}, url: home } },
      { sender, senderFrame: { parent: null, url: 'https://example.org/index.html' } },
      { sender, senderFrame: { parent: null, url: 'redress-app://evil/index.html' } },
      { sender, senderFrame: { parent: null, url: 'redress-app://app.evil/index.html' } },
      { sender, senderFrame: { parent: null, url: 'about:blank' } },
      { sender, senderFrame: { parent: null, url: '' } },
      { sender: other.webContents, senderFrame: { parent: null, url: home } }
    ]
    const given = await Promise.all(
      wrong.flatMap((event) => [ask(event, 'workspace.info', {}, 'x'), dropped(event, '/etc/passwd')])
    )
    const right = await ask({ sender, senderFrame: { parent: null, url: home } }, 'workspace.info', {}, 'x')
    other.destroy()
    return { given, right: Object.keys(right as object) }
  })
  for (const answer of answers.given) expect(answer).toMatchObject({ error: { code: 'invalid' } })
  expect(answers.right).toEqual(['result'])
})

test('another window with our preload is refused, and a frame has no door', async () => {
  const answer = await redress().app.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const other = new BrowserWindow({ show: false, webPreferences: { preload } })
    await other.loadURL('redress-app://app/index.html')
    const given: unknown = await other.webContents.executeJavaScript("window.redress.call('workspace.info', {}, 'other')")
    other.destroy()
    return given
  })
  expect(answer).toMatchObject({ error: { code: 'invalid' } })
  const customer = await redress().ask('customers.create', { name: 'Halden Foods', currency: 'EUR' })
  const { id } = await redress().ask('cases.create', { customerId: customer.id, title: 'The freezer', currency: 'EUR' })
  const door = await redress().page.evaluate(async (id) => {
    const frame = Object.assign(document.createElement('iframe'), { src: `/brief/${id}.html?language=en` })
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
    const found = [
      typeof (frame.contentWindow as Window & { redress?: unknown }).redress,
      frame.contentDocument?.getElementById('model')?.getAttribute('type')
    ]
    frame.remove()
    return found
  }, id)
  expect(door).toEqual(['undefined', 'application/json'])
})

test('what is not in the contract is refused', async () => {
  for (const name of hostileNames) {
    const answer = await redress().answer(name as string)
    expect(answer, JSON.stringify(name)).toMatchObject({ error: { code: 'not-found' } })
  }
})

test('malformed input is refused before it reaches anything', async () => {
  for (const [what, input] of hostileInputs()) {
    const answer = await redress().page.evaluate(
      async ([key, input]) => {
        const made: Record<string, () => unknown> = {
          map: () => new Map([['a', 1]]),
          date: () => new Date(),
          bytes: () => new Uint8Array(9),
          big: () => 10n ** 40n,
          deep: () => {
            let nested: unknown = 'x'
            for (let depth = 0; depth < 200; depth++) nested = { nested }
            return nested
          },
          cycle: () => {
            const ring: Record<string, unknown> = {}
            ring.ring = ring
            return ring
          }
        }
        return window.redress.call('promises.create', made[key as string]?.() ?? input, crypto.randomUUID())
      },
      [what, input] as const
    )
    expect(answer, what).toMatchObject({ error: { code: 'invalid' } })
  }
  const deep = await redress().app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (
      ipcMain as unknown as { _invokeHandlers: Map<string, (event: object, ...args: unknown[]) => Promise<unknown>> }
    )._invokeHandlers
    const sender = BrowserWindow.getAllWindows()[0]!.webContents
    const event = { sender, senderFrame: { parent: null, url: 'redress-app://app/index.html' } }
    let nested: unknown = 'x'
    for (let depth = 0; depth < 100_000; depth++) nested = [nested]
    const wide = Array.from({ length: 300_000 }, () => 0)
    return Promise.all(
      [nested, { nested }, wide, { long: 'x'.repeat(9_000_000) }].map((input) =>
        handlers.get('redress:call')!(event, 'promises.create', input, 'x')
      )
    )
  })
  for (const answer of deep) expect(answer).toMatchObject({ error: { code: 'invalid' } })
  expect(await redress().answer('workspace.info', {}, 'x'.repeat(65))).toMatchObject({ error: { code: 'invalid' } })
})

test('a page never names a file', async () => {
  for (const file of ['/etc/passwd', '../../etc/passwd', 'file:///etc/passwd', '', '0', '__proto__']) {
    expect(await redress().answer('imports.inspect', { file, target: 'promises' })).toMatchObject({ error: { code: 'not-found' } })
  }
  expect(await redress().answer('workspace.backup', { file: '/tmp/anywhere.redress' })).toMatchObject({
    error: { code: 'invalid' }
  })
  // a page alone restores nothing; and with the person's consent still no file of its own naming
  expect(await redress().answer('shell.restore', { backup: '../../../etc/passwd' })).toEqual({ result: { opened: false } })
  await redress().dialogs({ button: 0 })
  expect(await redress().answer('shell.restore', { backup: '../../../etc/passwd' })).toMatchObject({ error: {} })
  await redress().dialogs({})
  expect(await redress().ask('workspace.info', {})).toMatchObject({ name: 'attacked' })
})

test('two hundred wild calls leave Redress standing', async () => {
  const random = seeded(20261121)
  // what would open a window of the system has answers of its own in these tests: cancelled
  const names = [...Object.keys(contract), ...(hostileNames.filter((name) => typeof name === 'string') as string[])]
  const pid = await redress().app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'Utility')?.pid)
  for (let round = 0; round < 200; round++) {
    const name = names[Math.floor(random() * names.length)]!
    const answer = await redress()
      .answer(name, wildValue(random, 0))
      .catch((error: Error) => ({ thrown: error.message }))
    if ('error' in answer) expect(errorCodes, name).toContain(answer.error.code)
    else expect('result' in answer || 'thrown' in answer, name).toBe(true)
  }
  expect(await redress().ask('journal.verify', {})).toMatchObject({ ok: true })
  expect(await redress().app.evaluate(({ app }) => app.getAppMetrics().find(({ type }) => type === 'Utility')?.pid)).toBe(pid)
})
