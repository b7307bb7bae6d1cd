import { tenuresOf } from '../../model/offices.ts'
import type { Transcript } from '../../model/transcript.ts'
import { collationsOf, isWhole, pagesInWords } from '../../vocabulary/collation.ts'
import { isoDate } from '../../vocabulary/iso-date.ts'
import { COLLATED_WITH, type CollatedWith } from '../../vocabulary/page.ts'
import { element, lined, type XmlElement } from '../../xml/node.ts'
import { archiveOf, referenceOf } from '../archive.ts'
import { type ExportContext, REFERENCE_NOT_KNOWN } from '../context.ts'
import { languageTag } from '../language-tag.ts'
import { editionTitle } from '../paper-title.ts'
import { stateLine, stateOf } from '../state.ts'
import { correspondence } from './correspondence.ts'
import { penLegend } from './pen-legend.ts'
import { policy } from './policy.ts'
import { isoInstant, token } from './values.ts'
import type { Writing } from './writing.ts'

/**
 * The `teiHeader` (HD): only what is stated. What is not known is left out, and a reference that nobody typed says so. Written after the
 * text, which tells which hands it names.
 */
export function writeHeader(writing: Writing, context: ExportContext): XmlElement {
  const { transcript } = writing
  return lined('teiHeader', {}, [
    fileDescription(writing, context),
    lined('encodingDesc', {}, [
      policy(writing, context),
      ...penLegend(context.legend ?? []),
      ...(writing.options.correction === 'apparatus'
        ? [element('variantEncoding', { method: 'parallel-segmentation', location: 'internal' })]
        : []),
      lined('appInfo', {}, [
        element('application', { ident: 'scholion', version: versionNumber(context.version) }, [
          element('label', {}, [`Scholion ${context.version}`]),
        ]),
      ]),
    ]),
    ...profile(writing, context),
    ...revisions(transcript, writing),
  ])
}

/** `@version` takes numbers alone. */
function versionNumber(version: string): string {
  return /^\d+(\.\d+){0,3}/.exec(version)?.[0] ?? '0'
}

function fileDescription(writing: Writing, context: ExportContext): XmlElement {
  const { transcript } = writing
  const { description } = context
  const line = stateLine(stateOf(transcript, context))
  const collection = description?.title ?? null
  const archive = archiveOf(transcript.paper, description)
  return lined('fileDesc', {}, [
    lined('titleStmt', {}, [
      element('title', {}, [editionTitle(transcript)]),
      ...(collection === null ? [] : [element('title', { type: 'collection' }, [collection])]),
      ...editorsOf(transcript).map(({ who, resp }, at) =>
        lined('respStmt', { 'xml:id': writing.ids.of('editor', who, `editor.${at + 1}`) }, [
          element('resp', {}, [resp]),
          element('name', {}, [who]),
        ]),
      ),
    ]),
    lined('editionStmt', {}, [element('edition', {}, ['DRAFT'])]),
    lined('publicationStmt', {}, [
      element('p', {}, [line]),
      ...(archive.rights === null ? [] : [element('p', {}, [`Rights: ${archive.rights}`])]),
      ...(archive.licence === null ? [] : [element('p', {}, [`Licence: ${archive.licence}`])]),
    ]),
    lined('sourceDesc', {}, [paperDescription(transcript, context), ...machineTranscripts(transcript), ...witnesses(writing)]),
  ])
}

/** Names in the list of revisions and in the record of collations, each once. */
function editorsOf({ revisions, pages }: Transcript): readonly { readonly who: string; readonly resp: string }[] {
  const resps = new Map(collationsOf(pages).map(({ who }) => [who, 'collation']))
  const names = new Set([...revisions.map(({ who }) => who), ...resps.keys()])
  const works = new Set(revisions.map(({ who }) => who))
  return [...names]
    .filter((who) => who.trim() !== '')
    .map((who) => ({ who, resp: works.has(who) ? 'work on the transcript' : resps.get(who)! }))
}

