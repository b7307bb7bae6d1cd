import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'
import { mirrorsDir, stateDir } from '../host/state-dir.ts'
import { registerAppScheme } from './app-protocol.ts'
import { askedFolder } from './asked-folder.ts'
import { setContentsRules } from './contents-rules.ts'
import { sayReady } from './say-ready.ts'
import { start } from './start.ts'

const facts = { env: process.env, platform: process.platform, home: homedir() }
const state = stateDir(facts)
const log = (line: string) => process.stderr.write(`scholion: ${line}\n`)

// All of this must be said before Chromium starts.
app.enableSandbox()
app.commandLine.appendSwitch('disable-background-networking')
app.setPath('userData', join(state, 'chromium'))
registerAppScheme()
setContentsRules(app, log)

const folder = askedFolder(process.argv, process.cwd(), app.isPackaged)
if (app.requestSingleInstanceLock({ folder })) {
  // Built, this is dist/app/main.js, with the preload script and the page beside it.
  const here = dirname(fileURLToPath(import.meta.url))
  const started = app.whenReady().then(() => start({ app, folder, here, state, mirrors: mirrorsDir(facts), log }))
  // without a window nobody could end the program
  started.catch((error: unknown) => {
    log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    app.exit(1)
  })
} else {
  // the Scholion that runs already shows the folder
  sayReady()
  app.exit(0)
}
