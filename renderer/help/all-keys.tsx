import { ROLE_NAMES, ROLES } from '../../shared/vocabulary/roles.ts'
import { MENUS } from '../state/action.ts'
import { useActions } from '../state/actions.ts'
import { keysOf, letterOf } from '../state/own-keys.ts'
import { isMac, shownKey } from '../ui/keys.ts'

/** Every action with its keys, by menu, from the same table that the keyboard reads. */
export function AllKeys() {
  const actions = useActions()
  const lettered = ROLE_NAMES.filter((name) => letterOf(`block.${name}`) !== '')
  return (
    <>
      <h1>All keys</h1>
      {MENUS.map((menu) => (
        <section key={menu}>
          <h2>{menu}</h2>
          <dl className="keys-list">
            {actions
              .filter((action) => action.menu === menu)
              .map((action) => (
                <div key={action.id}>
                  <dt>
                    {keysOf(action).map((key) => (
                      <kbd key={key}>{shownKey(key, isMac)}</kbd>
                    ))}
                  </dt>
                  <dd>{action.label}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <section>
        <h2>After {shownKey('Ctrl+B', isMac)}</h2>
        <dl className="keys-list">
          {lettered.map((name) => (
            <div key={name}>
              <dt>
                <kbd>{letterOf(`block.${name}`).toUpperCase()}</kbd>
              </dt>
              <dd>{ROLES[name].label}</dd>
            </div>
          ))}
        </dl>
        <p>
          Digits choose the hand, in the order of the register; 0 is handwriting whose writer is not known, X and Z state nothing.
        </p>
      </section>
    </>
  )
}
