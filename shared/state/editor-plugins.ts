import { history } from 'prosemirror-history'
import type { Plugin } from 'prosemirror-state'
import type { NewId } from '../model/ids.ts'
import { anchors } from './anchors.ts'
import { blockLimit } from './block-limit.ts'
import { clipboard } from './clipboard.ts'
import { emptyNotes } from './empty-notes.ts'
import { everyPage } from './every-page.ts'
import { markedMends } from './marked-mends.ts'
import { mending } from './mending.ts'
import { parts } from './parts.ts'
import type { Knows } from './pasted.ts'
import { provenance } from './provenance.ts'
import { soundness } from './soundness.ts'

/** What the plugins ask of the document that they guard. */
export interface EditorParts {
  /** The originals' decoded texts. */
  readonly texts: () => readonly string[]
  readonly newId: NewId
  /** Whether a hand (null: not stated) writes by hand: its words are never mended unseen. */
  readonly isHandwriting: (hand: string | null) => boolean
  /** Hands and people that this collection has; all, where nobody says. */
  readonly knows?: Knows
  /** Told, in a sentence for the person, why a change was refused. */
  readonly refused?: (sentence: string) => void
}

/**
 * Every plugin of the editor that needs no view, in the one order in which they run: what guards annotations, ledger, anchors and the shape
 * of the document, the clipboard's memory, and the history. The window, the tests and the benches take their state from here, so that what
 * is tried is what ships. What draws and what listens to keys comes after these.
 */
export function editorPlugins({ texts, newId, isHandwriting, knows, refused }: EditorParts): readonly Plugin[] {
  return [
    mending(),
    markedMends(isHandwriting, newId),
    anchors(),
    emptyNotes(),
    provenance(texts, newId),
    everyPage(newId),
    parts(),
    soundness(newId, knows),
    blockLimit((sentence) => refused?.(sentence)),
    clipboard(),
    history({ depth: 100_000 }),
  ]
}
