import { LIMITS } from './version.ts'

/** Whether a string from a file names a file in its own folder and nothing else: no path, no control character. */
export function isBareName(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= LIMITS.nameLength &&
    value.isWellFormed() &&
    value !== '.' &&
    value !== '..' &&
    !/[/\\\u0000-\u001f\u007f-\u009f]/.test(value)
  )
}
