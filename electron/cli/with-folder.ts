import { homedir } from 'node:os'
import type { HostTag } from '../../shared/api/contract.ts'
import type { Result } from '../../shared/model/result.ts'
import { type FolderHost, openFolderHost } from '../host/folder-host.ts'
import { mirrorsDir, stateDir } from '../host/state-dir.ts'
import { VERSION } from './version.ts'

/** Opens a folder as a collection, does the work and closes it again, whatever happens. Absolute paths; `exportFolder` is where editions go. */
export async function withFolder<Value>(
  folder: string,
  work: (host: FolderHost) => Promise<Result<Value>>,
  exportFolder?: string,
): Promise<Result<Value, HostTag | string>> {
  const facts = { env: process.env, platform: process.platform, home: homedir() }
  const opened = await openFolderHost({
    folder,
    stateDir: stateDir(facts),
    mirrors: mirrorsDir(facts),
    version: VERSION,
    namesOnce: true,
    ...(exportFolder === undefined ? {} : { exportFolder }),
  })
  if (!opened.ok) return opened
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
