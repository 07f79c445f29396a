// What set-up tells the person who waits. Everything goes to stderr: stdout belongs to the program that was asked for.

/** A reason set-up cannot go on, in words for the person; shown without a stack. */
export class SetupError extends Error {}

/** Says one line. */
export function say(line) {
  process.stderr.write(`redress: ${line}\n`)
}

const clock = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Says what begins, shows that time passes, does the work, says how long it took; gives the work's result. */
export async function step(text, work) {
  const since = Date.now()
  const live = process.stderr.isTTY
  if (!live) say(`${text} …`)
  const show = () =>
    live ? process.stderr.write(`\rredress: ${text} … ${clock(since)} `) : say(`${text}: still at it, ${clock(since)}`)
  if (live) show()
  const timer = setInterval(show, live ? 500 : 30_000)
  const end = (word) => process.stderr.write(`${live ? '\r' : ''}redress: ${text}: ${word}, ${clock(since)}\n`)
  try {
    const result = await work()
    end('done')
    return result
  } catch (error) {
    end('failed')
    throw error
  } finally {
    clearInterval(timer)
  }
}

/** Runs a script's main function; a SetupError is said in one line, anything else keeps its stack. Sets the exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? process.exitCode ?? 0
  } catch (error) {
    if (error instanceof SetupError) say(error.message)
    else console.error(error)
    process.exitCode = 1
  }
}
