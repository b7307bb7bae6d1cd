import type { NewId } from '../model/ids.ts'
import { emptyPaper } from '../model/paper.ts'
import { done, failed, type Result } from '../model/result.ts'
import type { Joined, Paper, Transcript } from '../model/transcript.ts'
import { anchorPlaces } from '../schema/anchor-places.ts'
import { fromDocument, toDocument } from '../schema/document.ts'
import { idsIn, mapPlaces } from './map-places.ts'

/**
 * The transcript of one more original comes after the pages of this one: its pages, notes, annotations, tray, what is set aside, and its
 * ledger, which stays its own. Where nothing is stated of its first paper and nothing stands on the whole of it, its pages go on in the last paper
 * here; else a new paper begins with them. What it was besides its words is kept with its original, so that `takeOriginalOut` can give it
 * back. Ids that stand here already are given anew there. `revision`: of its file, as it was read. Faults: `several` originals stand in it, `twice` this original is here already.
 */
export function joinOriginal(
  mine: Transcript,
  theirs: Transcript,
  newId: NewId,
  revision: string | null = null,
): Result<Transcript, 'several' | 'twice'> {
  const [original] = theirs.originals
  if (!original || theirs.originals.length > 1)
    return failed(
      'several',
      `The transcript of ${original?.name ?? 'that document'} is made from several machine transcripts itself. Nothing was joined; take them out of it first.`,
    )
  if (mine.originals.some(({ name }) => name === original.name))
    return failed('twice', `${original.name} is part of this transcript already. Nothing was changed.`)
  const coming = withOwnIds(theirs, mine, newId)
  const last = mine.originals.length
  const {
    paper,
    pages,
    tray,
    unused,
    refused = [],
  } = mapPlaces(coming, {
    id: (id) => id,
    range: ([, start, end]) => [last, start, end],
  })
  const [first, ...rest] = pages
  const begins = isMentioned(coming) || !isEmpty(paper) || first?.content[0]?.type === 'division'
  const divided =
    begins && first ? [{ ...first, content: [{ ...paper, type: 'division' } as const, ...first.content] }, ...rest] : pages
  const joined: Joined = {
    revision,
    paper: paper.id,
    status: theirs.status,
    pages: pages.map(({ id }) => id),
    lost: lostIn(coming),
    revisions: theirs.revisions,
    unknown: theirs.extra,
  }
  const together = {
    paper: mine.paper,
    pages: [...mine.pages, ...divided],
    tray: [...mine.tray, ...tray],
    unused: [...mine.unused, ...unused],
    refused: [...(mine.refused ?? []), ...refused],
  }
  return done({
    ...mine,
    ...settled(together),
    originals: [...mine.originals, { ...original, joined }],
    hands: withThose(mine.hands, theirs.hands),
    people: withThose(mine.people, theirs.people),
    names: withThose(mine.names, theirs.names),
  })
}

/** Notes stand beside the page that their anchor is on. */
export function settled(text: Parameters<typeof toDocument>[0]): ReturnType<typeof fromDocument> {
  return fromDocument(toDocument(text))
}

function withOwnIds(theirs: Transcript, mine: Transcript, newId: NewId): Transcript {
  const taken = new Set([...idsIn(mine), ...idsIn(theirs)])
  const here = idsIn(mine)
  const anew = new Map<string, string>()
  const id = (one: string) => {
    if (!here.has(one)) return one
    let fresh = anew.get(one) ?? newId()
    while (!anew.has(one) && taken.has(fresh)) fresh = newId()
    taken.add(fresh)
    anew.set(one, fresh)
    return fresh
  }
  return { ...theirs, ...mapPlaces(theirs, { id, range: (range) => range }) }
}

function isEmpty({ id, facts = {}, ...stated }: Paper): boolean {
  const { id: _, ...nothing } = emptyPaper(id)
  return Object.keys(facts).length === 0 && JSON.stringify(stated) === JSON.stringify(nothing)
}

/** Whether anything stands on the whole first paper, or is stated to belong to it. */
function isMentioned({ paper, pages }: Transcript): boolean {
  return pages.some(
    (page) =>
      page.margin.some(({ attrs }) => attrs.paper === paper.id) ||
      page.content.some((child) => child.type === 'division' && child.relatedTo === paper.id),
  )
}

// a lost note stands on the first page, whosever it is; the tray names words that may be gone
function lostIn(whole: Transcript): readonly string[] {
  const { pages, tray, unused } = whole
  const lost = tray.map(({ id }) => id)
  const empty = unused.filter(({ source }) => source.length === 0).map(({ id }) => id)
  const kept = anchorPlaces(toDocument(whole))
  const objects = pages.flatMap((page) => page.margin).filter(({ id }) => !kept.has(id))
  return [...new Set([...lost, ...empty, ...objects.map(({ id }) => id)])]
}

function withThose<Entry extends { readonly id: string }>(mine: readonly Entry[], theirs: readonly Entry[]): readonly Entry[] {
  const known = new Set(mine.map(({ id }) => id))
  return [...mine, ...theirs.filter(({ id }) => !known.has(id))]
}
