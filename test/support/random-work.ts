import { redo, undo } from 'prosemirror-history'
import type { Node, Slice } from 'prosemirror-model'
import { type Command, EditorState, type Selection, TextSelection, type Transaction } from 'prosemirror-state'
import { Mapping } from 'prosemirror-transform'
import { annotate, correctMarked } from '../../shared/commands/annotate.ts'
import { callAgain } from '../../shared/commands/call-again.ts'
import { drawPenMark } from '../../shared/commands/draw-pen-mark.ts'
import { footnoteHere, stateFootnote } from '../../shared/commands/footnote.ts'
import { insertGap } from '../../shared/commands/insert-gap.ts'
import { liftToMargin } from '../../shared/commands/lift-to-margin.ts'
import { moveBlock, movePage } from '../../shared/commands/move.ts'
import { beginPaper, joinPapers } from '../../shared/commands/paper.ts'
import { putBack } from '../../shared/commands/put-back.ts'
import { referTo } from '../../shared/commands/refer.ts'
import { removeAnnotation } from '../../shared/commands/remove-annotation.ts'
import { replaceHand } from '../../shared/commands/replace-hand.ts'
import { restorePage, restorePlace } from '../../shared/commands/restore-places.ts'
import { restoreReading } from '../../shared/commands/restore-reading.ts'
import { restoreUnused } from '../../shared/commands/restore-unused.ts'
import { setAside } from '../../shared/commands/set-aside.ts'
import { setFacts, setRole } from '../../shared/commands/set-block.ts'
import { insertPage, takePageAway } from '../../shared/commands/stand-in-page.ts'
import { reattach } from '../../shared/commands/tray.ts'
import { turnAtMarkers } from '../../shared/commands/turn-at-markers.ts'
import { joinPages, splitPage } from '../../shared/commands/turn-page.ts'
import { whoseError } from '../../shared/commands/whose-error.ts'
import { writeBeside } from '../../shared/commands/write-beside.ts'
import { besidePage, sideBySide } from '../../shared/compare/side-by-side.ts'
import { findObject } from '../../shared/document/margin-objects.ts'
import { UNKNOWN_MANUSCRIPT } from '../../shared/model/hand.ts'
import { idsFrom } from '../../shared/model/ids.ts'
import { enterInBody } from '../../shared/state/block-keys.ts'
import { cutSelection, movable, moveSelection, pasteSlice } from '../../shared/state/clipboard.ts'
import { editorPlugins } from '../../shared/state/editor-plugins.ts'
import { textSelectionBetween, wholeBody } from '../../shared/state/pages-selection.ts'
import { asCopy } from '../../shared/state/pasted.ts'
import { separateUndo } from '../../shared/state/undo-steps.ts'
import type { RegisterName } from '../../shared/vocabulary/attribute.ts'
import { foreignSlice, otherPaper, plainAt } from './random-clipboard.ts'
import { type Deed, HANDS_AT_WORK, STATES, TAGS } from './random-deeds.ts'
import { caretsIn, jointsIn, lineHere, markedIn, marksIn, standInsIn } from './random-places.ts'
import { documentOf } from './sample-document.ts'

/** Someone at work on a text at random, with seeded ids; every plugin of the editor that guards the ledger is in place. */
export class RandomWork {
  state: EditorState
  last: Transaction | null = null
  /** How the last deed moved positions, with what the plugins added to it. */
  mapping = new Mapping()
  private before: Transaction | null = null
  readonly texts: readonly string[]
  readonly context: { newId: () => string; texts: () => readonly string[] }
  private clipboard: { slice: Slice; token: string | null } | null = null
  private tokens = 0

  /** `seed`: of the ids; `begun`: work on these texts that goes on. */
  constructor(texts: readonly string[], seed = 1, begun: Node | null = null) {
    const random = () => {
      seed = (seed * 48271) % 2147483647
      return seed / 2147483647
    }
    this.texts = texts
    this.context = { newId: idsFrom(random), texts: () => texts }
    const isHandwriting = (hand: string | null) => hand !== 'tw' && HANDS_AT_WORK.some(({ id }) => id === hand)
    const plugins = editorPlugins({ texts: () => texts, newId: this.context.newId, isHandwriting, knows: this.knows })
    this.state = EditorState.create({ doc: begun ?? documentOf(texts, this.context.newId), plugins })
  }

