import { openWorkspace } from '../../src/workspace/index'

/** Writes without end and says each change only once it is saved; the test kills it somewhere on the way. */
async function write(file: string, customerId: string): Promise<never> {
  const workspace = await openWorkspace(file)
  for (let n = 0; ; n++) {
    const { id } = await workspace.call('promises.create', {
      customerId,
      words: `Promise ${n} of ${process.pid}`,
      madeAt: new Date().toISOString()
    })
    process.stdout.write(`${id} open\n`)
    await workspace.call('promises.close', { id, outcome: 'kept', note: 'x'.repeat(2_000) })
    process.stdout.write(`${id} kept\n`)
  }
}

const [file = '', customerId = ''] = process.argv.slice(2)
void write(file, customerId)
