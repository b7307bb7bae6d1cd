import { parseArgs } from 'node:util'

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>

export interface Arguments {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** The arguments of a command, or the words that say what is wrong with them. Every command knows `--json`. */
export function readArguments(args: readonly string[], options: Options = {}): Arguments | string {
  try {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean' }, ...options },
    })
    return { positionals, values: values as Arguments['values'] }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
