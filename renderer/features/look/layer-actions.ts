import { type Action, always, whenOpened, withOpened } from '../../state/action.ts'
import { layerMenu } from './layer-menu.ts'

/** Which layer of the paper is in the light. */
export const LAYER_ACTIONS: readonly Action[] = [
  {
    id: 'layers',
    label: 'Layers: typed only, all, one hand …',
    menu: 'View',
    keys: ['Ctrl+L'],
    can: whenOpened(always),
    run: withOpened((opened, app) => app.overlay.menu(layerMenu(app, opened))),
  },
]
