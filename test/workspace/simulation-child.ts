import { Worker } from 'node:worker_threads'
import { openWorkspace } from '../../src/workspace/index'

// Asks for a large case three times: stopped as soon as its simulation has begun, by two at once of whom one leaves, and again.
const [file = '', id = ''] = process.argv.slice(2)
const workspace = await openWorkspace(file)
let onPost: (() => void) | null = null
let posted = 0
const post = Worker.prototype.postMessage
Worker.prototype.postMessage = function (this: Worker, value: unknown) {
  post.call(this, value)
  posted++
  onPost?.()
}
const told: string[] = []
const ask = (signal?: AbortSignal) => workspace.call('cases.get', { id }, signal ? { signal } : {})

const stop = new AbortController()
onPost = () => setImmediate(() => stop.abort())
await ask(stop.signal).catch((error: { code: string }) => told.push(error.code))
const stopped = posted

const leave = new AbortController()
// by the second task both wait
let second = false
onPost = () => {
  second = !second
  if (second) return
  onPost = null
  void workspace.call('workspace.info', {}).then(() => told.push('info'))
  setImmediate(() => leave.abort())
}
const both = [ask(leave.signal).catch((error: { code: string }) => told.push(error.code)), ask()] as const
const view = (await both[1]).incidents.map(({ loss }) => loss)
told.push('case')
const whole = await ask()
const again = posted
await ask()
process.stdout.write(
  JSON.stringify({ told, stopped, view, loss: whole.loss, options: whole.options, simulated: again, after: posted })
)
await workspace.close()
