import { failed, type Result } from '../model/result.ts'
import { CALLS, type Call, type Host } from './contract.ts'

/** Carries one call to a host, whatever lies between, and brings its Result back as it is. */
export type Send = (call: Call, ask: unknown) => Promise<unknown>

/** Makes a `Host` out of a transport. A transport that throws is `unreachable`; an answer that is no Result is `bug`. */
export function clientOf(send: Send): Host {
  const calls = CALLS.map((call) => [call, (ask?: unknown) => carried(send, call, ask ?? {})] as const)
  // the names come from the contract itself; `Result<unknown>` stands for each call's own answer
  return Object.fromEntries(calls) as unknown as Host
}

async function carried(send: Send, call: Call, ask: unknown): Promise<Result<unknown>> {
  try {
    const answer = await send(call, ask)
    if (isResult(answer)) return answer
    return failed('bug', 'The answer could not be understood. Your work is still here; please report this.')
  } catch {
    return failed(
      'unreachable',
      'Scholion’s other half, which reads and writes the files, does not answer. Your work is still here; start it again.',
    )
  }
}

/** Whether a value from outside has the shape of a Result. */
export function isResult(value: unknown): value is Result<unknown> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false
  if (value.ok === true) return 'value' in value
  if (value.ok !== false || !('fault' in value)) return false
  const fault = value.fault
  if (typeof fault !== 'object' || fault === null || !('tag' in fault) || !('sentence' in fault)) return false
  return typeof fault.tag === 'string' && typeof fault.sentence === 'string'
}
