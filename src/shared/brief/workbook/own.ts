import { parsedFormula } from '../../losses/calculators/own-formula'
import type { ParsedNode } from '../../losses/formula/tokens'
import { said, type CellOf, type Formula } from './formula'

const signs: Record<string, string> = { '==': '=', '!=': '<>' }

/** An own formula as one of a sheet; null where it cannot be read. */
export const ownAsFormula: Formula = (cell, line) => {
  const node = parsedFormula(
    said(line, 'formula'),
    line.calculator.fields.flatMap(({ id, kind }) => (kind === 'quantity' ? [id] : []))
  )
  const written = node && writtenAs(node, cell)
  return written ? `MAX(0,${written})` : null
}

function writtenAs(node: ParsedNode, cell: CellOf): string | null {
  const all = (nodes: readonly (ParsedNode | undefined)[]): string[] | null => {
    const found = nodes.map((one) => (one ? writtenAs(one, cell) : null))
    return found.every((one) => one !== null) ? found : null
  }
  switch (node.type) {
    case 'ConstantNode':
      return String(node.value)
    case 'SymbolNode':
      return node.name ? cell(node.name) : null
    case 'ParenthesisNode':
      return node.content ? writtenAs(node.content, cell) : null
    case 'ConditionalNode': {
      const three = all([node.condition, node.trueExpr, node.falseExpr])
      return three && `IF(${three.join(',')})`
    }
    case 'OperatorNode': {
      const parts = all(node.args ?? [])
      const sign = signs[node.op ?? ''] ?? node.op
      // in a sheet a sign before a number binds more than a power: each part stands in brackets of its own
      return parts && (parts.length === 1 ? `(0${sign}(${parts[0]}))` : `(${parts.map((part) => `(${part})`).join(sign)})`)
    }
    case 'FunctionNode': {
      const parts = all(node.args ?? [])
      return parts && called(node.fn?.name ?? '', parts)
    }
    default:
      return null
  }
}

function called(name: string, parts: readonly string[]): string | null {
  const [first = '0', second = '0'] = parts
  switch (name) {
    case 'min':
    case 'max':
    case 'abs':
    case 'if':
      return `${name.toUpperCase()}(${parts.join(',')})`
    case 'ceil':
      return `(0-INT(0-(${first})))`
    case 'floor':
      return `INT(${first})`
    case 'round':
      return `ROUND(${first},${second})`
    default:
      return null
  }
}
