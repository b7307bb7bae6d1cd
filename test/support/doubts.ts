import { readDictionaries } from '../../electron/host/dictionaries.ts'
import type { Doubt } from '../../shared/doubt/doubt.ts'
import { type DoubtsKnowing, doubtsOf } from '../../shared/doubt/doubts-of.ts'
import { importOriginal } from '../../shared/import/importers.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import type { Transcript } from '../../shared/model/transcript.ts'
import { makeSpeller } from '../../shared/text/dictionary/make-speller.ts'
import type { Speller } from '../../shared/text/speller.ts'

let made: Promise<Readonly<Record<string, Speller>>> | undefined

/** The spellers of all dictionaries there are: read once for a test file. */
export function allSpellers(): Promise<Readonly<Record<string, Speller>>> {
  made ??= (async () => {
    const spellers: Record<string, Speller> = {}
    for (const language of ['en', 'fr']) spellers[language] = makeSpeller((await readDictionaries(language))!)
    return spellers
  })()
  return made
}

/** A text as it comes from the machine: imported, and untouched. Ids are the same each time. */
export function fromMachine(text: string, name = 'letter.txt'): Transcript {
  let step = 0
  const file = { name, sha256: '0'.repeat(64), bytes: text.length, text, encoding: 'utf-8', bom: false }
  const imported = importOriginal(
    file,
    idsFrom(() => ((step += 1) * 0.618034) % 1),
  )
  if (!imported.ok) throw new Error(imported.fault.sentence)
  return imported.value
}

/** The doubts of a text as it comes from the machine, best first. */
export async function doubtsIn(text: string, knowing: Partial<DoubtsKnowing> = {}): Promise<readonly Doubt[]> {
  return doubtsOf(fromMachine(text), { spellers: await allSpellers(), ...knowing })
}
