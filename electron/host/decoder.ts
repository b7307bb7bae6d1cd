import type { Decoder } from '../../shared/import/encodings.ts'

/** The host’s decoder: UTF-8, strict. All other encodings are read by our own tables. */
export const decoder: Decoder = {
  decode(bytes) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      return null
    }
  },
}
