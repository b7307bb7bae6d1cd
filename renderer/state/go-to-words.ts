import { TextSelection } from 'prosemirror-state'
import type { DocumentEntry } from '../../shared/api/contract.ts'
import { findWords, type Query } from '../../shared/search/find-words.ts'
import { type Mention, mentionsIn } from '../../shared/search/mentions.ts'
import { inItsLine, type ToldHit } from '../../shared/search/tell-hits.ts'
import { jumpTo } from '../editor/jump.ts'
import type { Workbench } from './app-state.ts'
import type { Desk } from './open-document.ts'

/** Opens the document at these words, and selects them. Where it was changed since, at the nearest such words. */
export async function goToWords(bench: Workbench, entry: DocumentEntry, query: Query, hit: ToldHit): Promise<void> {
  await bench.open(entry)
  const desk = bench.desk.get()
  if (desk?.opened.entry.id !== entry.id) return
  whenShown(desk, () => {
    const place = placeNow(desk, query, hit)
    if (place) selectPlace(desk, place)
    else bench.say(`“${hit.words}” does not stand in ${entry.original} any more.`)
  })
}

interface Place {
  readonly from: number
  readonly to: number
}

/** Selects words and brings them into sight. */
export function selectPlace(desk: Desk, { from, to }: Place): void {
  const { view } = desk
  if (!view) return
  jumpTo(view, TextSelection.create(view.state.doc, from, to))
  view.focus()
}

/** Does something once the document's editor is there. */
export function whenShown(desk: Desk, act: () => void): void {
  if (desk.view) {
    act()
    return
  }
  const stop = desk.tick.subscribe(() => {
    if (!desk.view) return
    stop()
    act()
  })
}

function placeNow(desk: Desk, query: Query, hit: ToldHit): Place | null {
  const { document } = desk
  if (hit.to <= document.content.size && wordsAt(desk, hit) === hit.words) return hit
  // an expression is not tried anew here: it might not come to an end
  const plain: Query = query.regular
    ? { words: hit.words, matchCase: true, wholeWords: false, exact: true, where: query.where }
    : query
  const all = findWords(document, plain, desk.hands.get())
  if (all.length === 0) return null
  return all.reduce((best, one) => (Math.abs(one.from - hit.from) < Math.abs(best.from - hit.from) ? one : best))
}

function wordsAt({ document }: Desk, { from, to }: Place): string {
  const $from = document.resolve(from)
  if (!$from.parent.isTextblock || to > $from.end()) return ''
  const words = document.textBetween(from, to, '', (leaf) =>
    leaf.type.name === 'lb' ? '\n' : leaf.type.name === 'gap' ? '\ufffc' : '',
  )
  return inItsLine({ before: '', words, after: '' }).words
}

/** Opens the document where it names somebody, and selects the words. The tag is found by its id, wherever it stands now. */
export async function goToMention(bench: Workbench, entry: DocumentEntry, { id, words }: Mention): Promise<void> {
  await bench.open(entry)
  const desk = bench.desk.get()
  if (desk?.opened.entry.id !== entry.id) return
  whenShown(desk, () => {
    const place = mentionsIn(desk.document).find((mention) => mention.id === id)
    if (place) selectPlace(desk, place)
    else bench.say(`“${words}” is not tagged in ${entry.original} any more.`)
  })
}
