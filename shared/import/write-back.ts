import type { SourceRange } from '../model/source.ts'
import type { Block, MarginObject, Run, Transcript } from '../model/transcript.ts'
import { align } from '../text/align.ts'
import { machineWords } from '../text/machine-words.ts'

interface Splice {
  readonly start: number
  readonly end: number
  readonly words: string
}

/**
 * The text of an original with the work written into it: every letter that was changed, at the place where the machine read it, and what
 * was deleted left out. What was moved, lifted or set aside stays where it stood, all else is the original's own characters. Where
 * nothing was changed, the text unit for unit. `original` is an index into `originals`; what has no place in it is not written.
 */
export function writeBack(transcript: Transcript, original: number): string {
  const text = transcript.originals[original]?.text ?? ''
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const splices = [
    ...holdersOf(transcript).flatMap((holder) => splicesOf(holder, original, transcript, lineEnd)),
    ...transcript.unused
      .filter(({ reason }) => reason === 'deleted')
      .flatMap(({ source }) => source.flatMap(([of, start, end]) => (of === original ? [{ start, end, words: '' }] : []))),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  let out = ''
  let at = 0
  for (const { start, end, words } of splices) {
    out += text.slice(at, Math.max(at, start)) + words
    at = Math.max(at, end)
  }
  return out + text.slice(at)
}

interface Holder {
  readonly source: readonly SourceRange[]
  readonly content: readonly Run[]
}

function holdersOf({ pages }: Transcript): readonly Holder[] {
  const sourceOf = (object: Block | MarginObject) =>
    ((object as Block).source ?? (object as MarginObject).attrs?.source ?? []) as readonly SourceRange[]
  return pages.flatMap(({ content, margin }) =>
    [...content, ...margin].flatMap((one) =>
      one.type === 'division' ? [] : [{ source: sourceOf(one as Block), content: (one as Block).content }],
    ),
  )
}

function splicesOf({ source, content }: Holder, original: number, { originals }: Transcript, lineEnd: string): readonly Splice[] {
  const { was, pieces } = machineWords(
    source,
    originals.map(({ text }) => text),
  )
  const now = content.map((run) => (run.type === 'text' ? run.text : run.atom === 'lb' ? '\n' : '')).join('')
  if (pieces.length === 0 || was.replace(/\r\n?/g, '\n') === now) return []
  return align(was, now).flatMap(({ equal, wasFrom, wasTo, nowFrom, nowTo }): Splice[] => {
    if (equal) return []
    const words = now.slice(nowFrom, nowTo).replaceAll('\n', lineEnd)
    const home = pieces.findLast(({ at }) => at <= wasFrom) ?? pieces[0]!
    const goes = pieces.flatMap(({ at, range: [of, start, end] }): Splice[] => {
      const [from, to] = [Math.max(start, start + wasFrom - at), Math.min(end, start + wasTo - at)]
      return of === original && from < to ? [{ start: from, end: to, words: '' }] : []
    })
    if (home.range[0] !== original) return goes
    const put = Math.min(home.range[2], home.range[1] + wasFrom - home.at)
    return [{ start: put, end: put, words }, ...goes]
  })
}
