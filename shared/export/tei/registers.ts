import { NAME_KINDS, type Named, type NameKind } from '../../model/names.ts'
import { element, lined, type XmlElement } from '../../xml/node.ts'
import type { Writing } from './writing.ts'

type WriteNamed = (named: Named, id: string) => XmlElement

/** How the entries of each kind leave, and what they stand in (ND#NDORG, ND#NDPLAC, ND#NDEVENT, CO#COBI, CO#COLI). */
const KINDS: Readonly<Record<NameKind, { readonly list: string; readonly type?: string; readonly write: WriteNamed }>> = {
  organisation: { list: 'listOrg', write: entry('org', 'orgName') },
  place: { list: 'listPlace', write: entry('place', 'placeName') },
  event: { list: 'listEvent', write: entry('event', 'eventName') },
  work: { list: 'listBibl', type: 'works', write: bibl },
  paper: { list: 'listBibl', type: 'papers', write: bibl },
  term: {
    list: 'list',
    type: 'terms',
    write: ({ name, says }, id) =>
      element('item', { 'xml:id': id }, [
        element('term', {}, [name]),
        ...(says === null ? [] : [' ', element('gloss', {}, [says])]),
      ]),
  },
}

/** The register of names as `standOff` (SA#SASOannot), or null where nothing is in it. */
export function writeNames({ transcript, ids, losses }: Writing): XmlElement | null {
  const lists = (Object.keys(NAME_KINDS) as NameKind[]).flatMap((kind) => {
    const entries = transcript.names.filter((named) => named.kind === kind)
    if (entries.length === 0) return []
    const { list, type, write } = KINDS[kind]
    if (kind === 'term' && entries.some(({ authority }) => authority !== null))
      losses.add('The authority links of terms stay in the transcript file.')
    return [
      lined(
        list,
        { type },
        entries.map((named) => write(named, ids.named(named.id))),
      ),
    ]
  })
  return lists.length === 0 ? null : lined('standOff', {}, lists)
}

function entry(outer: string, name: string): WriteNamed {
  return (named, id) =>
    lined(outer, { 'xml:id': id }, [
      element(name, {}, [named.name]),
      ...authority(named),
      ...(named.says === null ? [] : [element('note', {}, [named.says])]),
    ])
}

function bibl({ name, says, authority: link }: Named, id: string): XmlElement {
  return lined('bibl', { 'xml:id': id }, [
    element('title', {}, [name]),
    ...(says === null ? [] : [element('note', {}, [says])]),
    ...authority({ authority: link }),
  ])
}

function authority({ authority: link }: Pick<Named, 'authority'>): readonly XmlElement[] {
  return link === null ? [] : [element('idno', { type: 'URI' }, [link])]
}
