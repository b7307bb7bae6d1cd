import { type KeyboardEvent, useCallback, useEffect } from 'react'
import { DocumentList } from '../features/documents/document-list.tsx'
import { ExportBox } from '../features/export/export-box.tsx'
import { FindBar } from '../features/find/find-bar.tsx'
import { LayerSign } from '../features/look/layer-sign.tsx'
import { NamesBox } from '../features/names/names-box.tsx'
import { Palette } from '../features/palette/palette.tsx'
import { ReadView } from '../features/read/read-view.tsx'
import { KeepingBar, SavedSign } from '../features/saving/save-bar.tsx'
import { SearchBox } from '../features/search/search-box.tsx'
import { TagAlikeBox } from '../features/tag-alike/tag-alike-box.tsx'
import { CompareBox } from '../features/versions/compare-box.tsx'
import { Help } from '../help/help.tsx'
import type { Workbench } from '../state/app-state.ts'
import { BenchContext } from '../state/context.ts'
import { wearLook } from '../state/look.ts'
import { takeOwnKeys } from '../state/own-keys.ts'
import { FormBox } from '../ui/form-box.tsx'
import { ChooserBox } from '../ui/key-menu-box.tsx'
import { useObservable } from '../ui/observable.ts'
import { ListingBox } from '../ui/quick-pick-box.tsx'
import { TextBox } from '../ui/text-file-box.tsx'
import { ACTIONS } from './actions.ts'
import { NameBar, NoticeBar, StatusBar } from './bars.tsx'
import { EditorPane } from './editor-pane.tsx'
import { Inspector } from './inspector.tsx'
import { keepFocus, returnToText } from './keep-focus.ts'
import { listenToKeys } from './keyboard.ts'
import { keepWhenLeaving } from './leaving.ts'
import { MenuBar } from './menu-bar.tsx'
import { OthersSign } from './others-sign.tsx'
import { Splitter } from './splitter.tsx'

/** The window: documents on the left, the sheet in the middle, facts on the right. One calm picture; everything else comes when asked. */
export function App({ bench }: { readonly bench: Workbench }) {
  const collection = useObservable(bench.collection)
  const finding = useObservable(bench.finding)
  const desk = useObservable(bench.desk)
  const opening = useObservable(bench.opening)
  const readOnly = useObservable(bench.readOnlyHost)
  const side = useObservable(bench.side)
  const reading = useObservable(bench.reading) && desk !== null
  const stopReading = useCallback(() => {
    bench.reading.set(false)
    returnToText(bench)
  }, [bench])
  useEffect(() => listenToKeys(bench), [bench])
  useEffect(() => keepFocus(bench), [bench])
  useEffect(() => wearLook(bench.look), [bench])
  useEffect(() => takeOwnKeys(bench, ACTIONS), [bench])
  useEffect(() => keepWhenLeaving(bench), [bench])
  useEffect(() => {
    document.title = desk ? `${desk.opened.entry.original} – Scholion` : 'Scholion'
  }, [desk])
  const backWithEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && desk) returnToText(bench)
  }
  return (
    <BenchContext value={bench}>
      <div className={`window${desk ? ' reading' : ''}${side ? ' side-open' : ''}`}>
        <header className="top">
          <h1>
            <span className="collection-name">{collection?.name ?? 'Scholion'}</span>
            {desk ? <span className="crumb">{desk.opened.entry.original}</span> : null}
          </h1>
          {desk ? <LayerSign desk={desk} /> : null}
          {desk ? <OthersSign /> : null}
          {desk ? <SavedSign key={desk.opened.entry.id} desk={desk} /> : null}
          <MenuBar />
        </header>
        <section className="bars" data-part="bars" aria-label="Messages">
          {readOnly ? <p className="bar bar-warning">{readOnly}</p> : null}
          <NameBar />
          {desk ? <KeepingBar desk={desk} /> : null}
          <NoticeBar />
        </section>
        <nav className="side" data-part="documents" aria-label="Documents" inert={reading} onKeyDown={backWithEscape}>
          <DocumentList />
        </nav>
        <main className="sheet" data-part="text" aria-busy={opening !== null} inert={reading}>
          <Splitter panel="side" />
          {desk && finding !== 'closed' ? <FindBar key={finding} desk={desk} replacing={finding === 'replace'} /> : null}
          {desk ? (
            <EditorPane key={desk.opened.entry.id} desk={desk} />
          ) : (
            <Welcome busy={opening !== null} empty={collection?.documents.length === 0} />
          )}
          {desk ? <Splitter panel="facts" /> : null}
        </main>
        <aside
          className="facts-side"
          data-part="inspector"
          aria-label="Inspector"
          inert={reading}
          onKeyDown={backWithEscape}
          onPointerEnter={() => desk?.upToDate()}
        >
          {desk ? <Inspector desk={desk} /> : null}
        </aside>
        {reading ? <ReadView key={desk.opened.entry.id} desk={desk} close={stopReading} /> : null}
        <StatusBar />
      </div>
      <Overlays bench={bench} />
    </BenchContext>
  )
}

