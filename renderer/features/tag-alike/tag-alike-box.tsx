import { useEffect, useMemo, useState } from 'react'
import type { DocumentEntry } from '../../../shared/api/contract.ts'
import { type Alike, alikeIn } from '../../../shared/search/alike.ts'
import { MARKS } from '../../../shared/vocabulary/marks.ts'
import type { AppState } from '../../state/app-state.ts'
import { inLanes, LANES } from '../../state/collection-reader.ts'
import { useApp } from '../../state/context.ts'
import { calledApart } from '../../state/document-title.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { Modal } from '../../ui/modal.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import { taggingHere, tagTicked } from './tag-alike.ts'
import { alikeElsewhere } from './tag-elsewhere.ts'
import type { Tagging } from './tagging.ts'
import '../../styles/names.css'

interface Row {
  readonly key: string
  readonly document: DocumentEntry
  readonly place: Alike
}

const rowsOf = (document: DocumentEntry, places: readonly Alike[]): readonly Row[] =>
  places.map((place) => ({ key: `${document.id} ${place.from}`, document, place }))

/** Shows where the same words stand that the caret is in, to be tagged like it. */
export function openTagAlike(app: AppState, opened: OpenDocument): void {
  const tagging = taggingHere(opened)
  if (tagging) app.overlay.box('tag-alike', (close) => <TagAlikeBox opened={opened} tagging={tagging} close={close} />)
}

/** The same words elsewhere, each in its line with a tick: typed ones ticked, handwriting only by hand. Space unticks, Enter tags. */
function TagAlikeBox({
  opened,
  tagging,
  close,
}: {
  readonly opened: OpenDocument
  readonly tagging: Tagging
  readonly close: () => void
}) {
  const app = useApp()
  const own = opened.loaded.entry
  const here = useMemo(
    () => rowsOf(own, alikeIn(opened.document, tagging.words, tagging.type, opened.hands.get())),
    [own, opened, tagging],
  )
  const [everywhere, setEverywhere] = useState(false)
  const [elsewhere, setElsewhere] = useState<readonly Row[]>([])
  const [reading, setReading] = useState(false)
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())
  const rows = everywhere ? [...here, ...elsewhere] : here
  // typed words begin ticked, handwriting does not
  const isTicked = ({ key, place }: Row) => place.handwritten === changed.has(key)
  const count = rows.filter(isTicked).length
  useEffect(() => {
    if (!everywhere) return
    let goesOn = true
    const found = new Map<string, readonly Row[]>()
    const documents = (app.collection.get()?.documents ?? []).filter(({ id }) => id !== own.id)
    const each = async (document: DocumentEntry) =>
      void found.set(document.id, rowsOf(document, await alikeElsewhere(app, document, tagging)))
    setReading(true)
    void inLanes(LANES, documents, each, () => goesOn).then(() => {
      if (!goesOn) return
      setElsewhere(documents.flatMap(({ id }) => found.get(id) ?? []))
      setReading(false)
    })
    return () => {
      goesOn = false
    }
  }, [app, everywhere, own, tagging])

  const turn = (some: readonly Row[], to: (row: Row) => boolean) => {
    const next = new Set(changed)
    for (const row of some) {
      if (to(row) === row.place.handwritten) next.add(row.key)
      else next.delete(row.key)
    }
    setChanged(next)
  }
  const tag = () => {
    if (count === 0 || reading) return
    close()
    const documents = [...new Set(rows.map(({ document }) => document))]
    const ticked = documents.map((document) => ({
      document,
      places: rows.filter((row) => row.document === document && isTicked(row)).map(({ place }) => place),
    }))
    void tagTicked(app, tagging, ticked)
  }
  const turnOne = (key: string, ticked: boolean) =>
    turn(
      rows.filter((row) => row.key === key),
      () => ticked,
    )
  const called = calledApart(rows.map(({ document }) => document))
  const lines = rows.map((row) => ({
    key: row.key,
    ticked: isTicked(row),
    content: (
      <>
        {everywhere ? <span className="search-where">{called(row.document)}</span> : null}
        <bdi>
          {row.place.before}
          <mark>{row.place.words}</mark>
          {row.place.after}
        </bdi>
        {row.place.handwritten ? <span className="detail"> handwriting</span> : null}
      </>
    ),
  }))
  const name = tagging.entry?.name ?? 'not stated'
  return (
    <Modal label="Tag all like it" className="names" close={close}>
      <div className="names-box">
        <p className="chooser-title">
          “{tagging.words}” elsewhere is {MARKS[tagging.type].label}: {name}
        </p>
        <div className="row">
          <p className="search-says" role="status">
            {reading ? 'Looking through the other documents …' : `${count} of ${rows.length} are ticked.`} <kbd>↑</kbd>{' '}
            <kbd>↓</kbd> move, <kbd>Space</kbd> ticks or unticks. Handwriting is ticked one by one.
          </p>
          <label className="flag">
            <input type="checkbox" checked={everywhere} onChange={(event) => setEverywhere(event.target.checked)} />
            <span>In the collection: every document that has a transcript</span>
          </label>
        </div>
        <TickList rows={lines} turn={turnOne} take={tag} empty="These words stand nowhere else without the tag." />
        <div className="form-end">
          <button type="button" onClick={() => turn(rows, () => false)} disabled={count === 0}>
            Tick none
          </button>
          <button type="button" onClick={() => turn(rows, (row) => !row.place.handwritten)} disabled={rows.length === 0}>
            Tick what is not handwritten
          </button>
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
          <button type="button" className="primary" onClick={tag} disabled={count === 0 || reading}>
            Tag {count} <kbd>Enter</kbd>
          </button>
        </div>
      </div>
    </Modal>
  )
}
