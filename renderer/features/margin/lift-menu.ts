import { annotate } from '../../../shared/commands/annotate.ts'
import { liftToMargin } from '../../../shared/commands/lift-to-margin.ts'
import { stretchesOrBlock } from '../../../shared/commands/stretch.ts'
import { objectsOf } from '../../../shared/document/access.ts'
import { findObject } from '../../../shared/document/margin-objects.ts'
import { capitalised } from '../../../shared/text/capitalised.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import type { AppState } from '../../state/app-state.ts'
import { likeliestFirst } from '../../state/likely.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import type { KeyMenu, MenuOption } from '../../ui/choice.ts'
import { withinLetters } from '../annotate/annotate-menus.ts'
import { type HandAct, handOptions } from '../hands/hand-options.ts'

/** The note that a lift has just put at the end of the margin. */
const newestNote = (opened: OpenDocument): string => objectsOf(opened.state.doc).at(-1)!.attrs.id

const NEXT_PIECE = 'next piece of the last note'

/** Ctrl+M: the selection becomes a note; the next key says by which hand. */
export function liftMenu(
  app: AppState,
  opened: OpenDocument,
  as: 'note' | 'pieces' = 'note',
  joins: string | null = null,
): KeyMenu {
  const lift: HandAct = (hand) => {
    if (!opened.run(liftToMargin(opened.context, { hand, as, joins }))) return
    opened.lastNote = newestNote(opened)
    app.say(`Note lifted to the margin, hand ${opened.hand(hand)?.name ?? 'not stated'}`)
  }
  const { options, offered } = handOptions(app, opened, lift)
  const more: MenuOption[] = [
    {
      key: letterOf('lift.handNotStated'),
      label: 'hand not stated',
      detail: 'neither typed nor handwritten is claimed',
      run: () => lift(null),
    },
  ]
  if (as === 'note' && joins === null && !opened.state.selection.empty) more.push(...withinSentence(app, opened))
  const last = opened.lastNote ? findObject(opened.state.doc, opened.lastNote)?.node : null
  if (last && as === 'note' && joins === null) {
    more.push({
      key: letterOf('lift.nextPiece'),
      label: NEXT_PIECE,
      detail: `“${last.textContent.slice(0, 32)}…”`,
      run: () => {
        if (opened.run(liftToMargin(opened.context, { hand: last.attrs.hand, as: 'note', joins: last.attrs.id })))
          opened.lastNote = newestNote(opened)
      },
    })
  }
  if (as === 'note' && stretchesOrBlock(opened.state).length > 1) {
    more.push({
      key: letterOf('lift.pieces'),
      label: 'a piece for each block',
      detail: 'then the hand',
      run: () => app.overlay.menu(liftMenu(app, opened, 'pieces')),
    })
  }
  const again = options[offered]?.label
  const menu: KeyMenu = {
    about: opened.state.selection.empty ? 'block' : 'selection',
    title:
      as === 'pieces'
        ? 'To the margin, in pieces, by'
        : opened.state.selection.empty
          ? 'This block to the margin, by'
          : 'To the margin, by',
    ...(more.some(({ key }) => key === letterOf('lift.added'))
      ? { hint: `Does the sentence read on with it? Then ${withinLetters()}: it stays in the text` }
      : {}),
    options: [...options, ...more],
    ...(offered >= 0 ? { offered } : {}),
  }
  // what a note was just lifted for may go on further down: that stands beside the hand that wrote it
  return likeliestFirst(opened, 'hand', menu, again === undefined ? [] : [again, NEXT_PIECE])
}

/** Handwriting that belongs to the sentence stays in it: what was added, what was struck out. */
function withinSentence(app: AppState, opened: OpenDocument): readonly MenuOption[] {
  const by = (name: 'add' | 'del', title: string) => () => {
    const { options, offered } = handOptions(app, opened, (hand) => {
      if (opened.run(annotate(opened.context, name, { hand })))
        app.say(`${capitalised(MARKS[name].label)} marked, hand ${opened.hand(hand)?.name ?? 'not stated'}`)
    })
    const unstated: MenuOption = {
      key: letterOf('withinSentence.handNotStated'),
      label: 'hand not stated',
      run: () => void opened.run(annotate(opened.context, name)),
    }
    const menu: KeyMenu = { title, about: 'words', options: [...options, unstated], ...(offered >= 0 ? { offered } : {}) }
    app.overlay.menu(likeliestFirst(opened, 'hand', menu))
  }
  return [
    {
      key: letterOf('lift.added'),
      label: 'added to the sentence',
      detail: 'then the hand',
      run: by('add', 'Added to the sentence, by'),
    },
    {
      key: letterOf('lift.struckOut'),
      label: 'struck out of the sentence',
      detail: 'then the hand',
      run: by('del', 'Struck out of the sentence, by'),
    },
  ]
}
