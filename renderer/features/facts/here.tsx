import type { Node } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import { annotationsAt, setAnnotation } from '../../../shared/commands/annotate.ts'
import { answerNote, concernPaper } from '../../../shared/commands/answer-note.ts'
import { setGap } from '../../../shared/commands/insert-gap.ts'
import { paperHere } from '../../../shared/commands/paper.ts'
import { putBack } from '../../../shared/commands/put-back.ts'
import { referenceHere } from '../../../shared/commands/refer.ts'
import { removeAnnotation } from '../../../shared/commands/remove-annotation.ts'
import { setFacts, setHand, setRole } from '../../../shared/commands/set-block.ts'
import { setObject } from '../../../shared/commands/set-object.ts'
import { setPage } from '../../../shared/commands/turn-page.ts'
import { deleteBeside, setPassage } from '../../../shared/commands/write-beside.ts'
import { isBlock, isGap, isPage, marginNameOf, markNameOf } from '../../../shared/document/access.ts'
import { objectHere } from '../../../shared/document/margin-objects.ts'
import { layerOf } from '../../../shared/model/hand.ts'
import { papersIn } from '../../../shared/schema/papers.ts'
import { referentsIn } from '../../../shared/state/referents.ts'
import type { AttributeValue } from '../../../shared/vocabulary/attribute.ts'
import { HAND_FACTS } from '../../../shared/vocabulary/certainty.ts'
import { isFootnote, MARGIN, type MarginName } from '../../../shared/vocabulary/margin.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import { PAGE_STATES } from '../../../shared/vocabulary/page.ts'
import { paperInWords } from '../../../shared/vocabulary/paper.ts'
import { legendFrom, meaningOfMark } from '../../../shared/vocabulary/pen-legend.ts'
import { referenceWords } from '../../../shared/vocabulary/referent.ts'
import { ROLE_NAMES, ROLES, type RoleName } from '../../../shared/vocabulary/roles.ts'
import { factsOf, factsOfRole } from '../../../shared/vocabulary/vocabulary.ts'
import { useTip } from '../../state/actions.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { Field } from '../../ui/choice.ts'
import { FieldEditor } from '../../ui/field-editor.tsx'
import { useObservable } from '../../ui/observable.ts'
import { annotationFields, fieldsOf, gapFields } from '../annotate/annotate-menus.ts'
import { followOrReturn } from '../margin/follow-reference.ts'
import { goToAnchor } from '../margin/journeys.ts'
import { paperForm } from '../papers/paper-form.ts'
import { AboutHand, AboutMark } from './about-mark.tsx'

/** Facts of what the caret is in: a note, a gap, annotations, the block, the page. Each is stated by hand; the first choice states nothing. */
export function Here({ opened }: { readonly opened: OpenDocument }) {
  const tip = useTip()
  useObservable(opened.tick)
  const app = useApp()
  if (!opened.view) return null
  const { doc, selection } = opened.view.state
  const object = objectHere(opened.view.state)
  const gap = gapAt(doc, selection.from)
  const reference = referenceHere(opened.view.state)
  return (
    <>
      {gap ? (
        <Group
          title="Gap"
          id={`gap-${gap.node.attrs.id}`}
          fields={gapFields(gap.node.attrs)}
          change={(name, value) => quietly(opened, setGap(gap.node.attrs.id, gap.pos, { [name]: value }))}
        />
      ) : null}
      {reference ? (
        <Group title="Reference" id={`ref-${reference.pos}`} fields={[]} change={() => undefined}>
          <p className="detail">{referenceWords(referentsIn(doc)(reference.node.attrs.to))}</p>
          <button type="button" title={tip('follow')} onClick={() => followOrReturn(app, opened)}>
            Follow it
          </button>
        </Group>
      ) : null}
      {annotationsAt(opened.view.state).map((mark) => (
        <Group
          key={mark.attrs.id}
          id={mark.attrs.id}
          title={MARKS[markNameOf(mark)].label}
          fields={annotationFields(markNameOf(mark), mark.attrs).filter((field) => field.name !== 'note')}
          change={(name, value) => quietly(opened, setAnnotation(mark.attrs.id, { [name]: value }))}
        >
          <AboutMark opened={opened} mark={mark} />
          <button type="button" title={tip('take-off')} onClick={() => opened.run(removeAnnotation(mark.attrs.id))}>
            Take it off
          </button>
        </Group>
      ))}
      {object ? <ObjectFacts opened={opened} node={object.node} /> : <TextFacts opened={opened} />}
    </>
  )
}

/** Runs a command without taking the focus out of the form. */
function quietly(opened: OpenDocument, command: Parameters<OpenDocument['can']>[0]): void {
  if (!opened.view || !opened.writable) return
  command(opened.view.state, opened.view.dispatch)
  opened.redraw()
}

function gapAt(doc: Node, pos: number): { readonly node: Node; readonly pos: number } | null {
  const { nodeAfter, nodeBefore } = doc.resolve(pos)
  if (isGap(nodeAfter)) return { node: nodeAfter, pos }
  if (isGap(nodeBefore)) return { node: nodeBefore, pos: pos - 1 }
  return null
}

