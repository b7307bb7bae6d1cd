import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { mirrorsDir, stateDir } from '../host/state-dir.ts'
import { hasDisplay } from './decide.ts'
import { fetchElectron } from './fetch-electron.ts'
import { failureFile, forgetFailure, recallFailure, rememberFailure } from './fetch-memory.ts'
import { findElectron } from './find-electron.ts'
import type { LaunchPorts, Served } from './launch.ts'
import { openWherePossible } from './open-browser.ts'
import { openWindow } from './open-window.ts'
import type { Terminal } from './terminal.ts'

/** What differs between a person's machine and a test. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  readonly isRoot: boolean
  readonly now: () => Date
  /** The checkout: `node_modules/electron`, `dist/app`, `dist/renderer`. */
  readonly checkout: string
  /** The collection to open. */
  readonly folder: string
  readonly terminal: Terminal | null
  readonly interrupted: Promise<unknown>
  readonly note: (line: string) => void
  readonly print: (line: string) => void
  /** Milliseconds. */
  readonly limits: Limits
  readonly servePage: (options: { folder: string; stateDir: string; mirrors: string; webRoot: string }) => Promise<Served>
}

export interface Limits {
  readonly connect: number
  readonly silence: number
  readonly ready: number
  readonly opener: number
  readonly keepFile: number
}

/** As design.md says: 5 s for a connection, 15 s of silence, 20 s for the window. */
export const LIMITS: Limits = { connect: 5_000, silence: 15_000, ready: 20_000, opener: 3_000, keepFile: 120_000 }

/** The real world, as `launch` needs it. */
export function portsOf(machine: Machine): LaunchPorts {
  const { env, platform, checkout, folder, limits, note } = machine
  const person = { env, platform, home: homedir() }
  const state = stateDir(person)
  const app = join(checkout, 'dist', 'app')
  const memory = failureFile(state)
  return {
    facts: () => ({
      hasApp: existsSync(join(app, 'package.json')),
      isRoot: machine.isRoot,
      hasDisplay: hasDisplay(env, platform),
      electron: findElectron(join(checkout, 'node_modules', 'electron'), env, platform),
      failure: recallFailure(memory, machine.now()),
      failureFile: memory,
    }),
    fetchElectron: (installer) =>
      fetchElectron({
        installer,
        reporter: join(checkout, 'electron', 'launch', 'report-download.mjs'),
        connectMs: limits.connect,
        silenceMs: limits.silence,
        show: (text) => note(text.trimEnd()),
        progress: everyTenMegabytes(note),
      }),
    rememberFailure: (version, reason) => rememberFailure(memory, { at: machine.now().toISOString(), version, reason }),
    forgetFailure: () => forgetFailure(memory),
    openWindow: (program) =>
      openWindow({ program, app, folder, env, readyWord: randomBytes(16).toString('hex'), readyMs: limits.ready, show: note }),
    servePage: () =>
      machine.servePage({ folder, stateDir: state, mirrors: mirrorsDir(person), webRoot: join(checkout, 'dist', 'renderer') }),
    openBrowser: (page) => openWherePossible(page, env, platform, { patienceMs: limits.opener, keepMs: limits.keepFile }),
    terminal: machine.terminal,
    interrupted: machine.interrupted,
    note,
    print: machine.print,
  }
}

function everyTenMegabytes(note: (line: string) => void): (bytes: number) => void {
  let told = 0
  return (bytes) => {
    const tens = Math.floor(bytes / 10_000_000)
    if (tens > told) note(`  ${tens * 10} MB`)
    told = Math.max(told, tens)
  }
}
