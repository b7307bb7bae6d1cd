import type { Key } from '../ui/keys.ts'

/** Keys that hands bring along from another program, by the action's id: what is not named keeps its usual keys. */
export const KEY_SETS: Readonly<Record<string, Readonly<Record<string, readonly Key[]>>>> = {
  word: {
    // styles: what a paragraph is
    block: ['Ctrl+Shift+S'],
    // from fault to fault
    'next-doubt': ['F7', 'F8'],
    'previous-doubt': ['Shift+F7', 'Shift+F8'],
    // print preview
    read: ['Ctrl+F2'],
    'next-without-role': ['Ctrl+F7'],
    'previous-without-role': ['Ctrl+Shift+F7'],
    'block-up': ['Alt+Shift+ArrowUp', 'Alt+ArrowUp'],
    'block-down': ['Alt+Shift+ArrowDown', 'Alt+ArrowDown'],
    // a link, and Tell me
    refer: ['Ctrl+K', 'Alt+K'],
    palette: ['Alt+Q'],
    resolve: [],
    // underlined is what the pen did
    'pen-mark': ['Ctrl+U', 'Ctrl+J'],
    'save-elsewhere': ['F12', 'Alt+X'],
    close: ['Ctrl+W', 'Alt+W'],
    documents: ['Ctrl+O', 'Alt+L'],
    error: ['Ctrl+Shift+Y'],
  },
}
