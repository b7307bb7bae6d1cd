import { TextSelection } from 'prosemirror-state'
import type { DocumentEntry } from '../../shared/api/contract.ts'
import { isGap, isLb } from '../../shared/document/access.ts'
import { findWords, type Query } from '../../shared/search/find-words.ts'
import { type Mention, mentionsIn } from '../../shared/search/mentions.ts'
import { inItsLine, type ToldHit } from '../../shared/search/tell-hits.ts'
import { jumpTo } from '../editor/jump.ts'
import type { AppState } from './app-state.ts'
import type { OpenDocument } from './open-document.ts'

/** Opens the document at these words, and selects them. Where it was changed since, at the nearest such words. */
export async function goToWords(app: AppState, entry: DocumentEntry, query: Query, hit: ToldHit): Promise<void> {
  await app.open(entry)
  const opened = app.opened.get()
  if (opened?.loaded.entry.id !== entry.id) return
  whenShown(opened, () => {
    const place = placeNow(opened, query, hit)
    if (place) selectPlace(opened, place)
    else app.say(`“${hit.words}” does not stand in ${entry.original} any more.`)
  })
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Selects words and brings them into sight. */
function selectPlace(opened: OpenDocument, { from, to }: Place): void {
  const { view } = opened
  if (!view) return
  jumpTo(view, TextSelection.create(view.state.doc, from, to))
  view.focus()
}

/** Does something once the document's editor is there. */
export function whenShown(opened: OpenDocument, act: () => void): void {
  if (opened.view) {
    act()
    return
  }
  const stop = opened.tick.subscribe(() => {
    if (!opened.view) return
    stop()
    act()
  })
}

function placeNow(opened: OpenDocument, query: Query, hit: ToldHit): Place | null {
  const { document } = opened
  if (hit.to <= document.content.size && wordsAt(opened, hit) === hit.words) return hit
  // an expression is not tried anew here: it might not come to an end
  const plain: Query = query.regular
    ? { words: hit.words, matchCase: true, wholeWords: false, exact: true, where: query.where }
    : query
  const all = findWords(document, plain, opened.hands.get())
  if (all.length === 0) return null
  return all.reduce((best, one) => (Math.abs(one.from - hit.from) < Math.abs(best.from - hit.from) ? one : best))
}

function wordsAt({ document }: OpenDocument, { from, to }: Place): string {
  const $from = document.resolve(from)
  if (!$from.parent.isTextblock || to > $from.end()) return ''
  const words = document.textBetween(from, to, '', (leaf) => (isLb(leaf) ? '\n' : isGap(leaf) ? '\ufffc' : ''))
  return inItsLine({ before: '', words, after: '' }).words
}

/** Opens the document where it names somebody, and selects the words. The tag is found by its id, wherever it stands now. */
export async function goToMention(app: AppState, entry: DocumentEntry, { id, words }: Mention): Promise<void> {
  await app.open(entry)
  const opened = app.opened.get()
  if (opened?.loaded.entry.id !== entry.id) return
  whenShown(opened, () => {
    const place = mentionsIn(opened.document).find((mention) => mention.id === id)
    if (place) selectPlace(opened, place)
    else app.say(`“${words}” is not tagged in ${entry.original} any more.`)
  })
}
