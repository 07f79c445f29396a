// Reads the file of its argument as an import does, and says what it took. Run apart, so that its memory is its own.
import { peakMemory } from '../support/peak'
import { open } from '../../src/reader/open'

const signal = new AbortController().signal
const began = performance.now()
let rows = 0
let troubles = 0
let refused: string | null = null
try {
  const source = await open({ files: [process.argv[2]!] }, () => {})
  for await (const batch of source.rows({ signal }))
    for (const { trouble } of batch) {
      rows++
      if (trouble) troubles++
    }
} catch (error) {
  refused = (error as Error).message
}
console.log(JSON.stringify({ rows, troubles, refused, ms: performance.now() - began, megabytes: peakMemory() }))
