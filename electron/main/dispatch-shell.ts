import { z } from 'zod'
import { SHELL_CALLS, type Shell, type ShellCall } from '../../shared/api/desktop.ts'
import { fault } from '../../shared/api/write-rules.ts'
import { whyNotBare } from '../../shared/model/bare-name.ts'
import type { Result } from '../../shared/model/result.ts'

type Ask<C extends ShellCall> = Parameters<Shell[C]> extends readonly [infer Only] ? Only : Readonly<Record<string, never>>

/** UTF-16 units: as long as a transcript may be that is read again, and more. */
const MOST_TEXT = 256 * 1024 * 1024
const nothing = z.strictObject({})
const label = z.string().min(1).max(200)
const bareName = z.string().refine((name) => whyNotBare(name) === null)
// an accelerator that Electron cannot read would be an exception in the main process
const key = z
  .string()
  .regex(
    /^((Ctrl|Shift|Alt)\+){0,3}([A-Z0-9]|F[1-9]|F1[0-2]|Arrow(Up|Down|Left|Right)|Page(Up|Down)|Home|End|Enter|Escape|Tab|Backspace|Delete|Insert|Space|[\\/.,;'=[\]-])$/,
  )
const entry = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/), label, key: key.nullable() })

const ASKS: { readonly [C in ShellCall]: z.ZodType<Ask<C>> } = {
  showMenus: z.strictObject({
    menus: z
      .array(z.strictObject({ label, entries: z.array(entry).max(100) }))
      .min(1)
      .max(20),
  }),
  collections: nothing,
  openFolder: nothing,
  openRecent: z.strictObject({ id: z.string().regex(/^[0-9a-f]{16}$/) }),
  openSample: nothing,
  saveCopy: z.strictObject({ name: bareName, text: z.string().max(MOST_TEXT) }),
  showEdition: z.strictObject({ name: bareName }),
  flushed: z.strictObject({ unsaved: z.string().max(5000).nullable() }),
}

/** Serves one request to the shell, as `dispatch` does for the host: unknown names and wrong arguments are `bad-request`. */
export async function dispatchShell(
  shell: Shell,
  name: string,
  ask: unknown,
  report: (error: unknown) => void,
): Promise<Result<unknown>> {
  if (!isShellCall(name)) return fault('bad-request', 'This window does not know that request. Nothing was changed.')
  const checked = ASKS[name].safeParse(ask)
  if (!checked.success) return fault('bad-request', `The request “${name}” could not be understood. Nothing was changed.`)
  try {
    const run = shell[name] as (ask: unknown) => Promise<Result<unknown>>
    return await run.call(shell, checked.data)
  } catch (error) {
    report(error)
    return fault(
      'bug',
      `Scholion made a mistake while it answered “${name}”. Your work is still on the screen; please report this.`,
    )
  }
}

function isShellCall(name: string): name is ShellCall {
  return (SHELL_CALLS as readonly string[]).includes(name)
}
