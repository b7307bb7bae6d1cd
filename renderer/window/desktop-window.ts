import type { Bridge, MenuPart } from '../../shared/api/desktop.ts'
import { MENUS } from '../state/action.ts'
import type { Workbench } from '../state/app-state.ts'
import { keysOf, onOwnKeys } from '../state/own-keys.ts'
import { ACTIONS } from './actions.ts'

/** Joins the workbench to its desktop window: the native menu shows the table of actions, and closing waits until the work is kept. */
export function joinDesktop(bench: Workbench, bridge: Bridge): void {
  document.documentElement.dataset.host = 'desktop'
  bridge.onChosen((id) => {
    const action = ACTIONS.find((one) => one.id === id)
    if (action?.can(bench)) action.run(bench)
    else if (action) bench.say(`${action.label}: not possible here.`)
  })
  bridge.onClosing(async () => {
    await bridge.shell.flushed({ unsaved: await keepAll(bench) })
  })
  const showMenus = () => void bridge.shell.showMenus({ menus: nativeMenus() })
  showMenus()
  onOwnKeys(showMenus)
}

/** The table of actions as the native menu takes it. */
export function nativeMenus(): readonly MenuPart[] {
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
async function keepAll(bench: Workbench): Promise<string | null> {
  const keeper = bench.desk.get()?.keeper
  if (!keeper) return null
  // the copy first: it stands in a folder of this machine, while a save may have to wait for a share
  void keeper.journal(true)
  if ((await keeper.close()) !== 'open') return null
  const { copyFault, trouble } = keeper.keeping.get()
  return copyFault?.sentence ?? trouble?.fault.sentence ?? ''
}
