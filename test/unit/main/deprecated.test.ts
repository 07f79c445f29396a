// Users run the declared Electron, which cannot be started everywhere: what it calls deprecated is not used, but where a decision says why.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

/** Each with its decision. */
const kept = { registerBufferProtocol: 'docs/decisions/start.md' }

const sourceOf = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)

/** What Electron's types call deprecated: members by name, and of which events which arguments of a listener. */
function deprecatedIn(types: ts.SourceFile): { members: Set<string>; events: Map<string, number> } {
  const members = new Set<string>()
  const events = new Map<string, number>()
  const look = (node: ts.Node): void => {
    if (ts.getJSDocDeprecatedTag(node)) {
      const listener = node.parent
      const on = ts.findAncestor(node, (one) => ts.isMethodDeclaration(one) || ts.isMethodSignature(one))
      const event = on && (on as ts.MethodSignature).parameters[0]?.type
      if (ts.isParameter(node) && ts.isFunctionTypeNode(listener) && event && ts.isLiteralTypeNode(event)) {
        const name = (event.literal as ts.StringLiteral).text
        events.set(name, Math.min(events.get(name) ?? Infinity, listener.parameters.indexOf(node)))
      } else if (
        ts.isMethodDeclaration(node) ||
        ts.isMethodSignature(node) ||
        ts.isPropertySignature(node) ||
        ts.isPropertyDeclaration(node)
      ) {
        // views are gone as a class: their common names say nothing
        const of = (node.parent as ts.ClassDeclaration | ts.InterfaceDeclaration).name?.text
        if (of !== 'BrowserView' && node.name) members.add(node.name.getText())
      }
    }
    ts.forEachChild(node, look)
  }
  look(types)
  return { members, events }
}

/** The deprecated things that a file of ours uses. */
function usedIn(file: ts.SourceFile, { members, events }: ReturnType<typeof deprecatedIn>): string[] {
  const used: string[] = []
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && members.has(node.name.text)) used.push(node.name.text)
    if (ts.isPropertyAssignment(node) && members.has(node.name.getText())) used.push(node.name.getText())
    if (ts.isCallExpression(node) && node.arguments.length > 1 && ts.isStringLiteral(node.arguments[0]!)) {
      const first = events.get(node.arguments[0].text)
      const listener = node.arguments[1]!
      if (first !== undefined && ts.isFunctionLike(listener) && listener.parameters.length > first)
        used.push(node.arguments[0].text)
    }
    ts.forEachChild(node, look)
  }
  look(file)
  return used
}

const deprecated = deprecatedIn(sourceOf('node_modules/electron/electron.d.ts'))

it('nothing that the declared Electron calls deprecated is used without a decision', () => {
  expect(deprecated.members.size).toBeGreaterThan(20)
  expect(deprecated.events.size).toBeGreaterThan(0)
  const files = ['main', 'preload'].flatMap((part) =>
    readdirSync(join('src', part), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join('src', part, name))
  )
  const ofElectron = files.filter((file) => /from 'electron'/.test(readFileSync(file, 'utf8')))
  expect(ofElectron.length).toBeGreaterThan(10)
  const used = ofElectron.flatMap((file) => usedIn(sourceOf(file), deprecated))
  expect([...new Set(used)]).toEqual(Object.keys(kept))
  for (const [name, decision] of Object.entries(kept)) expect(readFileSync(decision, 'utf8')).toContain(name)
})

it('what is deprecated is found, as a member, as a setting and as an argument of a listener', () => {
  const [event, first] = [...deprecated.events][0]!
  const listener = `(${Array.from({ length: first + 1 }, (_, at) => `a${at}`).join()}) => {}`
  const code = `contents.goBack(); start({ companyName: 'x' }); contents.on('${event}', ${listener}); contents.on('${event}', () => {})`
  const file = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true)
  expect(usedIn(file, deprecated)).toEqual(['goBack', 'companyName', event])
})
