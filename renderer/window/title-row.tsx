import { Eye, FileOutput, Menu as MenuSign, PanelRight, Search } from 'lucide-react'
import { Button as MenuButton, MenuTrigger, Popover } from 'react-aria-components'
import { DocumentTitle } from '../features/documents/document-title.tsx'
import { LayerSwitch } from '../features/look/layer-switch.tsx'
import { SavedSign } from '../features/saving/save-bar.tsx'
import { useTip } from '../state/actions.ts'
import { useApp } from '../state/context.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { isMac, shownKey } from '../ui/keys.ts'
import { useObservable } from '../ui/observable.ts'
import { ACTIONS } from './actions.ts'
import { ActionMenu } from './menu-bar.tsx'
import { OthersSign } from './others-sign.tsx'

/** Which document is open, how it stands with the disk, which layer is in the light; and the ways to everything else. */
export function TitleRow() {
  const app = useApp()
  const collection = useObservable(app.collection)
  const opened = useObservable(app.opened)
  const reading = useObservable(app.reading)
  return (
    <div className="title-row">
      <RowButton action="documents" words="Documents" bare>
        <MenuSign aria-hidden="true" size={18} />
      </RowButton>
      <h1>
        {opened ? <TitleMenu opened={opened} /> : <span className="collection-name">{collection?.name ?? 'Scholion'}</span>}
      </h1>
      {opened ? <SavedSign key={opened.loaded.entry.id} opened={opened} /> : null}
      {opened ? <OthersSign /> : null}
      {opened && !reading ? <LayerSwitch opened={opened} /> : null}
      <RowButton action="palette" words="Search or command" className="to-palette">
        <Search aria-hidden="true" size={15} />
      </RowButton>
      {opened ? (
        <>
          <RowButton action="read" words="Preview" pressed={reading}>
            <Eye aria-hidden="true" size={16} />
          </RowButton>
          <RowButton action="export" words="Export">
            <FileOutput aria-hidden="true" size={16} />
          </RowButton>
          <RowButton action="hide-facts" words="Inspector" bare>
            <PanelRight aria-hidden="true" size={18} />
          </RowButton>
        </>
      ) : null}
    </div>
  )
}

/** The document's name; pressed, what can be done with the whole of it. */
function TitleMenu({ opened }: { readonly opened: OpenDocument }) {
  return (
    <MenuTrigger>
      <MenuButton className="title">
        <DocumentTitle opened={opened} />
        <span aria-hidden="true" className="asks" />
      </MenuButton>
      <Popover className="menu-popover" placement="bottom start">
        <ActionMenu menu="Document" />
      </Popover>
    </MenuTrigger>
  )
}

interface RowButtonProps {
  readonly action: string
  readonly words: string
  /** Its sign says enough: the words are read out, not shown. */
  readonly bare?: boolean
  readonly className?: string
  /** What it shows is shown now. */
  readonly pressed?: boolean
  readonly children: React.ReactNode
}

function RowButton({ action, words, bare = false, className, pressed, children }: RowButtonProps) {
  const app = useApp()
  const tip = useTip()
  const { run, can } = ACTIONS.find(({ id }) => id === action)!
  return (
    <button
      type="button"
      className={className ? `row-button ${className}` : 'row-button'}
      title={tip(action)}
      aria-pressed={pressed}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => (can(app) ? run(app) : app.say(`${words}: open a document first.`))}
    >
      {children}
      <span className={bare ? 'unseen-label' : 'row-words'}>{words}</span>
      {className === 'to-palette' ? <kbd>{shownKey('Ctrl+K', isMac)}</kbd> : null}
    </button>
  )
}
