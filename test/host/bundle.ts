import { chmod, mkdir, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Makes one plain JavaScript file of a test's child program, since Node 20 runs no TypeScript. Everybody may read it. `program`: its
 * path from the checkout. Gives back the path of what was made.
 */
export async function bundle(program: string, folder: string): Promise<string> {
  const outDir = join(folder, 'child')
  await mkdir(outDir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'silent',
    root: ROOT,
    ssr: { noExternal: true },
    build: {
      ssr: join(ROOT, program),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  await chmod(outDir, 0o755)
  for (const file of await readdir(outDir)) await chmod(join(outDir, file), 0o644)
  return join(outDir, `${basename(program, '.ts')}.mjs`)
}
