import { type Command, DONE, NobodyReads, SOME_FAILED, type Streams, WRONG_USAGE } from './command.ts'
import { VERSION } from './version.ts'

/**
 * Runs `argv` (without node and the script) against a table of commands and gives the exit code: 0 done, 1 some file failed, 2 wrong
 * usage. Where nobody reads on it ends quietly. A bug in a command is told on `err` and counts as 1.
 */
export async function run(argv: readonly string[], commands: readonly Command[], streams: Streams): Promise<number> {
  const [name, ...args] = argv
  if (name === '--help' || name === 'help') {
    streams.out(helpOf(commands))
    return DONE
  }
  if (name === '--version') {
    streams.out(`${VERSION}\n`)
    return DONE
  }
  const command = commands.find((each) => each.name === name)
  if (!command) {
    streams.err(`${name === undefined ? 'No command was given.' : `There is no command "${name}".`}\n\n${helpOf(commands)}`)
    return WRONG_USAGE
  }
  if (args.includes('--help')) {
    streams.out(`scholion ${command.name} ${command.usage}\n${command.summary}\n`)
    return DONE
  }
  try {
    return await command.run(args, streams)
  } catch (error) {
    if (error instanceof NobodyReads) return DONE
    streams.err(`scholion ${command.name}: ${error instanceof Error ? error.message : String(error)}\n`)
    return SOME_FAILED
  }
}

function helpOf(commands: readonly Command[]): string {
  const lines = commands.map(({ name, usage, summary }) => `  ${name} ${usage}\n      ${summary}`)
  const foot = 'FILE is an original or its transcript: either names both. --json prints one JSON value and nothing else.'
  return `scholion COMMAND\n\n${lines.join('\n')}\n  --version\n\n${foot}\n`
}
