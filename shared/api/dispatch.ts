import { failed, type Result } from '../model/result.ts'
import { checkArguments, isCall } from './check-arguments.ts'
import type { Host } from './contract.ts'

/**
 * Serves one request from outside: a name and an argument of unknown shape. An unknown call or a wrong argument is `bad-request`; an
 * exception of the host is `bug`, told without its stack, and handed to `report` for the log.
 */
export async function dispatch(
  host: Host,
  call: string,
  ask: unknown,
  report: (error: unknown) => void = () => {},
): Promise<Result<unknown>> {
  if (!isCall(call))
    return failed('bad-request', 'This host does not know that request. Nothing was changed; load the page again.')
  const checked = checkArguments(call, ask)
  if (!checked.ok) return checked
  try {
    const run = host[call] as (ask: unknown) => Promise<Result<unknown>>
    return await run.call(host, checked.value)
  } catch (error) {
    report(error)
    return failed(
      'bug',
      `Scholion made a mistake while it answered “${call}”. Your work is still on the screen and in its journal; please report this.`,
    )
  }
}
