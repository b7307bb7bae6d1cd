import { copyFile, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { HostTag } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done, type Result } from '../../shared/model/result.ts'
import { faultOfWriting } from '../host/disk-fault.ts'
import { codeOf } from '../host/fs-port.ts'

const NAME = 'Scholion sample'

/** Copies the sample collection into the documents folder, whole or not at all, unless a copy stands there. Gives the copy's path. */
export async function copySample(sample: string, documents: string): Promise<Result<string, HostTag>> {
  const target = join(documents, NAME)
  if ((await stat(target).catch(() => null))?.isDirectory()) return done(target)
  let made: string | null = null
  try {
    const files = (await readdir(sample, { withFileTypes: true })).filter((entry) => entry.isFile())
    await mkdir(documents, { recursive: true })
    made = await mkdtemp(join(documents, '.scholion-sample-'))
    const inside = join(made, NAME)
    await mkdir(inside)
    for (const { name } of files) await copyFile(join(sample, name), join(inside, name))
    await rename(inside, target)
    return done(target)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return fault('missing', 'The sample collection is not here; open a folder of your own.')
    return faultOfWriting(error, 'the sample collection')
  } finally {
    if (made !== null) await rm(made, { recursive: true, force: true })
  }
}
