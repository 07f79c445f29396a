import { parentPort } from 'node:worker_threads'
import { setLocale } from '../../shared/messages/runtime.js'
import type { Answer, Asked } from './beside'
import { simulate, withCalculators } from './tasks'

// A thread that simulates, one task after another, until it is ended.
parentPort!.on('message', ({ task, language }: Asked) => {
  withCalculators(task)
    .then((whole): Answer => {
      setLocale(language, { reload: false })
      return { is: 'done', result: simulate(whole) }
    })
    .catch((error: unknown): Answer => ({ is: 'failed', message: (error as Error).message }))
    .then((answer) => parentPort!.postMessage(answer))
})
