import { Fragment, type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { endingsRead } from '../../shared/import/importers.ts'
import { PeekCard } from '../features/against-machine/peek-card.tsx'
import { DocumentList } from '../features/documents/document-list.tsx'
import { askWhoEdits } from '../features/editors/ask-who.ts'
import { FindBar } from '../features/find/find-bar.tsx'
import { findingOf } from '../features/find/finding.ts'
import { printsEdition } from '../features/read/print-edition.ts'
import { ReadView } from '../features/read/read-view.tsx'
import { SaveBar } from '../features/saving/save-bar.tsx'
import { tellOpenings } from '../features/versions/tell-of-opening.ts'
import { ActionsContext } from '../state/actions.ts'
import type { AppState } from '../state/app-state.ts'
import { AppContext } from '../state/context.ts'
import { wearLook } from '../state/look.ts'
import { pickedByLetter } from '../state/menu-tail.ts'
import { keyOf, type Overlay } from '../state/overlay.ts'
import { takeOwnKeys } from '../state/own-keys.ts'
import { referenceOptions } from '../state/reference-options.ts'
import type { MenuTarget } from '../ui/choice.ts'
import { ReferenceOptionsContext } from '../ui/field-editor.tsx'
import { FormBox } from '../ui/form-box.tsx'
import { KeyMenuBox } from '../ui/key-menu-box.tsx'
import { useObservable } from '../ui/observable.ts'
import { QuickPickBox } from '../ui/quick-pick-box.tsx'
import { TextFileBox } from '../ui/text-file-box.tsx'
import { ACTIONS } from './actions.ts'
import { NameBar, NoticeBar, StatusBar } from './bars.tsx'
import { BesideTarget } from './beside-target.tsx'
import { listenForContextMenu } from './context-menu.ts'
import { EditorPane } from './editor-pane.tsx'
import { Inspector } from './inspector.tsx'
import { keepFocus, rememberFocus, returnFrom, returnToText } from './keep-focus.ts'
import { listenToKeys } from './keyboard.ts'
import { keepWhenLeaving } from './leaving.ts'
import { MenuBar } from './menu-bar.tsx'
import { Rail } from './rail.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { Splitter } from './splitter.tsx'
import { TitleRow } from './title-row.tsx'
import { Toolbar } from './toolbar.tsx'

/** The window: documents on the left, the sheet in the middle, facts on the right. One calm picture; everything else comes when asked. */
export function App({ app }: { readonly app: AppState }) {
  const collection = useObservable(app.collection)
  const finding = useObservable(findingOf(app))
  const opened = useObservable(app.opened)
  const opening = useObservable(app.opening)
  const readOnly = useObservable(app.readOnlyHost)
  const references = useMemo(() => referenceOptions(app), [app])
  const side = useObservable(app.side)
  const drawer = useObservable(app.drawer)
  const { toolbar, listKept } = useObservable(app.look)
  const reading = useObservable(app.reading) && opened !== null
  const stopReading = useCallback(() => {
    app.reading.set(false)
    returnToText(app)
  }, [app])
  useEffect(() => listenToKeys(app), [app])
  useEffect(() => keepFocus(app), [app])
  useEffect(() => rememberFocus(app), [app])
  useEffect(() => listenForContextMenu(app), [app])
  useEffect(() => printsEdition(app), [app])
  useEffect(() => wearLook(app.look), [app])
  useEffect(() => takeOwnKeys(app, ACTIONS), [app])
  useEffect(() => keepWhenLeaving(app), [app])
  useEffect(() => tellOpenings(app), [app])
  useEffect(() => askWhoEdits(app), [app])
  const backWithEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !opened) return
    app.drawer.set(false)
    app.side.set(false)
    returnToText(app)
  }
  return (
    <AppContext value={app}>
      <ActionsContext value={ACTIONS}>
        <ReferenceOptionsContext value={references}>
          <div
            className={`window${opened ? ' reading' : ''}${side ? ' side-open' : ''}${listKept ? ' list-kept' : ''}${drawer ? ' drawer-open' : ''}`}
          >
            <MenuBar />
            <header className="top">
              <TitleRow />
              {toolbar ? <Toolbar /> : null}
            </header>
            <section className="bars" data-part="bars" aria-label="Messages">
              {readOnly ? <p className="bar bar-warning">{readOnly}</p> : null}
              {opened ? <SaveBar opened={opened} /> : null}
              <NoticeBar />
              <NameBar />
            </section>
            {reading ? null : <Splitter panel="side" />}
            <nav className="side" data-part="documents" aria-label="Documents" inert={reading} onKeyDown={backWithEscape}>
              <Rail listShown={side || listKept || opened === null} />
              <div className="list-panel">
                <DocumentList />
              </div>
            </nav>
            <main
              className="sheet"
              data-part="text"
              aria-busy={opening !== null}
              inert={reading}
              onPointerDown={() => app.side.set(false)}
            >
              {opened && finding !== 'closed' ? <FindBar opened={opened} replacing={finding === 'replace'} /> : null}
              {opened ? (
                <EditorPane key={opened.loaded.entry.id} opened={opened} />
              ) : (
                <Welcome busy={opening !== null} empty={collection?.documents.length === 0} />
              )}
              {opened ? <SelectionBar opened={opened} /> : null}
            </main>
            <aside
              className="facts-side"
              data-part="inspector"
              aria-label="Inspector"
              inert={reading}
              onKeyDown={backWithEscape}
              onPointerEnter={() => opened?.upToDate()}
            >
              {opened ? <Inspector opened={opened} /> : null}
            </aside>
            {opened && !reading ? <Splitter panel="facts" /> : null}
            {reading ? <ReadView key={opened.loaded.entry.id} opened={opened} close={stopReading} /> : null}
            <StatusBar />
          </div>
          <PeekCard app={app} />
          <OverlayStack app={app} />
        </ReferenceOptionsContext>
      </ActionsContext>
    </AppContext>
  )
}

