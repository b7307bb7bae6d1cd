import type { MenuItemConstructorOptions } from 'electron'
import type { MenuPart } from '../../shared/api/desktop.ts'
import { acceleratorOf } from './accelerator.ts'

export interface MenuFacts {
  /** The table of commands, from the page; empty before it came. */
  readonly parts: readonly MenuPart[]
  readonly recent: readonly { readonly id: string; readonly name: string }[]
  readonly isMac: boolean
  readonly choose: (id: string) => void
  readonly openFolder: () => void
  readonly openRecent: (id: string) => void
}

type Item = MenuItemConstructorOptions

const LINE: Item = { type: 'separator' }
const BARE: readonly MenuPart[] = [
  { label: 'Document', entries: [] },
  { label: 'Edit', entries: [] },
  { label: 'View', entries: [] },
]

/** The window's own menu: the page's table of commands, with what only a desktop has before and after it. */
export function menuTemplate(facts: MenuFacts): Item[] {
  const parts = facts.parts.length > 0 ? facts.parts : BARE
  const menus = parts.map((part, place) => {
    const own = part.entries.map((entry) => itemOf(entry, facts.choose))
    const [before, after] = around(part.label, place === 0, facts)
    return { label: part.label, submenu: [before, own, after].filter((group) => group.length > 0).flatMap(withLineAfter) }
  })
  return facts.isMac ? [{ role: 'appMenu' }, ...menus, { role: 'windowMenu' }] : menus
}

function withLineAfter(group: readonly Item[], place: number, all: readonly (readonly Item[])[]): readonly Item[] {
  return place === all.length - 1 ? group : [...group, LINE]
}

// The page's keyboard acts on every key of the table, and knows when a key is dead; the menu only shows them.
function itemOf({ id, label, key }: MenuPart['entries'][number], choose: (id: string) => void): Item {
  const shown = key === null ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }
  return { id, label: label.replaceAll('&', '&&'), click: () => choose(id), ...shown }
}

function around(label: string, isFirst: boolean, facts: MenuFacts): readonly [readonly Item[], readonly Item[]] {
  if (isFirst) return [collectionItems(facts), facts.isMac ? [{ role: 'close' }] : [{ role: 'close' }, { role: 'quit' }]]
  if (label === 'Edit') return [[], [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }]]
  if (label === 'View')
    return [[], [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }]]
  return [[], []]
}

function collectionItems({ recent, openFolder, openRecent }: MenuFacts): readonly Item[] {
  const shown = recent.map(({ id, name }): Item => ({ label: name.replaceAll('&', '&&'), click: () => openRecent(id) }))
  return [
    { label: 'Open a folder …', accelerator: 'CmdOrCtrl+O', click: () => openFolder() },
    { label: 'Recent collections', enabled: shown.length > 0, submenu: shown },
  ]
}