/** The paper in the archive (MS#msid), as far as the collection's description tells. */
function paperDescription({ paper }: Transcript, { description }: ExportContext): XmlElement {
  const part = (name: string, words: string | null) => (words === null ? [] : [element(name, {}, [words])])
  const { repository } = archiveOf(paper, description)
  // where a repository of its own is stated, the collection's town is not its
  const isOurs = repository === (description?.repository ?? null)
  const place = [
    ...part('country', isOurs ? (description?.country ?? null) : null),
    ...part('settlement', isOurs ? (description?.settlement ?? null) : null),
    ...part('repository', repository),
  ]
  const reference = referenceOf(paper, description)
  if (place.length === 0 && reference === REFERENCE_NOT_KNOWN) return element('bibl', {}, [REFERENCE_NOT_KNOWN])
  const idno = element('idno', {}, [reference])
  return lined('msDesc', {}, [lined('msIdentifier', {}, [...place, idno])])
}

function machineTranscripts({ originals }: Transcript): readonly XmlElement[] {
  return originals.map(({ name, sha256, importer }) =>
    element('bibl', { type: 'machine-transcript' }, [
      element('title', {}, [name]),
      ', ',
      element('idno', { type: 'sha256' }, [sha256]),
      `, read by Scholion’s importer “${importer.name}”, version ${importer.version}`,
    ]),
  )
}

function witnesses({ options, transcript }: Writing): readonly XmlElement[] {
  if (options.correction !== 'apparatus') return []
  const names = transcript.originals.map(({ name }) => name).join(', ')
  return [lined('listWit', {}, [element('witness', { 'xml:id': 'ocr' }, [`The machine transcript: ${names}`])])]
}

function profile(writing: Writing, context: ExportContext): readonly XmlElement[] {
  const { transcript, ids, hands } = writing
  const papers = [transcript.paper, ...transcript.pages.flatMap((page) => page.content).filter((one) => one.type === 'division')]
  const languages = [...new Set(papers.flatMap(({ language }) => languageTag(language) ?? []))]
  const people = transcript.people.map((person) =>
    lined('person', { 'xml:id': ids.person(person.id) }, [
      element('persName', {}, [person.name]),
      ...tenuresOf(person).map(({ office, from, to }) =>
        element('occupation', { from: isoDate(from) ?? undefined, to: isoDate(to) ?? undefined }, [office]),
      ),
      ...(person.authority === undefined ? [] : [element('idno', { type: 'URI' }, [person.authority])]),
    ]),
  )
  const own = new Set(transcript.hands.map(({ id }) => id))
  const notes = [...hands.values()]
    .filter(({ id }) => own.has(id) || ids.isUsed('hand', id))
    .map((hand) =>
      element(
        'handNote',
        {
          'xml:id': ids.hand(hand.id),
          n: hand.badge === '' ? null : hand.badge,
          medium: token(hand.medium),
          scribeRef: hand.person === null ? null : `#${ids.person(hand.person)}`,
        },
        [hand.identifiedBy === undefined ? hand.name : `${hand.name}; identified by: ${hand.identifiedBy}`],
      ),
    )
  const parts = [
    ...(languages.length === 0
      ? []
      : [
          lined(
            'langUsage',
            {},
            languages.map((ident) => element('language', { ident })),
          ),
        ]),
    ...(people.length === 0 ? [] : [lined('particDesc', {}, [lined('listPerson', {}, people)])]),
    ...(notes.length === 0 ? [] : [lined('handNotes', {}, notes)]),
    ...papers.flatMap((paper) => correspondence(paper, transcript.paper, writing, context)),
  ]
  return parts.length === 0 ? [] : [lined('profileDesc', {}, parts)]
}

/** What was done, when and by whom, as the transcript's own list has it, and what was collated (HD#HD6). */
function revisions({ revisions: done, pages }: Transcript, { ids }: Writing): readonly XmlElement[] {
  const collated = collationsOf(pages).map(({ against, who, when, pages: taken }) => {
    const which = isWhole(taken, pages) ? 'all pages' : `${pagesInWords(taken)} of ${pages.length}`
    return { when, who, what: `collated with ${COLLATED_WITH[against as CollatedWith] ?? against}: ${which}` }
  })
  const list = [...done, ...collated]
  if (list.length === 0) return []
  return [
    lined(
      'revisionDesc',
      { status: 'draft' },
      list.map(({ when, who, what }) => {
        const instant = isoInstant(when)
        return element('change', { when: instant, who: who.trim() === '' ? null : `#${ids.of('editor', who)}` }, [
          instant === null && when !== '' ? `${when}: ${what}` : what,
        ])
      }),
    ),
  ]
}
