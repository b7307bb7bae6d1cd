import { TextSelection } from 'prosemirror-state'
import { nextPlace, openPlaces, type PlaceKind } from '../../../shared/document/open-places.ts'
import { jumpTo } from '../../editor/jump.ts'
import { type Action, always, whenOpened, withOpened } from '../../state/action.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import type { Key } from '../../ui/keys.ts'

/** What is gone through: its name in the menu, what it is called when arrived at, what is said where there is none. */
const KINDS: Readonly<
  Record<
    PlaceKind,
    { readonly name: string; readonly arrived: string; readonly none: string; readonly keys: readonly [Key, Key] }
  >
> = {
  'without-role': {
    name: 'block without a role',
    arrived: 'Block without a role',
    none: 'Every block has its role.',
    keys: ['Ctrl+F2', 'Ctrl+Shift+F2'],
  },
  'without-hand': {
    name: 'note or pen mark without a hand',
    arrived: 'Hand not stated',
    none: 'Every note and pen mark has its hand.',
    keys: ['Ctrl+F9', 'Ctrl+Shift+F9'],
  },
  tag: { name: 'tag', arrived: 'Tag', none: 'No words are tagged.', keys: ['Ctrl+F3', 'Ctrl+Shift+F3'] },
  uncertain: {
    name: 'uncertain reading or gap',
    arrived: 'Uncertain',
    none: 'Nothing is marked as unclear, undetermined or not certain, and there is no gap.',
    keys: ['Ctrl+F10', 'Ctrl+Shift+F10'],
  },
  query: { name: 'open query', arrived: 'Open query', none: 'No query is open.', keys: ['Ctrl+F8', 'Ctrl+Shift+F8'] },
}

/** From one thing that waits for a decision to the next, from anywhere, by one key. */
export const GO_ON_ACTIONS: readonly Action[] = (Object.keys(KINDS) as PlaceKind[]).flatMap((kind) =>
  ([1, -1] as const).map(
    (step): Action => ({
      id: `${step > 0 ? 'next' : 'previous'}-${kind}`,
      label: `${step > 0 ? 'Next' : 'Previous'} ${KINDS[kind].name}`,
      menu: 'Edit',
      keys: [KINDS[kind].keys[step > 0 ? 0 : 1]],
      can: whenOpened(always),
      run: withOpened((opened, app) => go(app, opened, kind, step)),
    }),
  ),
)

function go(app: AppState, opened: OpenDocument, kind: PlaceKind, step: 1 | -1): void {
  const { doc, selection } = opened.state
  const places = openPlaces(doc, kind)
  const found = nextPlace(doc, places, selection, step)
  if (!found) {
    app.say(KINDS[kind].none)
    return
  }
  const { place, at, wrapped } = found
  jumpTo(opened.view!, TextSelection.create(doc, place.from, place.to))
  opened.view!.focus()
  const again = wrapped && places.length > 1 ? (step > 0 ? ', from the beginning again' : ', from the end again') : ''
  app.say(`${KINDS[kind].arrived} ${at + 1} of ${places.length}${again}.`)
}
