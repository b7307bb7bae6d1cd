import type { Decoder } from '../../shared/import/decode.ts'
import { decodeWindows1252 } from '../../shared/import/windows-1252.ts'

/** The host's decoder: strict UTF-8, and Windows-1252 by our own table. */
export const decoder: Decoder = {
  decode(bytes, encoding) {
    if (encoding === 'windows-1252') return decodeWindows1252(bytes)
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
}
