import { basename, dirname, join } from 'node:path'
import type { Answer } from '../../shared/api/contract.ts'
import { TRANSCRIPT_ENDING } from '../../shared/api/file-names.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { whyNotMade } from '../../shared/model/bare-name.ts'
import { done } from '../../shared/model/result.ts'
import { faultOfWriting } from '../host/disk-fault.ts'
import { codeOf } from '../host/fs-port.ts'
import { addFile, type Tools } from '../host/replace-file.ts'

/**
 * Writes a copy of the work to the place that the person chose, as a new file that ends in `.tei.json`: whatever stands there already, be it an
 * original, a transcript or anything else, stays as it is (`conflict`). Flushed and read back before it counts. Gives its name.
 */
export async function saveCopy(tools: Tools, path: string, text: string): Promise<Answer<string>> {
  const folder = dirname(path)
  const name = transcriptName(basename(path))
  const why = whyNotMade(name)
  if (why !== null) return fault('refused', `The name ${name} ${why}. No copy was saved; choose another name.`)
  try {
    if (await stands(tools, join(folder, name)))
      return fault(
        'conflict',
        `There is a file ${name} in that folder already, and nothing is written over it. No copy was saved; choose another name or another folder.`,
      )
    const written = await addFile(tools, { folder, name, bytes: Buffer.from(text) })
    if (written.ok) return done(name)
    return fault(
      written.fault.tag,
      `No copy was saved in ${basename(folder)}: ${written.fault.sentence} Choose another folder; your work is still on the screen.`,
    )
  } catch (error) {
    return faultOfWriting(error, name)
  }
}

/** A copy is a transcript whatever it is called: it can never take the name of an original, nor of anything that acts by itself. */
function transcriptName(chosen: string): string {
  if (chosen.toLowerCase().endsWith(TRANSCRIPT_ENDING)) return chosen
  return `${chosen.replace(/\.json$/i, '')}${TRANSCRIPT_ENDING}`
}

async function stands({ port }: Tools, path: string): Promise<boolean> {
  try {
    await port.facts(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
