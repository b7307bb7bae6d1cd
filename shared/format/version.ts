import { LONGEST_TEXTBLOCK } from '../text/split-long.ts'

/** What a transcript file calls itself, and the newest version of it that this program writes and reads. */
export const FORMAT = 'scholion-transcript'
export const VERSION = 1

/** What a collection's registers file calls itself. */
export const REGISTERS_FORMAT = 'scholion-collection'
export const REGISTERS_VERSION = 1

/** Bounds that a file from outside must keep. Lengths count UTF-16 units. */
export const LIMITS = {
  fileLength: 64 * 1024 * 1024,
  depth: 200,
  /** Objects and arrays: a letter of 250,000 lines has about half a million. */
  values: 2_000_000,
  /** Values of any kind: such a letter has about two and a half million. */
  entries: 6_000_000,
  /** Keys of one object. */
  keys: 50_000,
  extraKeys: 200,
  blockLength: LONGEST_TEXTBLOCK,
  problems: 100,
} as const
