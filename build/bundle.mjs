// npm run build [-- --force]: builds the page, the programs and the desktop app into dist/, if their sources have changed since the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { APP_LAST, bundleApp } from './bundle-app.mjs'
import { copyDictionaries } from './dictionaries.mjs'
import { fingerprintOf, isFresh } from './fingerprint.mjs'
import { withLock } from './lock.mjs'
import { publish } from './publish.mjs'
import { ROOT } from './root.mjs'

const OUT = join(ROOT, 'dist')

/** The programs that run in Node: name in dist/node, and where its source begins. One that is not written yet is left out. */
export const ENTRIES = {
  launch: 'electron/launch/main.ts',
  cli: 'electron/cli/main.ts',
}

/**
 * Builds if the sources have changed; says so on stderr; stdout stays untouched. It builds in a process of its own, so that the program
 * which comes next does not carry the bundler's memory. Throws with the bundler's exit code if the build fails.
 */
export function buildIfStale() {
  if (isFresh(OUT, fingerprintOf(ROOT))) return
  const run = spawnSync(process.execPath, [join(ROOT, 'build/bundle.mjs')], { stdio: ['ignore', 2, 2] })
  if (run.status !== 0)
    throw new Error(`Scholion could not be built (the reason stands above; exit ${run.status ?? run.signal}).`)
}

async function build(force) {
  await withLock(join(OUT, '.building'), async () => {
    // Asked again under the lock: whoever held it may just have built the same.
    const fingerprint = fingerprintOf(ROOT)
    if (!force && isFresh(OUT, fingerprint)) return
    process.stderr.write('Building Scholion …\n')
    const made = mkdtempSync(join(OUT, '.made-'))
    try {
      await bundle(made)
      const programs = Object.keys(ENTRIES).map((name) => `node/${name}.js`)
      publish(made, OUT, fingerprint, ['renderer/index.html', ...programs, ...APP_LAST])
    } finally {
      rmSync(made, { recursive: true, force: true })
    }
  })
}

async function bundle(made) {
  // libraries look at this while they are bundled: where a test builds, what is built must still be what people use
  process.env.NODE_ENV = 'production'
  const vite = await import('vite').catch(() => {
    throw new Error('The packages are not installed. Run `npm ci` first.')
  })
  await vite.build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'renderer'),
    logLevel: 'warn',
    build: { outDir: join(made, 'renderer'), emptyOutDir: true },
  })
  copyDictionaries(join(made, 'renderer'))
  await bundleApp(vite, made)
  const input = Object.fromEntries(Object.entries(ENTRIES).filter(([, source]) => existsSync(join(ROOT, source))))
  if (Object.keys(input).length === 0) return
  copyDictionaries(join(made, 'node'))
  await vite.build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: true,
      outDir: join(made, 'node'),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { input, output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build(process.argv.includes('--force')).catch((error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
}
