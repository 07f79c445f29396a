import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test, type Redress } from './support/app'

/** A server that counts everyone who knocks, over TCP and UDP on the same port. */
async function listener() {
  const knocks: string[] = []
  const tcp = createServer((socket) => {
    knocks.push('tcp')
    socket.destroy()
  })
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve))
  const { port } = tcp.address() as AddressInfo
  const udp = createSocket('udp4', () => knocks.push('udp'))
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve))
  const close = () =>
    Promise.all([new Promise((resolve) => tcp.close(resolve)), new Promise<void>((resolve) => udp.close(resolve))])
  return { port, knocks, close }
}

/** Everything a page can try to reach a network with. */
const knock = (redress: Redress, port: number) =>
  redress.page.evaluate(async (port) => {
    const at = `127.0.0.1:${port}`
    const reached: string[] = []
    const attempts: Record<string, () => unknown> = {
      fetch: async () => fetch(`http://${at}/fetch`, { mode: 'no-cors' }),
      https: async () => fetch(`https://localhost:${port}/`, { mode: 'no-cors' }),
      xhr: () =>
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest()
          Object.assign(request, { onload: resolve, onerror: reject })
          request.open('GET', `http://${at}/xhr`)
          request.send()
        }),
      socket: () =>
        new Promise((resolve, reject) => Object.assign(new WebSocket(`ws://${at}/`), { onopen: resolve, onerror: reject })),
      events: () =>
        new Promise((resolve, reject) => Object.assign(new EventSource(`http://${at}/`), { onopen: resolve, onerror: reject })),
      beacon: () => (navigator.sendBeacon(`http://${at}/beacon`, 'x'), Promise.reject(new Error('unknown'))),
      transport: async () =>
        new (window as unknown as { WebTransport: new (to: string) => { ready: Promise<void> } }).WebTransport(`https://${at}/`)
          .ready
    }
    const elements: [string, Record<string, string>][] = [
      ['img', { src: `http://${at}/img` }],
      ['script', { src: `http://${at}/script.js` }],
      ['link', { rel: 'stylesheet', href: `http://${at}/style.css` }],
      ['link', { rel: 'preload', as: 'image', href: `http://${at}/preload` }],
      ['link', { rel: 'prefetch', href: `http://${at}/prefetch` }],
      ['link', { rel: 'preconnect', href: `http://${at}` }],
      ['link', { rel: 'dns-prefetch', href: `http://${at}` }],
      ['iframe', { src: `http://${at}/frame` }],
      ['video', { src: `http://${at}/video` }],
      ['audio', { src: `http://${at}/audio` }],
      ['object', { data: `http://${at}/object` }],
      ['embed', { src: `http://${at}/embed` }]
    ]
    for (const [tag, given] of elements) {
      attempts[`${tag} ${given.rel ?? ''}`] = () =>
        new Promise((resolve, reject) => {
          try {
            const element = document.createElement(tag)
            element.onload = resolve
            element.onerror = reject
            for (const [name, value] of Object.entries(given)) element.setAttribute(name, value)
            document.body.append(element)
            setTimeout(() => (element.remove(), reject(new Error('silent'))), 700)
          } catch (error) {
            reject(error as Error)
          }
        })
    }
    attempts.form = () => {
      const form = Object.assign(document.createElement('form'), { action: `http://${at}/form`, method: 'post' })
      document.body.append(form)
      form.submit()
      form.remove()
      return Promise.reject(new Error('unknown'))
    }
    attempts.peer = async () => {
      const peer = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:${at}` },
          { urls: [`turn:${at}?transport=tcp`, `turn:${at}?transport=udp`], username: 'x', credential: 'x' }
        ]
      })
      peer.createDataChannel('x')
      await peer.setLocalDescription(await peer.createOffer())
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      peer.close()
      throw new Error('unknown')
    }
    await Promise.all(
      Object.entries(attempts).map(async ([name, attempt]) => {
        try {
          await Promise.race([attempt(), new Promise((_, reject) => setTimeout(reject, 2_500))])
          reached.push(name)
        } catch {
          // as it should be
        }
      })
    )
    // a frame that was refused says that it loaded: the page that says so
    return reached.filter((name) => !/^(iframe|object|embed)/.test(name))
  }, port)

test('nothing that a page does reaches a network', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'w.redress'), create: true })
  const { port, knocks, close } = await listener()
  expect(await knock(redress, port)).toEqual([])
  await redress.page.waitForTimeout(500)
  await close()
  expect(knocks).toEqual([])
})

test('nor without the content policy, nor from the main process', async ({ launch, folder }) => {
  const redress = await launch({ workspace: join(folder, 'w.redress'), create: true })
  const { port, knocks, close } = await listener()
  const tools = await redress.page.context().newCDPSession(redress.page)
  await tools.send('Page.setBypassCSP', { enabled: true })
  await redress.page.reload()
  expect(await knock(redress, port)).toEqual([])
  const answers = await redress.app.evaluate(async ({ net, session }, port) => {
    const tried = [
      () => net.fetch(`http://127.0.0.1:${port}/`),
      () => session.defaultSession.fetch(`http://127.0.0.1:${port}/`),
      () => session.fromPartition('another').fetch(`http://127.0.0.1:${port}/`)
    ]
    return Promise.all(
      tried.map((work) =>
        work().then(
          () => 'reached',
          () => 'refused'
        )
      )
    )
  }, port)
  await redress.page.waitForTimeout(300)
  await close()
  expect(answers).toEqual(['refused', 'refused', 'refused'])
  expect(knocks).toEqual([])
})

test('there is no process for a network that nobody uses, also beside features given by hand', async ({ launch }) => {
  const { app } = await launch({ args: ['--enable-features=OverlayScrollbar'] })
  const processes = await app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ type, serviceName, name }) => `${type} ${serviceName ?? ''} ${name ?? ''}`)
  )
  expect(processes.filter((each) => /network/i.test(each))).toEqual([])
  expect(processes.join('\n')).toContain('Redress workspace')
  expect(await app.evaluate(({ app }) => app.commandLine.getSwitchValue('enable-features'))).toBe(
    'OverlayScrollbar,NetworkServiceInProcess2'
  )
})
