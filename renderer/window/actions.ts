import { MACHINE_ACTIONS } from '../features/against-machine/machine-actions.ts'
import { ANNOTATE_ACTIONS } from '../features/annotate/annotate-actions.ts'
import { BLOCK_ACTIONS } from '../features/blocks/block-actions.ts'
import { CHECK_ACTIONS } from '../features/checklist/check-actions.ts'
import { DOCUMENT_ACTIONS } from '../features/documents/document-actions.ts'
import { DOUBT_ACTIONS } from '../features/doubts/doubt-actions.tsx'
import { EDIT_ACTIONS } from '../features/edit/edit-actions.ts'
import { EDITOR_ACTIONS } from '../features/editors/editor-actions.ts'
import { EXPORT_ACTIONS } from '../features/export/export-actions.ts'
import { FACT_ACTIONS } from '../features/facts/fact-actions.ts'
import { FIND_ACTIONS } from '../features/find/find-actions.ts'
import { GO_ON_ACTIONS } from '../features/go-on/go-on-actions.ts'
import { LAYER_ACTIONS } from '../features/look/layer-actions.ts'
import { LOOK_ACTIONS } from '../features/look/look-actions.ts'
import { MARGIN_ACTIONS } from '../features/margin/margin-actions.ts'
import { NOTE_ACTIONS } from '../features/margin/note-actions.ts'
import { MARK_ACTIONS } from '../features/names/mark-actions.ts'
import { NAME_ACTIONS } from '../features/names/name-actions.ts'
import { READING_ACTIONS } from '../features/originals/reading-actions.ts'
import { PAGE_ACTIONS } from '../features/pages/page-actions.ts'
import { PALETTE_ACTIONS } from '../features/palette/palette-actions.ts'
import { CITATION_ACTIONS } from '../features/papers/citation-actions.ts'
import { PAPER_ACTIONS } from '../features/papers/paper-actions.ts'
import { PEN_ACTIONS } from '../features/pen-marks/pen-actions.ts'
import { READ_ACTIONS } from '../features/read/read-actions.ts'
import { SAVE_ACTIONS } from '../features/saving/save-actions.ts'
import { SEARCH_ACTIONS } from '../features/search/search-actions.ts'
import { SNIPPET_ACTIONS } from '../features/snippets/snippet-actions.ts'
import { VERSION_ACTIONS } from '../features/versions/version-actions.ts'
import { HELP_ACTIONS } from '../help/help-actions.ts'
import { type Action, always } from '../state/action.ts'
import { keySetMenu, ownKeysFile } from '../state/own-keys.ts'
import { WINDOW_ACTIONS } from './window-actions.ts'

export const ACTIONS: readonly Action[] = [
  ...SAVE_ACTIONS,
  ...EXPORT_ACTIONS,
  ...READING_ACTIONS,
  ...VERSION_ACTIONS,
  ...DOCUMENT_ACTIONS,
  ...EDITOR_ACTIONS,
  ...EDIT_ACTIONS,
  ...FIND_ACTIONS,
  ...DOUBT_ACTIONS,
  ...GO_ON_ACTIONS,
  ...CITATION_ACTIONS,
  ...SEARCH_ACTIONS,
  ...BLOCK_ACTIONS,
  ...PAGE_ACTIONS,
  ...PAPER_ACTIONS,
  ...NOTE_ACTIONS,
  ...PEN_ACTIONS,
  ...MARGIN_ACTIONS,
  ...ANNOTATE_ACTIONS,
  ...SNIPPET_ACTIONS,
  ...MARK_ACTIONS,
  ...FACT_ACTIONS,
  ...NAME_ACTIONS,
  ...READ_ACTIONS,
  ...CHECK_ACTIONS,
  ...MACHINE_ACTIONS,
  ...WINDOW_ACTIONS,
  ...LAYER_ACTIONS,
  ...LOOK_ACTIONS,
  ...PALETTE_ACTIONS,
  {
    id: 'own-keys',
    label: 'Keys of your own …',
    menu: 'Help',
    keys: ['Alt+Shift+F'],
    can: always,
    run: (app) => app.overlay.file(ownKeysFile(app, ACTIONS)),
  },
  {
    id: 'key-set',
    label: 'Keys as in Word, or Scholion’s own …',
    menu: 'Help',
    keys: ['Ctrl+Shift+K'],
    can: always,
    run: (app) => app.overlay.menu(keySetMenu(app, ACTIONS)),
  },
  ...HELP_ACTIONS,
]
