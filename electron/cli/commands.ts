import { check } from './check.ts'
import { checklist } from './checklist.ts'
import type { Command } from './command.ts'
import { compareFile } from './compare.ts'
import { doubts } from './doubts.ts'
import { exportEditions } from './export.ts'
import { importFiles } from './import.ts'
import { propose } from './propose.ts'
import { search } from './search.ts'
import { serve } from './serve.ts'
import { stats } from './stats.ts'

/** Every command there is, in the order of `--help`. A command that does not work yet is not in it. */
export const COMMANDS: readonly Command[] = [
  serve,
  importFiles,
  propose,
  doubts,
  compareFile,
  check,
  checklist,
  stats,
  search,
  exportEditions,
]
