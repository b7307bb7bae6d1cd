import type { Editor } from '../model/editor.ts'
import type { Hand, Person } from '../model/hand.ts'
import type { Named } from '../model/names.ts'
import type {
  Annotation,
  Annotations,
  Answer,
  Block,
  Collation,
  Division,
  Joined,
  MarginObject,
  Original,
  Page,
  Paper,
  Refused,
  Revision,
  Transcript,
  TrayEntry,
  Unused,
} from '../model/transcript.ts'
import { PAPER_FACTS } from '../vocabulary/paper.ts'
import { attributesOf, factsOf } from '../vocabulary/vocabulary.ts'
import { attributesToFile } from './attributes.ts'
import { linesOf } from './lines.ts'
import { inline } from './printer.ts'
import { runToFile } from './run.ts'
import { FORMAT, VERSION } from './version.ts'

type Tree = Record<string, unknown>

/**
 * A transcript as the tree that the file holds, keys in the file's order. What states nothing is left out. Pages and originals may be given
 * as they were printed before.
 */
export function transcriptToFile(
  transcript: Transcript,
  pages: readonly unknown[] = transcript.pages.map((page) => pageToFile(page)),
  originals: readonly unknown[] = transcript.originals.map(originalToFile),
): Tree {
  return withExtra(
    {
      format: FORMAT,
      version: VERSION,
      status: transcript.status,
      paper: paperToFile(transcript.paper),
      pages,
      tray: transcript.tray.map(trayToFile),
      unused: transcript.unused.map(unusedToFile),
      refused: transcript.refused?.length ? transcript.refused.map(refusedToFile) : undefined,
      hands: transcript.hands.map(handToFile),
      people: transcript.people.map(personToFile),
      names: transcript.names.length > 0 ? transcript.names.map(namedToFile) : undefined,
      revisions: transcript.revisions.map(revisionToFile),
      originals,
    },
    transcript.extra,
  )
}

/** Unknown keys come last and never take the place of a known one. */
function withExtra(known: Tree, extra: Readonly<Record<string, unknown>> | undefined): Tree {
  return Object.fromEntries([
    ...Object.entries(known).filter(([, value]) => value !== undefined),
    ...Object.entries(extra ?? {}).filter(([key]) => !Object.hasOwn(known, key)),
  ])
}

const stated = <Value>(value: Value | null) => (value === null ? undefined : value)

export function paperToFile(paper: Paper): Tree {
  return withExtra(paperKeys(paper), paper.extra)
}

function paperKeys(paper: Paper): Tree {
  return {
    id: paper.id,
    kind: stated(paper.kind),
    relation: stated(paper.relation),
    relatedTo: stated(paper.relatedTo),
    copyStatus: stated(paper.copyStatus),
    from: stated(paper.from),
    to: stated(paper.to),
    date: stated(paper.date),
    language: stated(paper.language),
    facts: stated(paperFactsToFile(paper)),
  }
}

function paperFactsToFile({ facts = {} }: Paper): Tree | null {
  const written = attributesToFile(PAPER_FACTS, facts)
  return Object.keys(written).length > 0 ? written : null
}

/** A page as the file holds it. What stands on it and beside it may be given as it was printed before. */
export function pageToFile(
  page: Page,
  content: readonly unknown[] = page.content.map(childToFile),
  margin: readonly unknown[] = page.margin.map(marginToFile),
): Tree {
  const known = {
    id: page.id,
    printed: stated(page.printed),
    folio: stated(page.folio),
    image: stated(page.image),
    state: stated(page.state),
    turn: page.turn,
    collated: page.collated?.map(collationToFile),
    content,
    margin: margin.length > 0 ? margin : undefined,
    answers: page.answers?.map(answerToFile),
    right: page.right,
  }
  return withExtra(known, page.extra)
}

const collationToFile = ({ against, who, when }: Collation) => inline({ against, who, when })

const answerToFile = ({ number, place, question, was, outcome, words, basis, who, when }: Answer) =>
  inline({ number, place, question, was, outcome, words, basis, who, when })

