import type { Migration } from './migrate.ts'

/**
 * Every change of the file format, in order, from version 1 on. Each is a pure function of the whole tree in a file of its own
 * (`0001-to-2-name.ts`), never edited once shipped, with a fixture of an old file under `test/golden/format/`; a test fails for one that
 * no fixture runs.
 */
export const MIGRATIONS: readonly Migration[] = []
