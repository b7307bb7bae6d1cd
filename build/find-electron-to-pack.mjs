import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { ROOT } from './root.mjs'

/** The reference folder beside the checkout: a tool there brings a real Electron to machines that cannot download one. */
export function referenceTool(env = process.env) {
  const tool = join(resolve(ROOT, env.SCHOLION_REFERENCE ?? '../shared'), 'tools', 'electron-runtime')
  return existsSync(tool) ? tool : null
}

/**
 * What the tool is told before a command that opens windows. Its own display begins anew whenever the last window is gone, and whoever
 * connects just then is turned away; this one stays.
 */
export const RUN_IN_DISPLAY = ['run', 'xvfb-run', '-a', '-s', '-screen 0 2560x1440x24 -noreset']

/**
 * The Electron that the app is packed with: the one that npm's package downloaded, else the reference tool's. `{ dist, version,
 * isReference }`, or null where there is neither. Never requires the package: that would start its download.
 */
export function findElectronToPack() {
  const own = join(ROOT, 'node_modules', 'electron', 'dist')
  if (existsSync(join(own, 'version'))) return { dist: own, version: versionIn(own), isReference: false }
  const tool = referenceTool()
  if (tool === null) return null
  const asked = spawnSync(tool, ['path'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  if (asked.status !== 0) return null
  const dist = dirname(asked.stdout.trim())
  return { dist, version: versionIn(dist), isReference: true }
}

function versionIn(dist) {
  return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
}
