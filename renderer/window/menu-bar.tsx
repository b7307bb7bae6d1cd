import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { MENUS } from '../state/action.ts'
import { useApp } from '../state/context.ts'
import { keysOf } from '../state/own-keys.ts'
import { isMac, shownKey } from '../ui/keys.ts'
import { ACTIONS } from './actions.ts'

/** Every action, by menu, with its key. What cannot be done now is there, but dimmed. */
export function MenuBar() {
  return (
    <nav className="menus" aria-label="Menus">
      {MENUS.map((menu) => (
        <MenuTrigger key={menu}>
          <Button className="menu-button">{menu}</Button>
          <Popover className="menu-popover" placement="bottom start">
            <ActionMenu menu={menu} />
          </Popover>
        </MenuTrigger>
      ))}
    </nav>
  )
}

/** The actions of one menu. Drawn when it opens, so what is possible is asked then. */
export function ActionMenu({ menu }: { readonly menu: (typeof MENUS)[number] }) {
  const app = useApp()
  const actions = ACTIONS.filter((action) => action.menu === menu)
  return (
    <Menu
      aria-label={menu}
      className="menu-list"
      // once the menu has gone and given its focus back
      onAction={(key) => requestAnimationFrame(() => actions.find(({ id }) => id === key)?.run(app))}
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