  dispatch = (tr: Transaction) => {
    this.last = tr
    separateUndo(tr, this.before)
    if (tr.docChanged) this.before = tr
    this.apply(tr)
  }

  /** Puts the selection somewhere: what the caret leaves may change by that (an empty note of ours goes). */
  private point(selection: Selection): void {
    this.apply(this.state.tr.setSelection(selection))
  }

  private apply(tr: Transaction): void {
    const { state, transactions } = this.state.applyTransaction(tr)
    this.state = state
    this.mapping.appendMapping(new Mapping(transactions.flatMap((one) => one.mapping.maps)))
  }

  run(command: Command): boolean {
    return command(this.state, this.dispatch)
  }

  /** Does one deed; false where it was not possible. */
  do({ kind, a, b, c }: Deed): boolean {
    this.last = null
    this.mapping = new Mapping()
    const { context } = this
    switch (kind) {
      case 'type':
        return this.select(a, 0) && this.type(['x', ' ', 'goverment', 'B.', '😀'][c % 5]!)
      case 'overtype':
        return this.select(a, 1 + (b % 12)) && this.type(['m', 'government', 'ly '][c % 3]!)
      case 'delete':
        return this.select(a, 1 + (b % 9)) && this.remove()
      case 'delete-across':
        return this.selectAcross(a, b % 60) && this.remove()
      case 'split':
        return this.select(a, 0) && this.run(enterInBody(context.newId))
      case 'join': {
        const joints = jointsIn(this.state.doc)
        if (joints.length === 0) return false
        this.dispatch(this.state.tr.join(joints[a % joints.length]!))
        return true
      }
      case 'tag':
        return this.selectAcross(a, 1 + (b % 25)) && this.run(annotate(context, TAGS[c % TAGS.length]!))
      case 'untag': {
        const ids = this.annotationIds()
        return ids.length > 0 && this.run(removeAnnotation(ids[a % ids.length]!))
      }
      case 'correct':
        return this.select(a, 1 + (b % 9)) && this.run(correctMarked(context, 'A.J.C.', { cert: 'medium', basis: 'conjecture' }))
      case 'footnote': {
        if (!this.selectAcross(a, b % 90)) return false
        const here = footnoteHere(this.state)
        return this.run(
          stateFootnote(context, { call: here?.calls[0] ?? null, joins: c % 2 === 0 ? (here?.before ?? null) : null }),
        )
      }
      case 'lift':
      case 'lift-pieces':
        return (
          this.selectAcross(a, b % 90) && this.run(liftToMargin(context, { hand: 'mt', as: kind === 'lift' ? 'note' : 'pieces' }))
        )
      case 'put-back': {
        const notes = this.notes()
        return notes.length > 0 && this.run(putBack(context, notes[a % notes.length]!.attrs.id))
      }
      case 'set-aside':
        return this.selectAcross(a, b % 50) && this.run(setAside(context, 'scanner-noise'))
      case 'restore': {
        const unused = this.state.doc.attrs.unused
        return unused.length > 0 && this.run(restoreUnused(context, unused[a % unused.length].id))
      }
      case 'gap':
        return this.select(a, b % 12) && this.run(insertGap(context, { reason: 'illegible' }))
      case 'move-block':
        return this.select(a, 0) && this.run(moveBlock(b % 2 ? 'up' : 'down'))
      case 'move-page':
        return this.select(a, 0) && this.run(movePage(b % 2 ? 'up' : 'down'))
      case 'split-page':
        return this.select(a, 0) && this.run(splitPage(context))
      case 'turn-at-markers': {
        const line = this.select(a, 0) && lineHere(this.state)
        if (!line) return false
        const marker = { ...line, turns: b % 3 > 0, printed: c % 2 ? `${b}` : null, reason: 'page-furniture' as const }
        return this.run(turnAtMarkers(context, [marker], c % 3 ? 'head' : 'foot'))
      }
      case 'join-pages':
        return this.select(a, 0) && this.run(joinPages())
      case 'insert-page':
        return this.select(a, 0) && this.run(insertPage(context, STATES[b % STATES.length]!, c % 2 ? 'retained-3-4' : null))
      case 'take-page-away':
        return this.selectStandIn(a) && this.run(takePageAway())
      case 'cut': {
        if (!this.selectAcross(a, b % 70)) return false
        const token = `cut${this.tokens++}`
        const { selection } = this.state
        const tr = cutSelection(this.state, token)
        if (!tr) return false
        this.clipboard = { slice: selection.content(), token }
        this.dispatch(tr)
        return true
      }
      case 'paste':
        return this.paste(a)
      case 'copy': {
        if (!this.selectAcross(a, b % 40) || this.state.selection.empty) return false
        this.clipboard = { slice: this.state.selection.content(), token: null }
        return this.paste(c)
      }
      case 'paste-other-paper': {
        const { slice, token } = otherPaper(b)
        return this.select(a, c) && this.pasteIn(asCopy(slice, this.context.newId, false, this.knows), token)
      }
      case 'paste-foreign':
        return this.select(a, c) && this.pasteIn(asCopy(foreignSlice(b), this.context.newId, false, this.knows))
      case 'paste-plain':
        return this.select(a, c) && this.pasteIn(plainAt(this.state, b, this.context.newId))
      case 'drag':
      case 'drag-copy':
        return this.drag(kind === 'drag', a, b, c)
      case 'clear': {
        const all = wholeBody(this.state.doc)
        if (c > 0 || !all) return false
        this.point(all)
        return this.remove()
      }
      case 'role':
        return this.select(a, 0) && this.run(setRole('paragraph'))
      case 'reattach': {
        if (this.state.doc.attrs.tray.length === 0) this.loseAnAnnotation(c)
        const tray = this.state.doc.attrs.tray
        return tray.length > 0 && this.selectAcross(a, b % 20) && this.run(reattach(context, tray[c % tray.length].id))
      }
      case 'editor-note':
        // one in which nothing is written goes when the caret leaves it
        return (
          this.select(a, b % 9) &&
          this.run(writeBeside(context, c % 2 ? 'query' : 'editornote')) &&
          (c % 5 === 0 || this.type('See the minute.'))
        )
      case 'call-again': {
        const ours = this.ours()
        return ours.length > 0 && this.select(a, b % 9) && this.run(callAgain(context, ours[c % ours.length]!.attrs.id))
      }
      case 'refer': {
        const ours = this.ours()
        const objects = this.state.doc.lastChild!.children
        return (
          ours.length > 0 &&
          this.into(ours[a % ours.length]!) &&
          this.run(referTo(context, objects[b % objects.length]!.attrs.id))
        )
      }
      case 'begin-paper':
        return this.select(a, 0) && this.run(beginPaper(context))
      case 'join-papers':
        return this.select(a, 0) && this.run(joinPapers(context))
      case 'pen-mark':
        return (
          this.selectAcross(a, b % 12) &&
          this.run(drawPenMark(context, { kind: 'sideline', count: '2', hand: c % 2 ? 'mt' : null }))
        )
      case 'merge-hands':
        return this.run(replaceHand('mt', c % 2 ? 'ajc' : null)) || this.run(replaceHand('ajc', 'mt'))
      case 'facts':
        return this.select(a, 0) && this.run(setRole('marking')) && this.run(setFacts({ level: 'secret', caveats: ['deskby'] }))
      case 'restore-reading':
        return this.select(a, b % 40) && this.run(restoreReading(context))
      case 'restore-place':
      case 'whose-error': {
        const places = sideBySide(this.state.doc, this.texts).flatMap((row) =>
          row.kind === 'aside' ? [] : row.places.map(({ from, to }) => ({ owner: row.id, from, to })),
        )
        const place = places[a % Math.max(places.length, 1)]
        if (!place) return false
        if (kind === 'restore-place') return this.run(restorePlace(context, place))
        return this.run(whoseError(context, place, (['machine', 'paper', 'unknown'] as const)[b % 3]!))
      }
      case 'restore-page': {
        const { id } = this.state.doc.firstChild!.child(a % this.state.doc.firstChild!.childCount).attrs
        return c < 5 && this.restorePage(id)
      }
      case 'undo':
        return this.run(undo)
      case 'redo':
        return this.run(redo) || (this.run(undo) && this.run(redo))
    }
  }

