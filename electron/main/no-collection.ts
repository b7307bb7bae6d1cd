import { clientOf } from '../../shared/api/client.ts'
import type { Host } from '../../shared/api/contract.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { done } from '../../shared/model/result.ts'

const SENTENCE = 'No collection is open yet: open a folder, or try the four letters.'

/** The host of a window in which no folder was opened yet: it says so, and does nothing. */
export function noCollection(version: string): Host {
  return {
    ...clientOf(async () => fault('missing', SENTENCE)),
    capabilities: async () => done({ host: 'desktop', canWrite: false, why: SENTENCE, notice: null, version }),
    // nothing will ever change here: opening a folder loads the page anew
    watch: () => new Promise(() => {}),
  }
}
