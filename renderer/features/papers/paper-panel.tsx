import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { paperHere, statePaper } from '../../../shared/commands/paper.ts'
import { blocksOfPaper } from '../../../shared/propose/blocks-of-paper.ts'
import {
  factOf,
  factsFromWords,
  offerFor,
  PAPER_FIELDS,
  type PaperField,
  type PaperOffer,
  type StatedFacts,
} from '../../../shared/propose/offers-of-paper.ts'
import { readPaper } from '../../../shared/propose/read-paper.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { emptyValue, isEmptyValue } from '../../../shared/vocabulary/attribute.ts'
import { PAPER, paperInWords } from '../../../shared/vocabulary/paper.ts'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { FieldEditor } from '../../ui/field-editor.tsx'
import { useObservable } from '../../ui/observable.ts'
import { Collated } from './collated.tsx'
import { paperForm } from './paper-form.ts'
import { selectedWords, useEnterInText } from './take-words.ts'
import '../../styles/papers.css'

interface Waiting {
  readonly field: PaperField
  readonly paper: string
  readonly before: string | null
}

/**
 * The paper of the caret is described beside the letter: ten facts. What a block states already is offered under its field, and Enter takes it;
 * words that are selected in the letter are taken into the field that was last gone to. Nothing is stated beforehand.
 */
export function PaperPanel({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const tip = useTip()
  useObservable(opened.tick)
  const panel = useRef<HTMLDivElement>(null)
  /**
   * The field that waits for words, and its paper: that paper stays here while words of another one are selected. `before`: what was selected
   * already when it was gone to; that is not meant for it.
   */
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const papers = opened.view ? papersIn(opened.state.doc) : []
  const selected = selectedWords(opened)
  if (waiting && waiting.before !== null && waiting.before !== selected) setWaiting({ ...waiting, before: null })
  const words = waiting?.before === selected ? null : selected
  // a caret alone in another paper asks for that one
  const held = words === null ? -1 : papers.findIndex(({ paper }) => paper.id === waiting?.paper)
  const index = held >= 0 ? held : opened.view ? paperHere(opened.state, papers) : 0
  const paper = papers[index]?.paper

  const goTo = (field: PaperField | undefined) =>
    panel.current?.querySelector<HTMLElement>(`[data-field="${field ?? 'more'}"] :is(input, textarea, select, button)`)?.focus()
  const state = (facts: StatedFacts) => {
    if (!opened.view || !opened.writable || !paper) return
    statePaper(paper.id, facts)(opened.view.state, opened.view.dispatch)
    opened.redraw()
  }
  const takeWords = () => {
    const facts = waiting && paper && words !== null ? factsFromWords(waiting.field, words, paper) : null
    if (!facts || !waiting) return false
    state(facts)
    app.say(`${PAPER[waiting.field].label}: ${words}`)
    goTo(waiting.field)
    return true
  }
  useEnterInText(waiting !== null && words !== null, takeWords, () => setWaiting(null))
  if (!paper) return null

  const read = readPaper(blocksOfPaper(opened.document, index))
  const statedIn = (field: PaperField) => factOf(paper, field) ?? emptyValue(PAPER[field])
  const isOpen = (field: PaperField) => isEmptyValue(PAPER[field], statedIn(field))
  const first = PAPER_FIELDS.find(isOpen) ?? PAPER_FIELDS[0]
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey) return
    const { target } = event
    const field = target instanceof HTMLElement && target.matches('input, textarea, select') ? fieldOf(target) : null
    if (!field) return
    event.preventDefault()
    const offer = offerFor(field, paper, read)
    if (offer) state(offer.facts)
    goTo(PAPER_FIELDS.slice(PAPER_FIELDS.indexOf(field) + 1).find(isOpen))
  }
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const field = fieldOf(target)
    if (field) setWaiting({ field, paper: paper.id, before: selectedWords(opened) })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the fields in it
    <div ref={panel} className="facts paper-panel" onKeyDown={onKeyDown} onFocus={onFocus}>
      <p className="legend">{papers.length > 1 ? `Paper ${index + 1} of ${papers.length}` : 'Paper'}</p>
      <p className="detail">{paperInWords(paper)}</p>
      <Collated opened={opened} index={index} />
      {PAPER_FIELDS.map((field) => {
        const isWaiting = waiting?.field === field && waiting.paper === paper.id
        const taken = isWaiting && words !== null ? factsFromWords(field, words, paper) : null
        return (
          <div key={`${paper.id} ${field}`} data-field={field} className={isWaiting ? 'waiting' : undefined}>
            <FieldEditor
              field={{ name: field, spec: PAPER[field], value: statedIn(field), readOnly: !opened.writable }}
              first={field === first}
              change={(value) => state({ [field]: value })}
            />
            <AsWritten field={field} facts={paper.facts ?? {}} />
            {taken && words !== null ? (
              <Offer offer={{ words, from: 'selected in the letter', facts: taken }} take={takeWords} />
            ) : (
              <Offer offer={offerFor(field, paper, read)} take={(offer) => state(offer.facts)} />
            )}
          </div>
        )
      })}
      <div data-field="more" className="bar-actions">
        <button
          type="button"
          title={tip('paper-facts')}
          disabled={!opened.writable}
          onClick={() => app.overlay.form(paperForm(app, opened))}
        >
          All facts …
        </button>
      </div>
    </div>
  )
}

function fieldOf(target: HTMLElement): PaperField | null {
  const name = target.closest<HTMLElement>('[data-field]')?.dataset.field
  return PAPER_FIELDS.find((field) => field === name) ?? null
}

/** The words of the paper behind a fact that is stated in another form. */
function AsWritten({ field, facts }: { readonly field: PaperField; readonly facts: Readonly<Record<string, unknown>> }) {
  const written = field === 'date' ? facts.dateWritten : field === 'marking' ? facts.markingWritten : undefined
  return typeof written === 'string' ? <p className="detail">as written: {written}</p> : null
}

interface OfferProps {
  readonly offer: PaperOffer | null
  readonly take: (offer: PaperOffer) => void
}

/** What can be taken into a field, and where it stands. */
function Offer({ offer, take }: OfferProps) {
  if (!offer) return null
  return (
    // the words that are selected stay so
    <button type="button" className="offer" onMouseDown={(event) => event.preventDefault()} onClick={() => take(offer)}>
      <span className="offer-words">{offer.words}</span>
      <span className="detail">
        {offer.from} <kbd>Enter</kbd> takes it
      </span>
    </button>
  )
}
