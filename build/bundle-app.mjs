// The desktop app's folder, dist/app: its own package.json, the main process, the preload script and a copy of the page.
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyDictionaries } from './dictionaries.mjs'
import { ROOT } from './root.mjs'

/** What names the other files of dist/app, and so is published last. */
export const APP_LAST = ['app/renderer/index.html', 'app/preload.cjs', 'app/main.js', 'app/package.json']

/** Builds `made/app`; `made/renderer` must stand already. */
export async function bundleApp(vite, made) {
  const out = join(made, 'app')
  const side = (input, format, name) =>
    vite.build({
      configFile: false,
      root: ROOT,
      logLevel: 'warn',
      ssr: { noExternal: true, external: ['electron'], target: 'node' },
      build: {
        ssr: true,
        outDir: out,
        emptyOutDir: false,
        target: 'node20',
        minify: false,
        rolldownOptions: { input: join(ROOT, input), output: { format, entryFileNames: name, codeSplitting: false } },
      },
    })
  await side('electron/main/main.ts', 'es', 'main.js')
  // a sandboxed preload script is one CommonJS file, and may require nothing but electron
  await side('electron/preload/preload.ts', 'cjs', 'preload.cjs')
  cpSync(join(made, 'renderer'), join(out, 'renderer'), { recursive: true })
  copyDictionaries(out)
  const { name, productName, version, description, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const manifest = { name, productName, version, description, license, type: 'module', main: 'main.js' }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}
