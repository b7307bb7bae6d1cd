// Finds the Chromium that the browser tests drive, or installs one.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

// the headless shell is the same engine without a window, and half as long in starting and drawing
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
]
const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
const APT_PACKAGES = ['chromium-headless-shell', 'fonts-dejavu-core', 'fonts-noto-core']

/**
 * The path of a Chromium: CHROMIUM_PATH, else Playwright's own, else the system's. Null where there is none. A CHROMIUM_PATH that names
 * nothing is an error of the person's and is thrown, never passed over.
 */
export function findBrowser(env = process.env, { own = playwrightsOwn, macApps = MAC_APPS } = {}) {
  if (env.CHROMIUM_PATH) {
    if (isProgram(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH
    throw new Error(`CHROMIUM_PATH names ${env.CHROMIUM_PATH}, which is not a program that can be run.`)
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [own(), ...SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...macApps]
  return candidates.find((path) => path && isProgram(path)) ?? null
}

/**
 * How a browser can be installed here: a list of commands, each an argv. As root on a Debian-like system its own package is
 * taken, elsewhere Playwright's.
 */
export function installPlan({ uid, isDebian }) {
  if (uid === 0 && isDebian)
    return [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', ...APT_PACKAGES],
    ]
  return [['npx', '--no-install', 'playwright', 'install', 'chromium']]
}

/**
 * `findBrowser`, and where there is none, the install plan is printed and run, unless SCHOLION_NO_INSTALL=1 forbids it. Throws a sentence
 * that says how to get a browser.
 */
export function findOrInstallBrowser(
  env = process.env,
  { find = findBrowser, run = runShown, plan = installPlan(thisMachine()) } = {},
) {
  const found = find(env)
  if (found) return found
  const printed = plan.map((command) => command.join(' ')).join(' && ')
  const how = `Install one with \`${printed}\`, or set CHROMIUM_PATH to the one you have.`
  if (env.SCHOLION_NO_INSTALL === '1') {
    throw new Error(`The browser tests need Chromium, none was found, and SCHOLION_NO_INSTALL=1 forbids installing it. ${how}`)
  }
  process.stderr.write(`No Chromium was found for the browser tests. Installing one:\n  ${printed}\n`)
  for (const command of plan) {
    if (run(command) !== 0) throw new Error(`The browser tests need Chromium, and \`${command.join(' ')}\` failed. ${how}`)
  }
  const installed = find(env)
  if (!installed) throw new Error(`The install finished, but still no Chromium is found. Set CHROMIUM_PATH to it.`)
  return installed
}

function runShown([program, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: ['ignore', 2, 2], env }).status
}

function thisMachine() {
  return { uid: process.getuid?.() ?? -1, isDebian: existsSync('/usr/bin/apt-get') && isDebianLike() }
}

function isDebianLike() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return false
  }
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  } catch {
    return null
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
