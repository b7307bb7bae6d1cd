import { type Action, always } from '../../state/action.ts'
import { openPalette } from './palette.tsx'

/** Every command. */
export const PALETTE_ACTIONS: readonly Action[] = [
  {
    id: 'palette',
    label: 'All commands',
    menu: 'Help',
    keys: ['Ctrl+K'],
    can: always,
    run: (app) => openPalette(app),
  },
]
