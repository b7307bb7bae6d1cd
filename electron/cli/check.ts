import { basename, resolve } from 'node:path'
import { done } from '../../shared/model/result.ts'
import { STATUSES } from '../../shared/vocabulary/page.ts'
import { readArguments } from './arguments.ts'
import { checkDocument, type Finding, unreadFindings } from './check-document.ts'
import { checkManifest, checkRegisters } from './check-lists.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USAGE } from './command.ts'
import { VERSION } from './version.ts'
import { withFolder } from './with-folder.ts'

/** Checks a collection and changes nothing: format, schema, pointers, coverage, hashes of the originals. */
export const check: Command = {
  name: 'check',
  usage: 'DIR [--json]',
  summary: 'checks every transcript of a folder, and that no original was changed; changes nothing',
  async run(args, { out, err }) {
    const read = readArguments(args)
    if (typeof read === 'string' || read.positionals.length !== 1) {
      err(`scholion check: ${typeof read === 'string' ? read : 'name one folder.'}\n`)
      return WRONG_USAGE
    }
    const folder = resolve(read.positionals[0]!)
    const result = await withFolder(folder, async (host) => {
      const listed = await host.list()
      if (!listed.ok) return listed
      const findings: Finding[] = []
      for (const entry of listed.value.documents) findings.push(await checkDocument(host, entry))
      for (const entry of listed.value.joined) {
        const home = listed.value.documents.find(({ id }) => id === entry.into)?.original
        // its words are checked there; what it was before may still be wanted
        if (entry.transcript !== null)
          findings.push({
            ...(await checkDocument(host, entry)),
            state: `joined to ${home}; its own transcript is kept as it stood`,
          })
      }
      return done([
        ...findings,
        ...checkRegisters(listed.value),
        ...(await checkManifest(folder)),
        ...unreadFindings(listed.value),
      ])
    })
    if (!result.ok) {
      err(`scholion check: ${result.fault.sentence}\n`)
      return SOME_FAILED
    }
    const files = result.value
    // a folder of which nothing was read is not sound
    const ok = files.every(({ errors }) => errors.length === 0) && (files.length === 0 || files.some(({ unread }) => !unread))
    if (read.values.json) {
      const plain = files.map(({ file, errors, warnings }) => ({ file, errors, warnings }))
      out(`${JSON.stringify({ ok, files: plain }, null, 2)}\n`)
    } else out(report(basename(folder), files, ok, new Date()))
    return ok ? DONE : SOME_FAILED
  },
}

/** In words, with date and hashes, fit to be put in a file beside the collection. */
function report(folder: string, files: readonly Finding[], ok: boolean, now: Date): string {
  const head = `${folder}, checked on ${now.toISOString().slice(0, 10)} by Scholion ${VERSION}. Nothing was changed.`
  const body = files.map(({ file, errors, warnings, state, sha256, unread }) => {
    const words = (STATUSES as Readonly<Record<string, string>>)[state ?? ''] ?? state
    if (unread) return `${file}: not read\n  Note: ${warnings.join(' ')}`
    const verdict = errors.length === 0 ? 'sound' : errors.length === 1 ? 'one error' : `${errors.length} errors`
    return [
      `${file}: ${verdict}${words === undefined ? '' : ` (${words})`}`,
      ...(sha256 === undefined ? [] : [`  sha256 of the original: ${sha256}`]),
      ...errors.map((error) => `  Error: ${error}`),
      ...warnings.map((warning) => `  Note: ${warning}`),
    ].join('\n')
  })
  const bad = files.filter(({ errors }) => errors.length > 0).length
  const unread = files.filter((one) => one.unread).length
  const foot = ok
    ? `${unread > 0 ? 'All that was read is sound' : 'All is sound'}: every word of every machine transcript that has a transcript is accounted for, and no original was changed.${unread > 0 ? ' What was not read stands above.' : ''}`
    : bad === 0
      ? 'Nothing was checked: there is no machine transcript here that Scholion reads. What was not read stands above.'
      : `${bad} of ${files.length} files need a look; the errors stand above.`
  return `${[head, ...body, foot].join('\n\n')}\n`
}
