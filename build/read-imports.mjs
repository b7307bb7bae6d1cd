import { parseSync } from 'vite'

/**
 * Every module that a TypeScript source names: `[{ to, line }]`, in order. `to` is null where the name is worked out at run time. Imports,
 * re-exports, type imports, `import()` as value and as type, and `require` all count; what stands in comments and strings does not.
 * Throws where the source does not parse.
 */
export function readImports(name, source) {
  const { program, errors } = parseSync(name, source)
  if (errors.length > 0) throw new Error(`${name} does not parse: ${errors[0].message}`)
  const found = []
  const add = (node, at) => {
    const literal = node?.type === 'TSLiteralType' ? node.literal : node
    const to = typeof literal?.value === 'string' ? literal.value : null
    found.push({ to, line: source.slice(0, at.start).split('\n').length })
  }
  visit(program, (node) => {
    const named = NAMED[node.type]?.(node)
    if (named !== undefined && named !== null) add(named, node)
  })
  return found
}

const NAMED = {
  ImportDeclaration: (node) => node.source,
  ExportNamedDeclaration: (node) => node.source,
  ExportAllDeclaration: (node) => node.source,
  ImportExpression: (node) => node.source,
  TSImportType: (node) => node.source ?? node.argument,
  TSExternalModuleReference: (node) => node.expression,
  CallExpression: (node) => (node.callee.type === 'Identifier' && node.callee.name === 'require' ? node.arguments[0] : null),
}

function visit(node, see) {
  if (Array.isArray(node)) for (const each of node) visit(each, see)
  else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') see(node)
    for (const value of Object.values(node)) if (value && typeof value === 'object') visit(value, see)
  }
}
