import { useMemo, useState } from 'react'
import { type PlacedMarker, seemsAtFoot } from '../../../shared/propose/placed-markers.ts'
import type { AppCore } from '../../state/app-core.ts'
import { useApp } from '../../state/context.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { Modal } from '../../ui/modal.tsx'
import { TickList } from '../../ui/tick-list.tsx'
import { markersOf, TURNS, type Turns, takeMarkers } from './find-markers.ts'
import '../../styles/names.css'

/** Shows every line that looks like a page number or a running head, to be made page turns and set aside; says where there is none. */
export function openPageMarkers(app: AppCore, opened: OpenDocument): void {
  const markers = markersOf(opened)
  if (markers.length > 0)
    app.overlay.box('page-markers', (close) => <PageMarkersBox opened={opened} markers={markers} close={close} />)
  else app.say('No line looks like a page number or a running head.')
}

/** All page numbers and running heads at once: the sure ones are ticked, the doubtful say why they are not. Space ticks, Enter takes. */
function PageMarkersBox({
  opened,
  markers,
  close,
}: {
  readonly opened: OpenDocument
  readonly markers: readonly PlacedMarker[]
  readonly close: () => void
}) {
  const app = useApp()
  const sure = useMemo(() => new Set(markers.filter(({ doubt }) => doubt === null)), [markers])
  const [ticked, setTicked] = useState<ReadonlySet<PlacedMarker>>(sure)
  const [turns, setTurns] = useState<Turns>(seemsAtFoot(markers) ? 'foot' : 'head')
  const [ownNumbers, setOwnNumbers] = useState(false)
  const take = () => {
    if (ticked.size === 0) return
    close()
    takeMarkers(
      app,
      opened,
      markers.filter((marker) => ticked.has(marker)),
      turns,
      ownNumbers,
    )
  }
  const turn = (key: string, to: boolean) => {
    const marker = markers[Number(key)]
    if (!marker) return
    const next = new Set(ticked)
    if (to) next.add(marker)
    else next.delete(marker)
    setTicked(next)
  }
  const lines = markers.map((marker, index) => ({
    key: String(index),
    ticked: ticked.has(marker),
    content: (
      <>
        <span className="search-where">
          page {marker.nth} · {ticked.has(marker) ? becomes(marker, turns, ownNumbers) : 'stays in the text'}
        </span>
        <bdi className="lines-shown">
          {marker.before === '' ? null : <span className="line-beside">{marker.before} ⏎ </span>}
          <mark>{marker.words.replace(/\s{3,}/g, ' … ')}</mark>
          {marker.after === '' ? null : <span className="line-beside"> ⏎ {marker.after}</span>}
        </bdi>
        {marker.doubt === null ? null : <span className="detail">doubtful: {marker.doubt}</span>}
      </>
    ),
  }))
  const hasSigns = markers.some(({ onPaper, page }) => !onPaper && page !== null)
  return (
    <Modal label="Page numbers and running heads" className="names" close={close}>
      <div className="names-box">
        <p className="chooser-title">Page numbers and running heads</p>
        <div className="row">
          <label>
            <span>Pages</span>
            <select value={turns} onChange={(event) => setTurns(event.target.value as Turns)}>
              {Object.entries(TURNS).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {hasSigns ? (
            <label className="flag">
              <input type="checkbox" checked={ownNumbers} onChange={(event) => setOwnNumbers(event.target.checked)} />
              <span>Numbers in signs such as “--- Page 4 ---” are printed on the paper too</span>
            </label>
          ) : null}
          <p className="search-says" role="status">
            {ticked.size} of {markers.length} are ticked. <kbd>↑</kbd> <kbd>↓</kbd> move, <kbd>Space</kbd> ticks or unticks. What
            is ticked is set aside, and can be restored line by line.
          </p>
        </div>
        <TickList rows={lines} turn={turn} take={take} empty="" />
        <div className="form-end">
          <button type="button" onClick={() => setTicked(new Set())} disabled={ticked.size === 0}>
            Tick none
          </button>
          <button type="button" onClick={() => setTicked(sure)} disabled={sure.size === 0}>
            Tick what is sure
          </button>
          <button type="button" onClick={close}>
            Cancel <kbd>Esc</kbd>
          </button>
          <button type="button" className="primary" onClick={take} disabled={ticked.size === 0}>
            Take {ticked.size} <kbd>Enter</kbd>
          </button>
        </div>
      </div>
    </Modal>
  )
}

/** What a ticked line becomes, in words. */
function becomes({ kind, page, onPaper, before, after }: PlacedMarker, turns: Turns, ownNumbers: boolean): string {
  const is = kind === 'running-head' ? 'running head' : 'page number'
  const number = page !== null && (onPaper || ownNumbers) ? `, printed number ${page}` : ''
  if (kind === 'running-head' || turns === 'none') return `${is}${number}`
  if (turns === 'head' && before !== '' && after !== '') return `a page begins before it${number}`
  if (turns === 'foot' && after !== '') return `a page begins after it${number}`
  return `${is}, a page turns here already${number}`
}