  /** A page reads again as the machine read it. */
  restorePage(page: string): boolean {
    const { notes, asides } = besidePage(sideBySide(this.state.doc, this.texts), page)
    return this.run(restorePage(this.context, page, notes, asides))
  }

  private type(text: string): boolean {
    this.dispatch(this.state.tr.insertText(text))
    return true
  }

  private remove(): boolean {
    if (this.state.selection.empty) return false
    this.dispatch(this.state.tr.deleteSelection())
    return true
  }

  /** Deletes the words of one annotation for good, so that there is something in the tray. */
  private loseAnAnnotation(n: number): void {
    const marked = markedIn(this.state.doc)
    const span = marked[n % Math.max(marked.length, 1)]
    if (span) this.dispatch(this.state.tr.delete(...span))
  }

  /** Puts the caret on a page that only stands in. */
  private selectStandIn(a: number): boolean {
    const found = standInsIn(this.state.doc)
    if (found.length === 0) return false
    const at = found[a % found.length]!
    this.point(TextSelection.create(this.state.doc, at))
    return true
  }

  /** Selects inside one textblock of text or margin. */
  private select(a: number, length: number): boolean {
    const carets = caretsIn(this.state.doc, true)
    if (carets.length === 0) return false
    const from = carets[a % carets.length]!
    const end = this.state.doc.resolve(from).end()
    const to = carets.filter((at) => at >= from && at <= end && at <= from + length).at(-1) ?? from
    this.point(TextSelection.create(this.state.doc, from, to))
    return true
  }

