// Stands before the app in tests: Playwright can miss a window that opens while it connects, so the app learns that it is ready only when
// Playwright says so. Its own script for that cannot be loaded into every Electron. Otherwise the app runs as it is.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const connected = new Promise((resolve) => {
  globalThis.__playwright_run = resolve
})
const whenReady = app.whenReady.bind(app)
app.whenReady = () => connected.then(whenReady)

// what follows the gate on the command line is the app's own folder
process.argv.splice(process.argv.indexOf(import.meta.dirname), 1)
const folder = process.argv.slice(1).find((word) => !word.startsWith('-'))
const { productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(productName)
app.setVersion(version)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, main)).href)