function Welcome({ busy, empty }: { readonly busy: boolean; readonly empty: boolean }) {
  if (busy) return <p className="welcome">Opening …</p>
  return (
    <div className="welcome">
      <h2>{empty ? 'Nothing to open yet' : 'Choose a document on the left'}</h2>
      {empty ? <p>Put machine transcripts (.txt or .md) into this folder. They appear on the left at once.</p> : null}
      <p>
        Correct the machine transcript, lift handwriting into the margin and say whose hand it is. Your work is saved beside the
        original, which is never written.
      </p>
      <p>
        <kbd>↑</kbd> <kbd>↓</kbd> move · <kbd>Enter</kbd> opens · <kbd>F1</kbd> shows every key
      </p>
    </div>
  )
}

function Overlays({ bench }: { readonly bench: Workbench }) {
  const chooser = useObservable(bench.chooser)
  const listing = useObservable(bench.listing)
  const form = useObservable(bench.form)
  const writing = useObservable(bench.writing)
  const comparing = useObservable(bench.comparing)
  const palette = useObservable(bench.palette)
  const exporting = useObservable(bench.exporting)
  const searching = useObservable(bench.searching)
  const naming = useObservable(bench.naming)
  const tagging = useObservable(bench.tagging)
  const desk = useObservable(bench.desk)
  const closePalette = () => {
    bench.palette.set('closed')
    back()
  }
  const back = () => returnToText(bench)
  return (
    <>
      {chooser ? (
        <ChooserBox
          chooser={chooser}
          close={() => {
            bench.chooser.set(null)
            back()
          }}
        />
      ) : null}
      {listing ? (
        <ListingBox
          listing={listing}
          close={() => {
            bench.listing.set(null)
            back()
          }}
        />
      ) : null}
      {form ? (
        <FormBox
          form={form}
          close={() => {
            bench.form.set(null)
            back()
          }}
        />
      ) : null}
      {writing ? (
        <TextBox
          writing={writing}
          close={() => {
            bench.writing.set(null)
            back()
          }}
        />
      ) : null}
      {comparing ? (
        <CompareBox
          comparing={comparing}
          close={() => {
            bench.comparing.set(null)
            back()
          }}
        />
      ) : null}
      {exporting && desk ? (
        <ExportBox
          desk={desk}
          close={() => {
            bench.exporting.set(false)
            back()
          }}
        />
      ) : null}
      {searching ? (
        <SearchBox
          close={() => {
            bench.searching.set(false)
            back()
          }}
        />
      ) : null}
      {tagging && desk ? (
        <TagAlikeBox
          desk={desk}
          tagging={tagging}
          close={() => {
            bench.tagging.set(null)
            back()
          }}
        />
      ) : null}
      {naming ? (
        <NamesBox
          close={() => {
            bench.naming.set(false)
            back()
          }}
        />
      ) : null}
      {palette === 'commands' ? <Palette close={closePalette} /> : null}
      {palette === 'help' ? <Help close={closePalette} /> : null}
    </>
  )
}
