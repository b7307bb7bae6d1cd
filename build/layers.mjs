// npm run layers: fails on an import that runs the wrong way, on a cycle between files, and on `electron` outside its two folders.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FOLDERS_IN_ORDER, HOUSES, RULES } from './layers-rules.mjs'
import { readImports } from './read-imports.mjs'
import { ROOT } from './root.mjs'

/** Every fault in the tree under `root`, as sentences `file:line: what is wrong`; an empty list where there is none. */
export function checkLayers(root) {
  const files = HOUSES.flatMap((house) => sourcesIn(root, house))
  const declared = declaredPackages(root)
  const faults = []
  const arrows = new Map()
  for (const file of files) {
    const rule = ruleOf(file)
    if (!rule) {
      faults.push(`${file}:1: stands in no room that build/layers-rules.mjs knows`)
      continue
    }
    const inside = []
    for (const { to, line } of readImports(file, readFileSync(join(root, file), 'utf8'))) {
      const target = to?.startsWith('.') ? posix.join(posix.dirname(file), to.split('?')[0]) : null
      if (target) inside.push(target)
      const wrong =
        to === null ? 'an import whose name is worked out at run time cannot be checked' : faultOf(rule, to, target, declared)
      if (wrong) faults.push(`${file}:${line}: ${wrong}`)
    }
    arrows.set(file, inside)
  }
  return [...faults, ...cyclesIn(arrows), ...foldersInCircles(arrows)]
}

function faultOf(rule, to, target, declared) {
  if (target) {
    const there = ruleOf(target)
    if (!there)
      return target === 'package.json' && rule.node ? null : `${rule.room} may not import ${target}, which is in no room`
    if (there.room === rule.room || rule.rooms.includes(there.room)) return null
    return `${rule.room} may not import ${there.room} (${to})`
  }
  if (to === 'electron' || to.startsWith('electron/'))
    return rule.electron ? null : `only electron/main and electron/preload may import "electron"`
  if (isBuiltin(to)) return rule.node ? null : `${rule.room} may not import Node's "${to}"`
  const name = to.split('/', to.startsWith('@') ? 2 : 1).join('/')
  if (!declared.has(name)) return `"${name}" is not among the runtime dependencies of package.json`
  if (rule.packages !== 'declared' && !rule.packages.includes(name)) return `${rule.room} may not import the package "${name}"`
  return null
}

function ruleOf(file) {
  return RULES.find(({ room }) => file.startsWith(`${room}/`))
}

function sourcesIn(root, house) {
  if (!existsSync(join(root, house))) return []
  return readdirSync(join(root, house), { recursive: true })
    .map((name) => `${house}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|tsx|mts|js|mjs|jsx)$/.test(name))
    .sort()
}

function declaredPackages(root) {
  const path = join(root, 'package.json')
  return new Set(existsSync(path) ? Object.keys(JSON.parse(readFileSync(path, 'utf8')).dependencies ?? {}) : [])
}

// The imports between folders, each with the file that names it; a circle of them is told with one import that can be looked at.
function foldersInCircles(arrows) {
  const inOrder = (file) => FOLDERS_IN_ORDER.some((house) => file.startsWith(`${house}/`))
  const between = new Map()
  for (const [file, targets] of arrows) {
    const from = posix.dirname(file)
    for (const target of targets) {
      const to = posix.dirname(target)
      if (!inOrder(file) || !arrows.has(target) || from === to) continue
      if (!between.has(from)) between.set(from, new Map())
      between.get(from).set(to, file)
    }
  }
  const graph = new Map([...between].map(([from, targets]) => [from, [...targets.keys()]]))
  for (const targets of [...graph.values()]) for (const to of targets) if (!graph.has(to)) graph.set(to, [])
  return cyclesIn(
    graph,
    (folder, cycle) => `${between.get(folder).get(cycle[1])}:1: folders import each other: ${cycle.join(' → ')}`,
  )
}

// Depth first; a file met again while it is still on the way is the end of a cycle. Each cycle is told once.
function cyclesIn(arrows, told = (file, cycle) => `${file}:1: imports itself in a circle: ${cycle.join(' → ')}`) {
  const faults = []
  const state = new Map()
  const walk = (file, way) => {
    state.set(file, 'open')
    for (const next of arrows.get(file) ?? []) {
      if (!arrows.has(next)) continue
      if (state.get(next) === 'open') {
        const cycle = [...way.slice(way.indexOf(next)), next]
        faults.push(told(next, cycle))
      } else if (!state.has(next)) walk(next, [...way, next])
    }
    state.set(file, 'closed')
  }
  for (const file of arrows.keys()) if (!state.has(file)) walk(file, [file])
  return faults
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkLayers(ROOT)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.exit(faults.length === 0 ? 0 : 1)
}
