// Where the time of a CPU profile went.
import { readFileSync } from 'node:fs'

const IDLE = new Set(['(root)', '(program)', '(idle)'])

/** The functions of a profile by the ms a key that ran in them (`self`) and in them and all they called (`whole`), longest first. */
export function hotFunctions(file, keys, count = 25) {
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(file, 'utf8'))
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])))
  const found = new Map()
  samples.forEach((sample, at) => {
    const ms = timeDeltas[at] / 1000
    const seen = new Set()
    for (let id = sample; id !== undefined; id = parents.get(id)) {
      const name = nameOf(byId.get(id))
      if (name === null || seen.has(name)) continue
      const entry = found.get(name) ?? { name, self: 0, whole: 0 }
      found.set(name, entry)
      if (id === sample) entry.self += ms
      entry.whole += ms
      seen.add(name)
    }
  })
  return [...found.values()]
    .map(({ name, self, whole }) => ({ name, self: self / keys, whole: whole / keys }))
    .sort((a, b) => b.self - a.self)
    .slice(0, count)
}

function nameOf({ callFrame: { functionName, url, lineNumber } }) {
  if (IDLE.has(functionName)) return null
  const file = url.split('/').at(-1)
  return `${functionName || '(anonymous)'}${file ? ` ${file}:${lineNumber + 1}` : ''}`
}