  /** Selects in the text over several blocks, over page turns too. */
  private selectAcross(a: number, length: number): boolean {
    const carets = caretsIn(this.state.doc, false)
    if (carets.length === 0) return false
    const from = carets[a % carets.length]!
    const to = carets.filter((at) => at >= from && at <= from + length).at(-1) ?? from
    const { doc } = this.state
    this.point(textSelectionBetween(doc.resolve(from), doc.resolve(to)))
    return true
  }

  /** Words dragged to another place, as the drop of the editor does it: moved, or with Ctrl copied. */
  private drag(moves: boolean, a: number, b: number, c: number): boolean {
    if (!this.selectAcross(a, 1 + (b % 60))) return false
    const carets = caretsIn(this.state.doc, true)
    const to = carets[(a * 7 + b * 31 + c * 131) % carets.length]!
    if (!moves) {
      const slice = asCopy(this.state.selection.content(), this.context.newId, false, this.knows)
      this.point(TextSelection.create(this.state.doc, to))
      return this.pasteIn(slice)
    }
    const moving = moveSelection(this.state, to, `drag${this.tokens++}`)
    if (!moving) return false
    this.dispatch(moving.cut)
    const paste = moving.paste(this.state, this.context.newId)
    if (paste) this.dispatch(paste)
    return true
  }

  /** Takes the caret back to the text, as one does who gets up: a note of ours in which nothing is written goes. */
  rest(): void {
    this.select(0, 0)
  }

  private knows = (to: RegisterName, id: string) =>
    to === 'hands' && [UNKNOWN_MANUSCRIPT, ...HANDS_AT_WORK].some((hand) => hand.id === id)

  private pasteIn(slice: Slice, token: string | null = null): boolean {
    const moved = movable(this.state, token)
    const tr = pasteSlice(this.state, moved ?? slice, this.context.newId, moved ? token : null)
    if (!tr) return false
    this.dispatch(tr)
    return true
  }

  /** As the editor's clipboard does it: the first paste of a cut is a move, all others are copies. */
  private paste(a: number): boolean {
    if (!this.clipboard || !this.select(a, 0)) return false
    const { slice, token } = this.clipboard
    return this.pasteIn(asCopy(slice, this.context.newId, false, this.knows), token)
  }

  notes(): readonly Node[] {
    return this.state.doc.lastChild!.children.filter((node) => node.type.name === 'note')
  }

  private ours(): readonly Node[] {
    return this.state.doc.lastChild!.children.filter((node) => node.type.name === 'editornote')
  }

  private into(note: Node): boolean {
    const { pos } = findObject(this.state.doc, note.attrs.id)!
    this.point(TextSelection.create(this.state.doc, pos + 1))
    return true
  }

  annotationIds(): readonly string[] {
    return marksIn(this.state.doc)
  }
}
