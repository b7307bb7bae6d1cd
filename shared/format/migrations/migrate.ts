import { done, failed, type Result } from '../../model/result.ts'
import type { Tree } from '../fields.ts'

/** One step from a version of the file format to the next. */
export interface Migration {
  readonly from: number
  /** What changed, in a few words. */
  readonly name: string
  /** A new tree of version `from + 1`; what came in is not touched. Gives the words of what it misses where the tree is not as it should be. */
  readonly up: (tree: Tree) => Result<Tree>
}

/** Whether a list of migrations leads from version 1 to `version` without a gap. Anything else is a bug. */
export function leadsTo(migrations: readonly Migration[], version: number): boolean {
  return migrations.length === version - 1 && migrations.every(({ from }, at) => from === at + 1)
}

/** Takes a tree of version `from` through every later migration. A step that fails or throws is named. */
export function migrate(tree: Tree, from: number, migrations: readonly Migration[]): Result<Tree, 'migration-failed'> {
  let current = tree
  for (const migration of migrations.slice(from - 1)) {
    let step: Result<Tree>
    try {
      step = migration.up(current)
    } catch (error) {
      step = failed('threw', error instanceof Error ? error.message : String(error))
    }
    if (!step.ok) {
      return failed(
        'migration-failed',
        `This transcript was written by an earlier Scholion (format version ${from}) and could not be brought up to date: step ${migration.from} (${migration.name}) failed: ${step.fault.sentence} The file was not changed; please send it to the makers of Scholion.`,
      )
    }
    current = { ...step.value, version: migration.from + 1 }
  }
  return done(current)
}
