import type { Annotations, Run, Transcript } from '../../shared/model/transcript.ts'

type Attributes = Readonly<Record<string, unknown>>

/**
 * Everything that a transcript says, without the ids that each making of it draws anew and without who saved it when: two that tell the same
 * were made by the same decisions.
 */
export function told(transcript: Transcript): unknown {
  const { paper, pages, unused, tray, status, hands, people, names } = transcript
  const margin = pages.flatMap((page) => page.margin)
  const papers = [paper, ...pages.flatMap((page) => page.content).filter((child) => child.type === 'division')]
  const names_: ReadonlyMap<string, string> = new Map([
    ...pages.map(({ id }, at) => [id, `page ${at + 1}`] as const),
    ...papers.map(({ id }, at) => [id, `paper ${at + 1}`] as const),
    ...margin.map(({ id, type, content }) => [id, `${type} “${wordsOf(content)}”`] as const),
  ])
  const named = (value: unknown) => (typeof value === 'string' ? (names_.get(value) ?? value) : value)
  const facts = (attrs: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(attrs).flatMap(([key, value]) => (key === 'id' || key === 'seam' ? [] : [[key, named(value)]])),
    )
  const line = (content: readonly Run[], annotations: Annotations) =>
    content.map((run) => [
      run.type === 'text' ? run.text : { [run.atom]: facts(run.attrs) },
      ...run.in.map((id) => JSON.stringify({ ...facts(annotations[id]!.attrs), type: annotations[id]!.type })).sort(),
    ])
  return {
    status,
    paper: facts({ ...paper }),
    pages: pages.map((page) => ({
      ...facts({ ...page, content: null, margin: null }),
      content: page.content.map((child) =>
        child.type === 'division'
          ? facts({ ...child })
          : { ...facts({ ...child, content: null, annotations: null }), line: line(child.content, child.annotations) },
      ),
      margin: page.margin
        .map(({ type, attrs, content, annotations }) => ({ type, ...facts(attrs), line: line(content, annotations) }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    })),
    unused: unused.map(({ reason, source }) => ({ reason, source })),
    tray: tray.map(({ type, was }) => ({ type, was })),
    registers: [hands, people, names],
  }
}

const wordsOf = (content: readonly Run[]) => content.map((run) => (run.type === 'text' ? run.text : `[${run.atom}]`)).join('')