interface GroupProps {
  readonly title: string
  readonly id: string
  readonly fields: readonly Field[]
  readonly change: (name: string, value: AttributeValue) => void
  readonly children?: React.ReactNode
}

function Group({ title, id, fields, change, children }: GroupProps) {
  return (
    <fieldset className="facts" key={id}>
      <legend>{title}</legend>
      {fields.map((field) => (
        <FieldEditor key={`${id}-${field.name}`} field={field} change={(value) => change(field.name, value)} />
      ))}
      {children}
    </fieldset>
  )
}

const HIDDEN = new Set(['page', 'paper', 'source', 'seam'])

function ObjectFacts({ opened, node }: { readonly opened: OpenDocument; readonly node: Node }) {
  const tip = useTip()
  const app = useApp()
  const name = marginNameOf(node)
  const id: string = node.attrs.id
  const fields = fieldsOf(MARGIN[name].attributes, node.attrs).filter(
    (field) => !HIDDEN.has(field.name) && (field.name !== 'sign' || isFootnote(name, node.attrs)),
  )
  const passage = () => {
    if (!goToAnchor(opened, id)) return
    app.notify('said', 'Select the words that this note concerns, then press the button.', [
      {
        label: 'The note concerns the selected words',
        run: () =>
          app.say(opened.run(setPassage(opened.context, id)) ? 'The passage is stated.' : 'Select words of the text first.'),
      },
      { label: 'Leave it', run: () => app.notice.set(null) },
    ])
  }
  return (
    <Group
      title={MARGIN[name].label}
      id={id}
      fields={fields}
      change={(key, value) => quietly(opened, stateOfObject(id, name, key, value))}
    >
      <AboutHand opened={opened} hand={opened.hand(node.attrs.hand ?? null)} />
      {name === 'penmark' ? <PenMeaning node={node} /> : null}
      {name === 'note' ? (
        <>
          <button type="button" onClick={passage}>
            State its passage …
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
    </Group>
  )
}

function stateOfObject(id: string, name: MarginName, key: string, value: AttributeValue) {
  if (name === 'note' && key === 'answers') return answerNote(id, value as string | null)
  if (name === 'note' && key === 'passage' && value !== 'words') return concernPaper(id, value as 'paper' | null)
  return setObject(id, { [key]: value })
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

/** A command for the blocks that are selected, as long as the caret is in the block whose facts are shown: of another nothing is stated. */
function whileIn(block: string, command: Command): Command {
  return (state, dispatch) => {
    const { $head } = state.selection
    return $head.depth >= 3 && $head.node(3).attrs.id === block && command(state, dispatch)
  }
}

function stateOfBlock(name: string, value: AttributeValue) {
  if (name === 'role') return setRole(value as RoleName | null)
  return name === 'hand' ? setHand(value as string | null) : setFacts({ [name]: value })
}

/** Whose handwriting it is can be more or less sure; of what is typed it is asked only where somebody stated it. */
function asksForHand(opened: OpenDocument, { attrs }: Node): boolean {
  return layerOf(opened.hand(attrs.hand)) === 'handwritten' || Object.keys(HAND_FACTS).some((name) => name in (attrs.facts ?? {}))
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
      <button
        type="button"
        title={tip('describe-paper')}
        disabled={!opened.writable}
        onClick={() => app.overlay.form(paperForm(app, opened))}
      >
        Describe it …
      </button>
    </fieldset>
  )
}

function TextFacts({ opened }: { readonly opened: OpenDocument }) {
  const { $head } = opened.state.selection
  const block = $head.depth >= 3 ? $head.node(3) : null
  const page = $head.depth >= 2 ? $head.node(2) : null
  const roles = Object.fromEntries(ROLE_NAMES.map((name) => [name, ROLES[name].label]))
  return (
    <>
      {isBlock(block) ? (
        <Group
          title="Block"
          id={block.attrs.id}
          fields={[
            { name: 'role', spec: { kind: 'choice', label: 'Role', values: roles }, value: block.attrs.role },
            { name: 'hand', spec: { kind: 'reference', label: 'Hand', to: 'hands' }, value: block.attrs.hand },
            ...fieldsOf(
              asksForHand(opened, block) ? factsOf(block.attrs.role) : factsOfRole(block.attrs.role),
              block.attrs.facts ?? {},
            ),
          ]}
          change={(name, value) => quietly(opened, whileIn(block.attrs.id, stateOfBlock(name, value)))}
        />
      ) : null}
      {isPage(page) ? (
        <Group
          title="Page"
          id={page.attrs.id}
          fields={[
            { name: 'printed', spec: { kind: 'text', label: 'Number as printed' }, value: page.attrs.printed },
            { name: 'folio', spec: { kind: 'text', label: 'Archive’s folio' }, value: page.attrs.folio },
            { name: 'image', spec: { kind: 'text', label: 'Image' }, value: page.attrs.image },
            { name: 'state', spec: { kind: 'choice', label: 'State', values: PAGE_STATES }, value: page.attrs.state },
          ]}
          change={(name, value) => quietly(opened, setPage(page.attrs.id, { [name]: value as string | null }))}
        />
      ) : null}
      <PaperFacts opened={opened} />
    </>
  )
}
