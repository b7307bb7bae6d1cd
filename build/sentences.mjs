// npm run sentences: writes build/sentences.md, every sentence that the program says to a person when something is not as it should be, so that
// they can be read and judged as text. Read from the sources; a test says when it was not run.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { ROOT } from './root.mjs'

const FILE = join(ROOT, 'build', 'sentences.md')

/** What makes a fault or tells something: the sentence is an argument, and what is not a sentence beside it may be its tag. */
const TELLERS = new Set(['failed', 'fault', 'refuse', 'refusal', 'conflict', 'unsound', 'tell', 'notify', 'say'])
/** Words that are documentation, not news. */
const LEFT_OUT = /^shared\/vocabulary\/|^shared\/format\/json-schema|^renderer\/help\//

/** The sentences of one source, in order: `[{ tag, sentence }]`. What is worked out stands as `{name}`; constants of the file are put in. */
export function sentencesIn(name, source) {
  const { program, errors } = parseSync(name, source)
  if (errors.length > 0) throw new Error(`${name} does not parse: ${errors[0].message}`)
  const constants = new Map()
  visit(program, (node) => {
    if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier' && isWords(node.init))
      constants.set(node.id.name, node.init)
  })
  const wordsOf = (node, depth = 0) => {
    if (node.type === 'Literal') return node.value
    return node.quasis
      .map(({ value }, at) => {
        const inside = node.expressions[at]
        if (!inside) return value.cooked
        const constant = inside.type === 'Identifier' && depth < 3 ? constants.get(inside.name) : undefined
        return (
          value.cooked +
          (constant
            ? wordsOf(constant, depth + 1)
            : `{${source.slice(inside.start, inside.end).replace(/\s+/g, ' ').slice(0, 60)}}`)
        )
      })
      .join('')
  }
  const found = []
  const seen = new Set()
  const add = (tag, node) => {
    const sentence = wordsOf(node).trim()
    if (seen.has(node.start) || !/\s\S+\s/.test(sentence) || !/[.…?”)}]$/.test(sentence)) return
    seen.add(node.start)
    found.push({ tag, sentence, at: node.start })
  }
  const addAll = (tag, node, wanted = () => true) =>
    visit(node, (inner) => void (isWords(inner) && wanted(inner) && add(tag, inner)))
  visit(program, (node) => {
    if (node.type !== 'CallExpression') return
    const called = node.callee.type === 'MemberExpression' ? node.callee.property.name : node.callee.name
    if (!TELLERS.has(called)) return
    const tag = node.arguments.find((one) => one.type === 'Literal' && /^[a-z0-9-]+$/.test(one.value))?.value ?? called
    for (const one of node.arguments) addAll(tag, one)
  })
  visit(program, (node) => {
    if (node.type === 'Property' && ['sentence', 'readOnly', 'blocked', 'why', 'warning', 'notice'].includes(node.key.name))
      addAll(node.key.name, node.value)
    // sentences that are handed on by a function, or kept under a name
    if (node.type === 'ReturnStatement' || node.type === 'VariableDeclarator') addAll('', node.argument ?? node.init, isSentence)
  })
  return found.sort((a, b) => a.at - b.at)

  function isSentence(node) {
    const words = wordsOf(node).trim()
    return /^[A-Z{“].*[a-z].*\.$/s.test(words) && words.split(' ').length > 4
  }
}

const isWords = (node) => (node?.type === 'Literal' && typeof node.value === 'string') || node?.type === 'TemplateLiteral'

function visit(node, see) {
  if (Array.isArray(node)) for (const each of node) visit(each, see)
  else if (node && typeof node === 'object') {
    if (typeof node.type === 'string') see(node)
    for (const value of Object.values(node)) if (value && typeof value === 'object') visit(value, see)
  }
}

/** The whole document as it should be. */
export function sentencesText() {
  const parts = ['shared', 'electron', 'renderer'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path) && !LEFT_OUT.test(path))
      .sort()
      .flatMap((path) => {
        const found = sentencesIn(path, readFileSync(join(ROOT, path), 'utf8'))
        if (found.length === 0) return []
        return [
          `\n## ${path}\n`,
          ...found.map(({ tag, sentence }) => `- ${tag ? `\`${tag}\` ` : ''}${sentence.replace(/\s*\n\s*/g, ' ')}`),
        ]
      }),
  )
  return `# What Scholion says

Every sentence that is said to a person when something is not as it should be, or when something was done that they should know of, as it stands
in the sources (\`npm run sentences\` writes this file; \`{…}\` is worked out). Each says what happened, what is safe, and what to do, as far as
there is something to do; in plain words; without a path.
${parts.join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(FILE, sentencesText())
