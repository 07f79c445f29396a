import { expect, test } from './support/app'
import { attacked } from './support/attacked'
import { hostileAddresses, hostileLinks } from './support/hostile'

const redress = attacked()

const windows = () => redress().app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

test('no address leads the window away', async () => {
  const home = redress().page.url()
  const before = await windows()
  for (const address of hostileAddresses) {
    await redress().page.evaluate((to) => {
      const link = document.createElement('a')
      link.href = to
      document.body.append(link)
      link.click()
      link.remove()
      try {
        location.href = to
      } catch {
        // some are refused by the browser itself
      }
    }, address)
  }
  await redress().page.waitForTimeout(300)
  expect(redress().page.url()).toBe(home)
  expect(await redress().page.evaluate(() => document.querySelector('#app')?.childElementCount)).toBeGreaterThan(0)
  expect(await windows()).toBe(before)
})

test('a page that empties itself comes back', async () => {
  for (const address of ['about:blank', 'about:blank#x']) {
    await redress().page.evaluate((to) => void setTimeout(() => (location.href = to)), address)
    await redress()
      .page.waitForURL('about:blank*')
      .catch(() => {})
    await redress().page.waitForURL('redress-app://app/index.html')
    await redress().page.waitForFunction(() => document.querySelector('#app')?.childElementCount)
  }
  expect(await redress().ask('workspace.info', {})).toMatchObject({ name: 'attacked' })
})

test('no frame shows anything but a brief', async () => {
  const shown = await redress().page.evaluate(async (addresses) => {
    const frames = addresses.map((src) => Object.assign(document.createElement('iframe'), { src }))
    document.body.append(...frames)
    await new Promise((resolve) => setTimeout(resolve, 500))
    const readable = frames.map((frame) => {
      try {
        return frame.contentDocument?.body.textContent?.trim() ?? ''
      } catch {
        return ''
      }
    })
    for (const frame of frames) frame.remove()
    return readable.filter((text) => /root:|redress|hit/i.test(text))
  }, hostileAddresses)
  expect(shown).toEqual([])
})

test('no new window opens, whatever asks for it', async () => {
  const before = await windows()
  const opened = await redress().page.evaluate((addresses) => {
    const results = addresses.map((to) => window.open(to, '_blank', 'width=100'))
    const link = Object.assign(document.createElement('a'), { href: addresses[0], target: '_blank' })
    document.body.append(link)
    link.click()
    link.remove()
    return results.filter(Boolean).length
  }, hostileAddresses)
  await redress().page.waitForTimeout(200)
  expect(opened).toBe(0)
  expect(await windows()).toBe(before)
})

test('an address goes to the browser only over https, and only after a person agreed to its host', async () => {
  await redress().app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url: string) => void opened.push(url)
  })
  const opened = () => redress().app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  const asked = async () => (await redress().shown()).filter(({ kind }) => kind === 'message').length
  const open = (to: string) =>
    redress().page.evaluate((to) => {
      try {
        window.open(to)
      } catch {
        // not an address at all
      }
    }, to)

  await redress().dialogs({ button: 0 })
  const before = await asked()
  for (const link of hostileLinks) await open(link)
  await redress().page.waitForTimeout(200)
  expect(await asked()).toBe(before)

  await redress().dialogs({})
  await open('https://example.org/claim?id=1')
  await expect.poll(asked).toBe(before + 1)
  expect(await opened()).toEqual([])

  await redress().dialogs({ button: 0 })
  await open('https://example.org/claim?id=1')
  await expect.poll(opened).toEqual(['https://example.org/claim?id=1'])
  expect((await redress().shown()).at(-1)?.message).toContain('example.org')
  await redress().dialogs({})
})
