import type { Node } from 'prosemirror-model'
import { useEffect, useMemo, useState } from 'react'
import { finish, type Slices } from '../../../shared/format/slices.ts'
import { type Hit, hitsOf, type Query, readables } from '../../../shared/search/find-words.ts'
import { FoundBefore } from '../../../shared/search/found-before.ts'
import { patternOf } from '../../../shared/search/pattern.ts'
import { runningTextsOf } from '../../../shared/search/running-texts.ts'
import { inSlices } from '../../host/in-slices.ts'
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

/** Up to so many units that were not looked through yet are looked through at once; more between two keys. */
const AT_ONCE = 60_000

/** Where the document holds what is asked for. Words are found at once, in a long paper in pieces; an expression in a thread of its own, for a second at most. */
export function useHits(opened: OpenDocument, query: Query): FoundHits {
  const doc = opened.document
  const thread = useMemo(() => new SearchThread(), [])
  const [tried, setTried] = useState<Tried | null>(null)
  const before = useMemo(() => new FoundBefore(), [])
  const words = useMemo(() => {
    if (query.regular) return null
    const readable = readables(runningTextsOf(doc, query.where), query, opened.hands.get())
    const texts = readable.map(({ text }) => text)
    const isShort = before.left(texts, query) <= AT_ONCE
    return { readable, texts, known: isShort ? hitsOf(readable, finish(before.matchesIn(texts, query))) : null }
  }, [doc, query, opened, before])
  useEffect(() => () => thread.stop(), [thread])
  useEffect(() => {
    if (!words || words.known) return
    let waiting = true
    const work = whileWanted(before.matchesIn(words.texts, query), () => waiting)
    void inSlices(work).then((matches) => {
      if (matches) setTried({ doc, query, hits: hitsOf(words.readable, matches), fault: null })
    })
    return () => {
      waiting = false
    }
  }, [doc, query, words, before])
  useEffect(() => {
    if (!query.regular) return
    const pattern = patternOf(query)
    if (!pattern.ok) return setTried({ doc, query, hits: NOTHING, fault: pattern.fault.sentence })
    const texts = readables(runningTextsOf(doc, query.where), query, opened.hands.get())
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
  if (words?.known) return { hits: words.known, looking: false, fault: null }
  const isOf = tried?.doc === doc && tried.query === query
  return isOf ? { ...tried, looking: false } : { hits: NOTHING, looking: query.words !== '', fault: null }
}

/** The same work, left off as soon as nobody wants it. */
function* whileWanted<Value>(work: Slices<Value>, isWanted: () => boolean): Slices<Value | null> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    if (!isWanted()) return null
    yield
  }
}

const TOO_LONG =
  'This expression takes too long: it was stopped after a second, and nothing was changed. Make it plainer, or look in the text or in the notes alone.'
