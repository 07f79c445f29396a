import { expect, test } from './support/app'
import { attacked } from './support/attacked'

const redress = attacked()

const windows = () => redress().app.evaluate(({ webContents }) => webContents.getAllWebContents().length)

test('a page has nothing of Node or Electron, only the door', async () => {
  const found = await redress().page.evaluate(() => ({
    names: ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => name in window
    ),
    door: Object.keys(window.redress).toSorted(),
    kinds: Object.values(window.redress).map((part) => typeof part)
  }))
  expect(found).toEqual({
    names: [],
    door: ['call', 'cancel', 'dropped', 'on'],
    kinds: ['function', 'function', 'function', 'function']
  })
})

test('the page runs with every protection on', async () => {
  const preferences = await redress().app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false
  })
})

test('every answer of the scheme carries the policy', async () => {
  const heads = await redress().app.evaluate(async ({ session }) => {
    const answers = await Promise.all(
      ['/index.html', '/nothing.js', '/recovery.html'].map((path) => session.defaultSession.fetch(`redress-app://app${path}`))
    )
    return answers.map(({ status, headers }) => ({
      status,
      policy: headers.get('content-security-policy'),
      sniff: headers.get('x-content-type-options')
    }))
  })
  expect(heads.map(({ status }) => status)).toEqual([200, 404, 200])
  for (const { policy, sniff } of heads) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("connect-src 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(sniff).toBe('nosniff')
  }
})

test('a script that was written into the page does not run', async () => {
  const ran = await redress().page.evaluate(async () => {
    const tried: number[] = []
    Object.assign(window, { hit: (what: number) => tried.push(what) })
    const script = document.createElement('script')
    const written: string = 'data:text/javascript,hit(6)'
    const attempts = [
      () => document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="hit(1)">'),
      () => {
        script.textContent = 'hit(2)'
      },
      () => document.head.append(script),
      () => new Function('hit(3)')() as void,
      () => document.body.setAttribute('onclick', 'hit(4)'),
      () => script.setAttribute('src', 'data:text/javascript,hit(5)'),
      () => void import(written).catch(() => {})
    ]
    for (const attempt of attempts) {
      // on a turn of its own: the tools that drive this test may evaluate what a page may not
      await new Promise<void>((done) =>
        setTimeout(() => {
          try {
            attempt()
          } catch {
            // as it should be
          }
          done()
        })
      )
    }
    document.body.click()
    await new Promise((resolve) => setTimeout(resolve, 100))
    document.body.removeAttribute('onclick')
    return tried
  })
  expect(ran).toEqual([])
})

test('a page gets no permission and no device', async () => {
  const given = await redress().page.evaluate(async () => {
    const results: Record<string, string> = {}
    const ask = async (name: string, work: () => unknown) => {
      try {
        const answer = await Promise.race([Promise.resolve(work()), new Promise((resolve) => setTimeout(resolve, 2_000, 'silent'))])
        results[name] = String(answer)
      } catch (error) {
        results[name] = `refused ${(error as Error).name}`
      }
    }
    const media = navigator.mediaDevices
    await ask(
      'location',
      () =>
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(
            () => resolve('GIVEN'),
            () => reject(new Error('no'))
          )
        )
    )
    await ask('notifications', async () => ((await Notification.requestPermission()) === 'granted' ? 'GIVEN' : 'no'))
    await ask('camera', () => media.getUserMedia({ video: true }).then(() => 'GIVEN'))
    await ask('microphone', () => media.getUserMedia({ audio: true }).then(() => 'GIVEN'))
    await ask('screen', () => media.getDisplayMedia({ video: true }).then(() => 'GIVEN'))
    await ask('clipboard', () => navigator.clipboard.readText().then(() => 'GIVEN'))
    await ask('midi', () => navigator.requestMIDIAccess({ sysex: true }).then(() => 'GIVEN'))
    await ask('storage', async () => ((await navigator.storage.persist()) ? 'GIVEN' : 'no'))
    await ask('fonts', () => (window as unknown as { queryLocalFonts(): Promise<unknown> }).queryLocalFonts().then(() => 'GIVEN'))
    for (const device of ['usb', 'serial', 'hid', 'bluetooth'] as const) {
      const room = (
        navigator as unknown as Record<
          string,
          { requestPort?(): Promise<unknown>; requestDevice?(options: object): Promise<unknown> }
        >
      )[device]
      await ask(device, () =>
        (
          room?.requestPort?.() ??
          room?.requestDevice?.({ filters: [], acceptAllDevices: true }) ??
          Promise.reject(new Error('none'))
        ).then(() => 'GIVEN')
      )
    }
    for (const name of [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'local-fonts',
      'window-management',
      'idle-detection'
    ]) {
      await ask(`state of ${name}`, async () =>
        (await navigator.permissions.query({ name: name as PermissionName })).state === 'granted' ? 'GIVEN' : 'no'
      )
    }
    return results
  })
  expect(Object.entries(given).filter(([, answer]) => answer.includes('GIVEN'))).toEqual([])
})

test('a webview is an unknown word', async () => {
  const before = await windows()
  await redress().page.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.org')
    view.setAttribute('nodeintegration', '')
    document.body.append(view)
  })
  await redress().page.waitForTimeout(200)
  expect(await windows()).toBe(before)
  await redress().page.evaluate(() => document.querySelector('webview')?.remove())
})

test('no path leads out of the folder of pages', async () => {
  const paths = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2fmain%2findex.js',
    '/%2fetc%2fpasswd',
    '//etc/passwd',
    '/..%5c..%5cpackage.json',
    '/index.html%00.js',
    '/%',
    '/%c0%ae%c0%ae/package.json',
    '/brief/..%2f..%2fpackage.json',
    '/assets',
    '/',
    '/brief/x/../../../package.json',
    '/.%2e/.%2e/package.json'
  ]
  const statuses = await redress().app.evaluate(async ({ session }, paths) => {
    const answers = paths.map(async (path) => {
      try {
        return (await session.defaultSession.fetch(`redress-app://app${path}`)).status
      } catch {
        return 0
      }
    })
    return Promise.all(answers)
  }, paths)
  expect(statuses.filter((status) => status === 200)).toEqual([])
})
