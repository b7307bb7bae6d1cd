import type { Node } from 'prosemirror-model'
import { annotationsAt } from '../../../shared/commands/annotate.ts'
import { paperHere } from '../../../shared/commands/paper.ts'
import { putBack } from '../../../shared/commands/put-back.ts'
import { referenceHere } from '../../../shared/commands/refer.ts'
import { removeAnnotation } from '../../../shared/commands/remove-annotation.ts'
import { deleteBeside, setPassage } from '../../../shared/commands/write-beside.ts'
import { marginNameOf } from '../../../shared/document/access.ts'
import { objectHere } from '../../../shared/document/margin-objects.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { referentsIn } from '../../../shared/state/referents.ts'
import { MARGIN } from '../../../shared/vocabulary/margin.ts'
import { paperInWords } from '../../../shared/vocabulary/paper.ts'
import { legendFrom, meaningOfMark } from '../../../shared/vocabulary/pen-legend.ts'
import { referenceWords } from '../../../shared/vocabulary/referent.ts'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { showPanel } from '../../state/show-panel.ts'
import { useObservable } from '../../ui/observable.ts'
import { followOrReturn } from '../margin/follow-reference.ts'
import { goToAnchor } from '../margin/journeys.ts'
import { AboutHand, AboutMark } from './about-mark.tsx'
import { FactGroup } from './fact-group.tsx'
import { gapFacts, markFacts, objectFacts, textFacts } from './groups-here.ts'

/** Facts of what the caret is in: a note, a gap, annotations, the block, the page. Each is stated by hand; the first choice states nothing. */
export function Here({ opened }: { readonly opened: OpenDocument }) {
  const tip = useTip()
  useObservable(opened.tick)
  const app = useApp()
  if (!opened.view) return null
  const { doc } = opened.view.state
  const object = objectHere(opened.view.state)
  const gap = gapFacts(opened)
  const reference = referenceHere(opened.view.state)
  return (
    <>
      {gap ? <FactGroup key={gap.id} opened={opened} facts={gap} /> : null}
      {reference ? (
        <fieldset className="facts">
          <legend>Reference</legend>
          <p className="detail">{referenceWords(referentsIn(doc)(reference.node.attrs.to))}</p>
          <button type="button" title={tip('follow')} onClick={() => followOrReturn(app, opened)}>
            Follow it
          </button>
        </fieldset>
      ) : null}
      {annotationsAt(opened.view.state).map((mark) => (
        <FactGroup key={mark.attrs.id} opened={opened} facts={markFacts(opened, mark)}>
          <AboutMark opened={opened} mark={mark} />
          <button type="button" title={tip('take-off')} onClick={() => opened.run(removeAnnotation(mark.attrs.id))}>
            Remove tag
          </button>
        </FactGroup>
      ))}
      {object ? <ObjectFacts opened={opened} node={object.node} /> : <TextFacts opened={opened} />}
    </>
  )
}

function ObjectFacts({ opened, node }: { readonly opened: OpenDocument; readonly node: Node }) {
  const tip = useTip()
  const app = useApp()
  const name = marginNameOf(node)
  const id: string = node.attrs.id
  const passage = () => {
    if (!goToAnchor(opened, id)) return
    app.notify('said', 'Select the words that this note concerns, then press the button.', [
      {
        label: 'The note concerns the selected words',
        run: () =>
          app.say(opened.run(setPassage(opened.context, id)) ? 'The passage is stated.' : 'Select words of the text first.'),
      },
      { label: 'Cancel', run: () => app.notice.set(null) },
    ])
  }
  return (
    <FactGroup key={id} opened={opened} facts={objectFacts(opened, node)}>
      <AboutHand opened={opened} hand={opened.hand(node.attrs.hand ?? null)} />
      {name === 'penmark' ? <PenMeaning node={node} /> : null}
      {name === 'note' ? (
        <>
          <button type="button" onClick={passage}>
            Choose the passage it refers to …
          </button>
          <button type="button" title={tip('put-back')} onClick={() => opened.run(putBack(opened.context, id))}>
            Put it back into the text
          </button>
        </>
      ) : (
        <button type="button" onClick={() => opened.run(deleteBeside(id))}>
          Delete this {MARGIN[name].label}
        </button>
      )}
    </FactGroup>
  )
}

/** What such a mark means in this collection, as an editor interprets it. */
function PenMeaning({ node }: { readonly node: Node }) {
  const app = useApp()
  const { extra } = useObservable(app.registers)
  const meaning = meaningOfMark(legendFrom(extra), node.attrs)
  if (!meaning) return null
  return (
    <p className="detail">
      Here it means, an editor says: {meaning.means} ({meaning.source || 'no source given'}).
    </p>
  )
}

/** The paper that the caret is in: what is stated of it, and the way to its form. */
function PaperFacts({ opened }: { readonly opened: OpenDocument }) {
  const tip = useTip()
  const app = useApp()
  const papers = papersIn(opened.state.doc)
  const index = paperHere(opened.state, papers)
  return (
    <fieldset className="facts">
      <legend>{papers.length > 1 ? `Paper ${index + 1} of ${papers.length}` : 'Paper'}</legend>
      <p className="detail">{paperInWords(papers[index]!.paper)}</p>
      <button type="button" title={tip('describe-paper')} disabled={!opened.writable} onClick={() => showPanel(app, 'paper')}>
        Describe it
      </button>
    </fieldset>
  )
}

function TextFacts({ opened }: { readonly opened: OpenDocument }) {
  return (
    <>
      {textFacts(opened).map((facts) => (
        <FactGroup key={facts.id} opened={opened} facts={facts} />
      ))}
      <PaperFacts opened={opened} />
    </>
  )
}
