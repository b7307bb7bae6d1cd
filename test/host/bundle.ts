import { chmod, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Makes one plain JavaScript file of a test's child program, since Node 20 runs no TypeScript. Everybody may read it. Gives back its path. */
export async function bundle(name: string, folder: string): Promise<string> {
  const outDir = join(folder, 'child')
  await mkdir(outDir, { recursive: true })
  await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('../..', import.meta.url)),
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
      outDir,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  await chmod(outDir, 0o755)
  for (const file of await readdir(outDir)) await chmod(join(outDir, file), 0o644)
  return join(outDir, `${name}.mjs`)
}
