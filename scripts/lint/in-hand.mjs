// A form that saves by itself holds its fields in one way, followed() of src/renderer/records/follow.svelte.ts: with any
// other, the answer to one field can change another one that somebody is typing in.
const other =
  'A field that saves by itself shows what followed() holds: else an answer to another field changes it while it is in hand.'
const written = 'What followed() holds is never written by an effect: it may be in a person’s hand.'

/** The attributes by which fields and groups of fields are given what they show. */
const shows = /^(value|checked|draft|inputs)$/

const nameOf = (attribute) => attribute.key?.name?.name ?? attribute.key?.name
const expressionOf = (attribute) =>
  attribute.type === 'SvelteDirective' || attribute.type === 'SvelteShorthandAttribute'
    ? (attribute.expression ?? attribute.value)
    : attribute.value?.find?.((part) => part.type === 'SvelteMustacheTag')?.expression

export const inHand = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const text = (node) => (node ? context.sourceCode.getText(node) : '')
    const mentions = (code, words) => [...words].some((word) => new RegExp(`(?<![\\w.$])${word}\\b`).test(code))
    const bodies = new Map()
    const inits = []
    const elements = []
    const effects = []
    return {
      FunctionDeclaration: (node) => bodies.set(node.id.name, text(node.body)),
      VariableDeclarator(node) {
        if (node.id.type !== 'Identifier' || !node.init) return
        inits.push([node.id.name, text(node.init)])
        if (/^(Arrow)?Function/.test(node.init.type)) bodies.set(node.id.name, text(node.init.body))
      },
      SvelteElement: (node) => elements.push(node),
      CallExpression(node) {
        if (/^\$effect(\.pre)?$/.test(text(node.callee))) effects.push(node)
      },
      'Program:exit'() {
        const held = new Set(inits.filter(([, init]) => /^followed\b/.test(init)).map(([name]) => name))
        for (let grown = true; grown;) {
          const before = held.size
          for (const [name, init] of inits) if (/^(\$derived\()?[\w.!]+\)?$/.test(init) && mentions(init, held)) held.add(name)
          grown = held.size > before
        }
        const savers = new Set([...bodies].filter(([, body]) => /\.save\(/.test(body)).map(([name]) => name))
        for (let grown = true; grown;) {
          const before = savers.size
          for (const [name, body] of bodies) if (mentions(body, savers)) savers.add(name)
          grown = savers.size > before
        }
        for (const { startTag } of elements) {
          const commit = startTag.attributes.find((each) => nameOf(each) === 'oncommit')
          const does = text(commit && expressionOf(commit))
          if (!/\.save\(/.test(does) && !mentions(does, savers)) continue
          for (const each of startTag.attributes)
            if (shows.test(nameOf(each) ?? '') && !mentions(text(expressionOf(each)), held))
              context.report({ node: each, message: other })
        }
        for (const effect of effects)
          if ([...held].some((name) => new RegExp(`(?<![\\w.$])${name}\\.draft[^=;\\n]*[^=!<>]=[^=>]`).test(text(effect))))
            context.report({ node: effect, message: written })
      }
    }
  }
}
