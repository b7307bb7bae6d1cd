import type { Action } from '../../state/action.ts'
import { openSearch } from './search-box.tsx'

/** Looking through the collection. */
export const SEARCH_ACTIONS: readonly Action[] = [
  {
    id: 'search',
    label: 'Search the collection …',
    menu: 'Edit',
    keys: ['Ctrl+Shift+F'],
    can: (app) => app.collection.get() !== null,
    run: (app) => openSearch(app),
  },
]
