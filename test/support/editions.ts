import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXPORTERS, optionsFrom } from '../../shared/export/exporters.ts'
import { parseTranscript } from '../../shared/format/parse.ts'
import type { Result } from '../../shared/model/result.ts'
import type { Meaning } from '../../shared/vocabulary/pen-legend.ts'

/** The editions that are made of a letter, by the name of their file: every kind as it comes, and TEI that shows all it can. */
const EDITIONS: Readonly<Record<string, readonly [kind: string, ...options: readonly string[]]>> = {
  'as-it-comes.xml': ['tei'],
  'with-everything.xml': ['tei', 'correction=marked', 'queries=yes', 'legend=yes'],
  'as-it-comes.html': ['html'],
}

const LEGEND: readonly Meaning[] = [{ mark: 'wavy', count: '2', means: 'strong disapproval', source: 'an editor' }]

/** Makes every edition of the transcript file's text in `folder`; gives the paths and texts. Throws the sentence of whatever went wrong. */
export function leaveEditions(file: string, folder: string): readonly { readonly path: string; readonly text: string }[] {
  const transcript = valueIn(parseTranscript(file))
  const context = { version: '0.1.0', sha256: createHash('sha256').update(file).digest('hex'), description: null, legend: LEGEND }
  mkdirSync(folder, { recursive: true })
  return Object.entries(EDITIONS).map(([name, [kind, ...given]]) => {
    const exporter = EXPORTERS.find((one) => one.name === kind)
    if (!exporter) throw new Error(`there is no exporter ${kind}`)
    // TEI with a pointer that leads nowhere is a fault here
    const { files } = valueIn(exporter.run(transcript, valueIn(optionsFrom(exporter, given)), context))
    const text = files[0]?.text ?? ''
    writeFileSync(join(folder, name), text)
    return { path: join(folder, name), text }
  })
}

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.fault.sentence)
  return result.value
}
