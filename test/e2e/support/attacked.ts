import { launchRedress, test, type Redress } from './app'

/**
 * One Redress with a workspace of its own for all attacks of a file: none may leave a mark on it. To be called at the top
 * of the file; gives how to reach it in a test. What it wrote is attached to a test that fails.
 */
export function attacked(): () => Redress {
  let redress: Redress | undefined
  const said: string[] = []

  test.beforeAll(async () => {
    const workspace = test.info().outputPath('attacked.redress')
    redress = await launchRedress(test.info().outputPath('user'), { workspace, create: true }, said)
    await redress.ask('workspace.info', {})
  })
  test.afterEach(async ({}, info) => {
    if (info.status !== info.expectedStatus) await info.attach('log', { body: said.join(''), contentType: 'text/plain' })
  })
  test.afterAll(() => redress?.close())
  return () => redress!
}