function Welcome({ busy, empty }: { readonly busy: boolean; readonly empty: boolean }) {
  if (busy) return <p className="welcome">Opening …</p>
  return (
    <div className="welcome">
      <h2>{empty ? 'Nothing to open yet' : 'Choose a document on the left'}</h2>
      {empty ? <p>Put machine transcripts ({endingsRead(' or ')}) into this folder. They appear on the left at once.</p> : null}
      <p>
        Correct the machine transcript, lift handwriting into the margin and say whose hand it is. Your work is saved beside the
        original, which is never written.
      </p>
      <p>
        {empty ? null : (
          <>
            <kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>Enter</kbd> opens ·{' '}
          </>
        )}
        <kbd>F1</kbd> opens the guide: your first letter in ten minutes
      </p>
    </div>
  )
}

/** What lies over the window, the last on top. */
function OverlayStack({ app }: { readonly app: AppState }) {
  const all = useObservable(app.overlay.all)
  return all.map((overlay) => {
    const close = () => {
      app.overlay.close(overlay)
      returnFrom(app, window.event)
    }
    return <Fragment key={keyOf(overlay)}>{drawn(app, overlay, close)}</Fragment>
  })
}

/** Beside what of the text it is about; in the window's middle where it is about none. */
function besideTarget(
  app: AppState,
  asked: { readonly about?: MenuTarget },
  draw: (beside: DOMRectReadOnly | null) => ReactNode,
): ReactNode {
  return <BesideTarget app={app} about={asked.about} asked={asked} draw={draw} />
}

function drawn(app: AppState, overlay: Overlay, close: () => void): ReactNode {
  switch (overlay.kind) {
    case 'menu':
      return besideTarget(app, overlay.menu, (beside) => (
        <KeyMenuBox
          menu={overlay.menu}
          beside={overlay.menu.at ?? beside}
          picked={(letter, at) => pickedByLetter(app, overlay.menu, letter, at)}
          close={close}
        />
      ))
    case 'pick':
      return besideTarget(app, overlay.pick, (beside) => <QuickPickBox pick={overlay.pick} beside={beside} close={close} />)
    case 'form':
      return besideTarget(app, overlay.form, (beside) => <FormBox form={overlay.form} beside={beside} close={close} />)
    case 'file':
      return <TextFileBox file={overlay.file} close={close} />
    case 'box':
      return overlay.draw(close)
  }
}
