// npm run licences: fails on a package whose licence is not one of those that an MIT product may be built from.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './root.mjs'

const ANYWHERE = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'Unlicense',
  'CC0-1.0',
]
const TOOLS_ONLY = ['MPL-2.0', 'CC-BY-4.0', 'WTFPL']
const FONTS_ONLY = ['OFL-1.1']
/** Word lists that are shipped as they came, their licence beside them; `BSD` is what SCOWL's packages call theirs. */
const DICTIONARIES_ONLY = ['MPL-2.0', 'BSD']

/**
 * What is wrong with the licences of all packages in `root`'s lock, as sentences; an empty list where all is well. The lock says which
 * packages there are and which are tools only; the package's own package.json, where it is installed, has the last word on its licence.
 */
export function checkLicences(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const faults = []
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '' || entry.link) continue
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const licence = licenceOf(readInstalled(root, path) ?? entry)
    if (!isAllowed(licence, name, Boolean(entry.dev || entry.devOptional))) {
      faults.push(`${name} ${entry.version} (${entry.dev ? 'tool' : 'runtime'}): its licence is ${licence || 'not stated'}`)
    }
  }
  return faults
}

/** Whether an SPDX expression is met: one of the parts around OR, all of the parts around AND. */
export function isAllowed(expression, name, isTool) {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1')
  if (bare.includes(' OR ')) return bare.split(' OR ').some((part) => isAllowed(part, name, isTool))
  if (bare.includes(' AND ')) return bare.split(' AND ').every((part) => isAllowed(part, name, isTool))
  if (ANYWHERE.includes(bare)) return true
  if (isTool && TOOLS_ONLY.includes(bare)) return true
  if (name.startsWith('dictionary-') && DICTIONARIES_ONLY.includes(bare)) return true
  return name.startsWith('@fontsource') && FONTS_ONLY.includes(bare)
}

function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license
  if (typeof license?.type === 'string') return license.type
  return Array.isArray(licenses) ? licenses.map(({ type }) => type).join(' OR ') : ''
}

function readInstalled(root, path) {
  try {
    const installed = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
    return licenceOf(installed) ? installed : null
  } catch {
    return null // a package for another system, which npm left out here
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkLicences(ROOT)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  process.exit(faults.length === 0 ? 0 : 1)
}
