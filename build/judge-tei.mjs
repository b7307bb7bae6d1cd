// Judges TEI documents by the schema in the reference folder.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ROOT } from './root.mjs'

const SCHEMA = 'data/schemas/tei_all-4.12.0.rng'

/** `{ faults }`, a sentence each, none where every file is valid; or `{ unjudged }`, why nobody here can tell. */
export function judgeTei(files, env = process.env) {
  const schema = join(resolve(ROOT, env.SCHOLION_REFERENCE ?? '../shared'), SCHEMA)
  if (!existsSync(schema)) return { unjudged: `there is no ${schema}` }
  const { error, status, stdout } = spawnSync('jing', [schema, ...files], { encoding: 'utf8' })
  if (error) return { unjudged: 'there is no jing here' }
  const faults = stdout.split('\n').filter(Boolean)
  return { faults: status === 0 || faults.length > 0 ? faults : [`jing ended with ${status}`] }
}
