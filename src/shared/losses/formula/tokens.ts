/** What is wrong with a formula: a reason, the character (from 0) where it is, and the word or sign it is about. */
export interface FormulaFault {
  reason:
    | 'empty'
    | 'long'
    | 'character'
    | 'assignment'
    | 'name'
    | 'function'
    | 'operator'
    | 'arguments'
    | 'end'
    | 'parenthesis'
    | 'value'
    | 'choice'
    | 'syntax'
    | 'yes-no'
    | 'input-name'
  at: number
  word: string
}

export interface Token {
  kind: 'number' | 'name' | 'sign'
  text: string
  at: number
}

/** What is used of a node of the parsed expression. */
export interface ParsedNode {
  type: string
  value?: unknown
  name?: string
  op?: string
  fn?: { name?: string }
  args?: ParsedNode[]
  content?: ParsedNode
  condition?: ParsedNode
  trueExpr?: ParsedNode
  falseExpr?: ParsedNode
}

export const FORMULA_MAX = 1000

/** Functions a formula may use, with the fewest and the most arguments. */
export const allowedFunctions: Record<string, [number, number]> = {
  min: [1, 50],
  max: [1, 50],
  ceil: [1, 1],
  floor: [1, 1],
  round: [1, 2],
  abs: [1, 1],
  if: [3, 3]
}

const pattern =
  /\s+|(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|(<=|>=|==|!=|[-+*/^(),?:<>])/uy

/** Takes a formula, gives its tokens or the first character that cannot stand in one. */
export function tokensOf(formula: string): Token[] | FormulaFault {
  const tokens: Token[] = []
  let at = 0
  while (at < formula.length) {
    pattern.lastIndex = at
    const found = pattern.exec(formula)
    if (!found) {
      const word = String.fromCodePoint(formula.codePointAt(at)!)
      return { reason: word === '=' ? 'assignment' : 'character', at, word }
    }
    if (found[1]) tokens.push({ kind: 'number', text: found[1], at })
    else if (found[2]) tokens.push({ kind: 'name', text: found[2], at })
    else if (found[3]) tokens.push({ kind: 'sign', text: found[3], at })
    at = pattern.lastIndex
  }
  return tokens
}

/**
 * Takes tokens and the names that are known; gives the first name or function that is not, or the place where a sign such
 * as × is missing between two values.
 */
export function faultIn(tokens: readonly Token[], names: ReadonlySet<string>): FormulaFault | undefined {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1]
    const next = tokens[index + 1]
    const calls = token.kind === 'name' && next?.text === '('
    const endsValue = before && (before.kind !== 'sign' || before.text === ')') && !(token.text === '(' && isFunction(before))
    if (endsValue && (token.kind !== 'sign' || token.text === '(')) return { reason: 'operator', at: token.at, word: token.text }
    if (calls && !Object.hasOwn(allowedFunctions, token.text)) return { reason: 'function', at: token.at, word: token.text }
    if (token.kind === 'name' && !calls && !names.has(token.text)) return { reason: 'name', at: token.at, word: token.text }
  }
  return undefined
}

function isFunction(token: Token): boolean {
  return token.kind === 'name' && Object.hasOwn(allowedFunctions, token.text)
}

const reserved = new Set([
  'and',
  'or',
  'xor',
  'not',
  'mod',
  'to',
  'in',
  'end',
  'true',
  'false',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  'formula'
])

/** Whether a word may name an input: letters (of any alphabet), digits and _, not starting with a digit, not a word of the language. */
export function mayNameInput(name: string): boolean {
  return (
    name.length <= 40 && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !reserved.has(name) && !Object.hasOwn(allowedFunctions, name)
  )
}
