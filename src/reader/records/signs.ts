/**
 * Takes a text of JSON and goes through what stands outside its texts: `take` is given the code of each character and its
 * place, and may give the last place of what it has taken as a whole.
 */
export function eachSign(text: string, take: (code: number, at: number) => number | void): void {
  let inText = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inText) {
      if (code === 92) at++
      else if (code === 34) inText = false
    } else if (code === 34) inText = true
    else at = take(code, at) ?? at
  }
}
