import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { MENUS } from '../state/action.ts'
import { useApp } from '../state/context.ts'
import { keysOf } from '../state/own-keys.ts'
import { isMac, shownKey } from '../ui/keys.ts'
import { ACTIONS } from './actions.ts'

/** Every action, by menu, with its key. What cannot be done now is there, but dimmed. */
export function MenuBar() {
  const app = useApp()
  return (
    <nav className="menus" aria-label="Menus">
      {MENUS.map((menu) => (
        <MenuTrigger key={menu}>
          <Button className="menu-button">{menu}</Button>
          <Popover className="menu-popover" placement="bottom start">
            <OpenMenu
              menu={menu}
              run={(id) => requestAnimationFrame(() => ACTIONS.find((action) => action.id === id)?.run(app))}
            />
          </Popover>
        </MenuTrigger>
      ))}
    </nav>
  )
}

/** Drawn when the menu opens, so what is possible is asked then. */
function OpenMenu({ menu, run }: { readonly menu: (typeof MENUS)[number]; readonly run: (id: string) => void }) {
  const app = useApp()
  const actions = ACTIONS.filter((action) => action.menu === menu)
  return (
    <Menu
      aria-label={menu}
      className="menu-list"
      onAction={(key) => run(String(key))}
      disabledKeys={actions.filter((action) => !action.can(app)).map((action) => action.id)}
    >
      {actions.map((action) => (
        <MenuItem key={action.id} id={action.id} textValue={action.label} className="menu-item">
          {/* the key is seen, so it belongs to the name that is read out */}
          <span>{action.label} </span>
          {keysOf(action)
            .slice(0, 1)
            .map((key) => (
              <kbd key={key}>{shownKey(key, isMac)}</kbd>
            ))}
        </MenuItem>
      ))}
    </Menu>
  )
}
