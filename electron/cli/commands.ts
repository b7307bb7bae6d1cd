import type { Command } from './command.ts'
import { serve } from './serve.ts'

/** Every command there is, in the order of `--help`. A command that does not work yet is not in it. */
export const COMMANDS: readonly Command[] = [serve]
