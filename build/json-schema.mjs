// node build/json-schema.mjs: writes the JSON Schema of the transcript file anew from the vocabulary.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runnerImport } from 'vite'
import { ROOT } from './root.mjs'

const { module } = await runnerImport(join(ROOT, 'shared/format/json-schema.ts'), {
  root: ROOT,
  configFile: false,
  logLevel: 'error',
})
writeFileSync(join(ROOT, 'shared/format/transcript-1.schema.json'), module.jsonSchemaText())
