import { serve } from '../../src/reader/serve'
import type { FromReader, ToReader } from '../../src/shared/imports/reader'
import { readersAre } from '../../src/workspace/imports/readers'

/** Where nothing is built a reader is part of the test: what it says and hears is copied as between two processes. */
readersAre(() => {
  let ended = false
  let hear: (message: ToReader) => void = () => {}
  let told: (message: FromReader) => void = () => {}
  const later = (work: () => void) => setImmediate(() => ended || work())
  serve({
    onMessage: (listener) => (hear = listener),
    post: (message) => later(() => told(structuredClone(message)))
  })
  return {
    post: (message) => later(() => hear(structuredClone(message))),
    onMessage: (listener) => (told = listener),
    onEnd: () => {},
    end: () => (ended = true)
  }
})
