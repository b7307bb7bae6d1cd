import type { Mark } from 'prosemirror-model'
import { countByHand } from '../../../shared/commands/replace-hand.ts'
import { type Hand, type Person, UNKNOWN, UNKNOWN_MANUSCRIPT } from '../../../shared/model/hand.ts'
import { tenuresOf, wasHeld } from '../../../shared/model/offices.ts'
import { dateInWords, partsOf } from '../../../shared/propose/calendar.ts'
import { type PaperDate, paperDateAt } from '../../../shared/propose/paper-date.ts'
import { mentionsIn } from '../../../shared/search/mentions.ts'
import { isoDate } from '../../../shared/vocabulary/iso-date.ts'
import { isNaming } from '../../../shared/vocabulary/naming.ts'
import { tenureInWords } from '../../../shared/vocabulary/tenure-in-words.ts'
import type { OpenDocument } from '../../state/open-document.ts'

/** What the register knows of whom or what words name: the office at the paper’s date, and how often this document names it. */
export function AboutMark({ opened, mark }: { readonly opened: OpenDocument; readonly mark: Mark }) {
  const { name } = mark.type
  if (name === 'date') {
    const when = isoDate(mark.attrs.when)
    return when === null ? null : <p className="detail">{dateInWords(partsOf(when))}</p>
  }
  const ref: string | null = isNaming(name) ? mark.attrs.ref : null
  if (ref === null) return null
  const count = mentionsIn(opened.document).filter(
    (one) => one.ref === ref && (one.type === 'persName') === (name === 'persName'),
  ).length
  const person = name === 'persName' ? opened.people.get().find(({ id }) => id === ref) : undefined
  const says = person ? officeAt(person, dateHere(opened)) : opened.names.get().find(({ id }) => id === ref)?.says
  return (
    <p className="detail">
      {[says, count === 1 ? 'named once in this document' : `named ${count} times in this document`].filter(Boolean).join(' · ')}
    </p>
  )
}

/** Who a hand is: the person, the office at the paper’s date, and how much of this document is by this hand. */
export function AboutHand({ opened, hand }: { readonly opened: OpenDocument; readonly hand: Hand | null }) {
  if (hand === null || hand === UNKNOWN || hand === UNKNOWN_MANUSCRIPT) return null
  const person = hand.person === null ? undefined : opened.people.get().find(({ id }) => id === hand.person)
  const count = countByHand(opened.document, hand.id)
  const says = [
    person?.name,
    person && officeAt(person, dateHere(opened)),
    count === 1 ? 'one thing in this document is by this hand' : `${count} things in this document are by this hand`,
  ]
  return <p className="detail">{says.filter(Boolean).join(' · ')}</p>
}

const dateHere = (opened: OpenDocument) => paperDateAt(opened.document, opened.state.selection.from)

/** The offices held at the date, else those whose dates are not known; never one that was held at another time. */
function officeAt(person: Person, date: PaperDate | null): string | null {
  const tenures = tenuresOf(person)
  const then = tenures.filter((tenure) => wasHeld(tenure, date?.when ?? null) === true)
  const perhaps = tenures.filter((tenure) => wasHeld(tenure, date?.when ?? null) === null)
  const words = (then.length > 0 ? then : perhaps).map(tenureInWords).join('; ')
  return words === '' ? null : words
}
