import type { Bridge, MenuPart } from '../../shared/api/desktop.ts'
import { MENUS } from '../state/action.ts'
import type { AppState } from '../state/app-state.ts'
import { keysOf, onOwnKeys } from '../state/own-keys.ts'
import { ACTIONS } from './actions.ts'

/** Joins the app to its desktop window: the native menu shows the table of actions, and closing waits until the work is kept. */
export function joinDesktop(app: AppState, bridge: Bridge): void {
  document.documentElement.dataset.host = 'desktop'
  app.saveCopy = (ask) => bridge.shell.saveCopy(ask)
  app.showEdition = (ask) => bridge.shell.showEdition(ask)
  bridge.onChosen((id) => {
    const action = ACTIONS.find((one) => one.id === id)
    if (action?.can(app)) action.run(app)
    else if (action) app.say(`${action.label}: not possible here.`)
  })
  bridge.onClosing(async () => {
    await bridge.shell.flushed({ unsaved: await keepAll(app) })
  })
  const showMenus = () => void bridge.shell.showMenus({ menus: nativeMenus() })
  showMenus()
  onOwnKeys(showMenus)
}

/** The table of actions as the native menu takes it. */
function nativeMenus(): readonly MenuPart[] {
  return MENUS.map((label) => ({
    label,
    entries: ACTIONS.filter((action) => action.menu === label).map((action) => ({
      id: action.id,
      label: action.label,
      key: keysOf(action)[0] ?? null,
    })),
  }))
}

/** Saves what is open. Gives the sentence about work that is neither saved nor kept, or null. */
async function keepAll(app: AppState): Promise<string | null> {
  const saver = app.opened.get()?.saver
  if (!saver) return null
  // the copy first: it stands in a folder of this machine, while a save may have to wait for a share
  void saver.journal(true)
  if ((await saver.close()) !== 'open') return null
  const { copyFault, trouble } = saver.saveState.get()
  return copyFault?.sentence ?? trouble?.fault.sentence ?? ''
}
