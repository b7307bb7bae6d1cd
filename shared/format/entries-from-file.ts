import type { Editor } from '../model/editor.ts'
import {
  COLOURS,
  type Colour,
  type Hand,
  MEDIA,
  type Medium,
  type Person,
  type Tenure,
  TYPEFACES,
  type Typeface,
} from '../model/hand.ts'
import { NAME_KINDS, type Named, type NameKind } from '../model/names.ts'
import { Fields, type Problems, shown } from './fields.ts'

/** An entry of the register of hands as a file has it. Whatever is not as it must be is told to `problems`. */
export function readHand(value: unknown, place: string, problems: Problems): Hand {
  const fields = new Fields(value, place, problems)
  const medium = fields.text('medium')
  if (!(MEDIA as readonly string[]).includes(medium))
    fields.wrong('medium', `is ${shown(medium)}, which this version does not know`)
  const hand = {
    id: fields.id('id'),
    name: fields.text('name'),
    badge: fields.text('badge'),
    medium: medium as Medium,
    person: fields.reference('person'),
  }
  const identifiedBy = fields.statement('identifiedBy')
  const colour = fields.choice('colour', COLOURS) as Colour | null
  const typeface = fields.choice('typeface', TYPEFACES) as Typeface | null
  const stated = {
    ...hand,
    ...(identifiedBy === null ? {} : { identifiedBy }),
    ...(colour === null ? {} : { colour }),
    ...(typeface === null ? {} : { typeface }),
  }
  return withExtra<Hand>(stated, fields)
}

export function readPerson(value: unknown, place: string, problems: Problems): Person {
  const fields = new Fields(value, place, problems)
  const person = { id: fields.id('id'), name: fields.text('name'), offices: fields.texts('offices') }
  const held = fields.each('held', (tenure, at) => readTenure(tenure, `${place}, office ${at + 1}`, problems))
  const authority = fields.statement('authority')
  const stated = { ...person, ...(held.length > 0 ? { held } : {}), ...(authority === null ? {} : { authority }) }
  return withExtra<Person>(stated, fields)
}

function readTenure(value: unknown, place: string, problems: Problems): Tenure {
  const fields = new Fields(value, place, problems)
  const tenure = { office: fields.text('office'), from: fields.statement('from'), to: fields.statement('to') }
  fields.end()
  return tenure
}

export function readEditor(value: unknown, place: string, problems: Problems): Editor {
  const fields = new Fields(value, place, problems)
  return withExtra<Editor>({ id: fields.id('id'), name: fields.text('name'), initials: fields.text('initials') }, fields)
}

export function readNamed(value: unknown, place: string, problems: Problems): Named {
  const fields = new Fields(value, place, problems)
  const kind = fields.choice('kind', NAME_KINDS)
  if (kind === null) fields.wrong('kind', 'is not stated')
  const named = {
    id: fields.id('id'),
    kind: (kind ?? 'term') as NameKind,
    name: fields.text('name'),
    says: fields.statement('says'),
    authority: fields.statement('authority'),
  }
  return withExtra(named, fields)
}

function withExtra<Entry extends Hand | Person | Named | Editor>(entry: Entry, fields: Fields): Entry {
  const extra = fields.extra()
  return Object.keys(extra).length > 0 ? { ...entry, extra } : entry
}
