import type { Node } from 'prosemirror-model'
import { useEffect, useMemo, useState } from 'react'
import { findWords, type Hit, hitsOf, type Query, readables } from '../../../shared/search/find-words.ts'
import { passagesOf } from '../../../shared/search/passages.ts'
import { patternOf } from '../../../shared/search/pattern.ts'
import { PATIENCE, SearchThread } from '../../search/search-thread.ts'
import type { OpenDocument } from '../../state/open-document.ts'

interface FoundHits {
  readonly hits: readonly Hit[]
  /** An expression is being tried. */
  readonly looking: boolean
  /** Why nothing can be found. */
  readonly fault: string | null
}

interface Tried extends Omit<FoundHits, 'looking'> {
  readonly doc: Node
  readonly query: Query
}

const NOTHING: readonly Hit[] = []

/** Where the document holds what is asked for. Words are found at once; an expression in a thread of its own, for a second at most. */
export function useHits(opened: OpenDocument, query: Query): FoundHits {
  const doc = opened.document
  const thread = useMemo(() => new SearchThread(), [])
  const [tried, setTried] = useState<Tried | null>(null)
  const words = useMemo(() => (query.regular ? NOTHING : findWords(doc, query, opened.hands.get())), [doc, query, opened])
  useEffect(() => () => thread.stop(), [thread])
  useEffect(() => {
    if (!query.regular) return
    const pattern = patternOf(query)
    if (!pattern.ok) return setTried({ doc, query, hits: NOTHING, fault: pattern.fault.sentence })
    const texts = readables(passagesOf(doc, query.where), query, opened.hands.get())
    let waiting = true
    void thread.ask<'match'>({ kind: 'match', texts: texts.map(({ text }) => text), query }, PATIENCE).then((answer) => {
      if (!waiting) return
      waiting = false
      setTried({
        doc,
        query,
        ...(answer.ok ? { hits: hitsOf(texts, answer.value), fault: null } : { hits: NOTHING, fault: TOO_LONG }),
      })
    })
    return () => {
      // the next question does not wait for one that nobody asks any more
      if (waiting) thread.stop()
      waiting = false
    }
  }, [doc, query, opened, thread])
  if (!query.regular) return { hits: words, looking: false, fault: null }
  const isOf = tried?.doc === doc && tried.query === query
  return isOf ? { ...tried, looking: false } : { hits: NOTHING, looking: query.words !== '', fault: null }
}

const TOO_LONG =
  'This expression takes too long: it was stopped after a second, and nothing was changed. Make it plainer, or look in the text or in the notes alone.'