export function childToFile(child: Block | Division): Tree {
  return child.type === 'division' ? divisionToFile(child) : blockToFile(child)
}

function divisionToFile(division: Division): Tree {
  return withExtra({ type: 'division', ...paperKeys(division) }, division.extra)
}

function blockToFile(block: Block): Tree {
  const known = {
    type: 'block',
    id: block.id,
    role: stated(block.role),
    hand: stated(block.hand),
    facts: factsToFile(block),
    continues: block.continues || undefined,
    source: block.source.length > 0 ? inline(block.source) : undefined,
    content: block.content.map(runToFile),
    annotations: annotationsToFile(block.annotations),
  }
  return withExtra(known, block.extra)
}

function factsToFile({ role, facts }: Block): unknown {
  if (facts === undefined) return undefined
  const written = attributesToFile(factsOf(role), facts)
  return Object.keys(written).length > 0 ? inline(written) : undefined
}

export function marginToFile(object: MarginObject): Tree {
  const known = {
    type: object.type,
    id: object.id,
    ...attributesToFile(attributesOf(object.type) ?? {}, object.attrs),
    content: object.content.map(runToFile),
    annotations: annotationsToFile(object.annotations),
  }
  return withExtra(known, object.extra)
}

function annotationsToFile(annotations: Annotations): Tree | undefined {
  const entries = Object.entries(annotations)
  if (entries.length === 0) return undefined
  return Object.fromEntries(entries.map(([id, annotation]) => [id, inline(annotationToFile(annotation))]))
}

export function annotationToFile(annotation: Annotation): Tree {
  return { type: annotation.type, ...attributesToFile(attributesOf(annotation.type) ?? {}, annotation.attrs) }
}

export function trayToFile(entry: TrayEntry): Tree {
  return {
    id: entry.id,
    type: entry.type,
    was: entry.was,
    blocks: inline(entry.blocks),
    attrs: inline(attributesToFile(attributesOf(entry.type) ?? {}, entry.attrs)),
  }
}

export function unusedToFile(entry: Unused): Tree {
  return { id: entry.id, reason: entry.reason, source: inline(entry.source) }
}

export function refusedToFile({ what, source }: Refused): Tree {
  return { what, source: inline(source) }
}

export function handToFile(hand: Hand): Tree {
  const { id, name, badge, medium, person, identifiedBy, colour, typeface } = hand
  return withExtra({ id, name, badge, medium, person: stated(person), identifiedBy, colour, typeface }, hand.extra)
}

export function personToFile(person: Person): Tree {
  const { id, name, offices, held, authority } = person
  const dated = held?.map(({ office, from, to }) =>
    inline(Object.fromEntries(Object.entries({ office, from, to }).filter(([, value]) => value !== null))),
  )
  return withExtra({ id, name, offices, held: dated?.length ? dated : undefined, authority }, person.extra)
}

export function editorToFile({ id, name, initials, extra }: Editor): Tree {
  return withExtra({ id, name, initials }, extra)
}

export function namedToFile(named: Named): Tree {
  const { id, kind, name, says, authority } = named
  return withExtra({ id, kind, name, says: stated(says), authority: stated(authority) }, named.extra)
}

function joinedToFile({ revision, paper, status, pages, lost, revisions, unknown }: Joined): Tree {
  return withExtra(
    {
      revision: stated(revision),
      paper,
      status,
      pages: inline(pages),
      lost: lost.length > 0 ? inline(lost) : undefined,
      revisions: revisions.map(revisionToFile),
      unknown: Object.keys(unknown).length > 0 ? unknown : undefined,
    },
    {},
  )
}

const revisionToFile = ({ when, who, what }: Revision) => inline({ when, who, what })

export function originalToFile(original: Original): Tree {
  const { name, version, options } = original.importer
  const known = {
    name: original.name,
    sha256: original.sha256,
    bytes: original.bytes,
    encoding: original.encoding,
    bom: original.bom,
    second: original.second === undefined ? undefined : inline(original.second),
    importer: { name, version, options },
    text: linesOf(original.text),
    joined: original.joined === undefined ? undefined : joinedToFile(original.joined),
  }
  return withExtra(known, original.extra)
}
