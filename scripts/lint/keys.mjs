// Keys are read through pressed() of src/renderer/ui/keys.ts: while an input method is composing, its keys are its own.
const message = 'Read the key with pressed(event) of ui/keys.ts: an Enter or Escape that belongs to a composition is not ours.'

const typed = (param) => param?.typeAnnotation?.typeAnnotation?.typeName?.name === 'KeyboardEvent'
const isEvent = (node) => node?.type === 'Identifier' && /^(event|evt|ev|e)$/.test(node.name)
const names = /^(key|keyCode|which|isComposing)$/

export const keys = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const params = (node) => {
      for (const param of node.params)
        if (param.type === 'ObjectPattern' && typed(param) && param.properties.some((each) => names.test(each.key?.name ?? '')))
          context.report({ node: param, message })
    }
    /** Is this name a parameter that is said to be a key press? */
    const saidToBe = (node) =>
      node.type === 'Identifier' &&
      context.sourceCode
        .getScope(node)
        .references.some(({ identifier, resolved }) => identifier === node && resolved?.defs.some(({ name }) => typed(name)))
    return {
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name
        if (names.test(name ?? '') && (isEvent(node.object) || saidToBe(node.object))) context.report({ node, message })
      },
      FunctionDeclaration: params,
      FunctionExpression: params,
      ArrowFunctionExpression: params
    }
  }
}
