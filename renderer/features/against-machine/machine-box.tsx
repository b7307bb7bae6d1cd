import { undo } from 'prosemirror-history'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Whose } from '../../../shared/commands/changed-places.ts'
import { type Row, sideBySide } from '../../../shared/compare/side-by-side.ts'
import type { AppState } from '../../state/app-state.ts'
import type { OpenDocument } from '../../state/open-document.ts'
import { letterOf } from '../../state/own-keys.ts'
import { isKey, isMac, shownKey } from '../../ui/keys.ts'
import { Modal } from '../../ui/modal.tsx'
import { useObservable } from '../../ui/observable.ts'
import { grouped, tellAlike } from './groups.ts'
import { MachineRow } from './machine-row.tsx'
import { selectStop, stopAtCaret } from './stop-in-text.ts'
import { commandOf, type Deed, stopsIn, tellAll, tellStop } from './stops.ts'
import '../../styles/compare.css'

/** So many rows are drawn at first, and so many more around where one goes. */
const MOST = 120

/** The machine transcript beside the transcript, over the window. */
export function openMachineBox(app: AppState, opened: OpenDocument): void {
  opened.upToDate()
  app.overlay.box('machine', (close) => <MachineBox opened={opened} close={close} />)
}

interface Props {
  readonly opened: OpenDocument
  readonly close: () => void
}

/** Arrows go from change to change, letters do something about it, Enter goes there, Esc closes. What is done is undone with Ctrl+Z, here and in the text. */
function MachineBox({ opened, close }: Props) {
  useObservable(opened.tick)
  const { document: doc } = opened
  const rows = useMemo(() => sideBySide(doc, opened.texts), [doc, opened])
  const stops = useMemo(() => stopsIn(rows), [rows])
  const groups = useMemo(() => grouped(rows), [rows])
  const [wanted, setWanted] = useState(() => stopAtCaret(opened, rows, stops))
  const [most, setMost] = useState(MOST)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLElement>(null)
  const at = Math.min(wanted, stops.length - 1)
  const here = stops[at]
  const shown = Math.max(most, groups.findIndex(({ first, count }) => first <= at && at < first + count) + MOST / 2)
  const originals = opened.originals.map(({ name }) => name)
  const handName = (id: string | null) => (id === null ? 'a hand not stated' : (opened.hand(id)?.name ?? id))
  useEffect(() => list.current?.focus(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was done may have moved it
  useEffect(() => {
    list.current?.querySelector(`[data-stop="${at}"]`)?.scrollIntoView({ block: 'center' })
  }, [at, rows])

  const go = (to: number) => {
    setWanted(Math.max(0, Math.min(to, stops.length - 1)))
    setSaid('')
  }
  const act = (deed: Deed) => {
    const command = here ? commandOf(deed, here, rows, opened) : null
    if (command && opened.run(command)) setSaid(DONE[deed])
    else setSaid(opened.writable ? NOT_HERE[deed] : (opened.loaded.readOnly ?? ''))
    list.current?.focus()
  }
  const goThere = () => {
    if (here) selectStop(opened, here, rows)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const letter = (Object.keys(DONE) as Deed[]).find((deed) => letterOf(`against.${deed}`) === event.key.toLowerCase())
    if (isKey(event.nativeEvent, 'Ctrl+Z', isMac)) setSaid(opened.run(undo) ? 'Undone.' : 'There is nothing to undo.')
    else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (event.key === 'ArrowDown') go(at + 1)
    else if (event.key === 'ArrowUp') go(at - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(stops.length - 1)
    else if (letter) act(letter)
    else if (event.key === 'Enter' && event.target === list.current) goThere()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const button = (deed: Deed) => (
    <button
      type="button"
      onClick={() => act(deed)}
      disabled={!here || !opened.can(commandOf(deed, here, rows, opened) ?? never)}
      aria-pressed={STATES[deed] === undefined ? undefined : here?.place?.whose === STATES[deed]}
    >
      {LABELS[deed]} <kbd>{letterOf(`against.${deed}`).toUpperCase()}</kbd>
    </button>
  )
  return (
    <Modal label="Compare with the machine transcript" className="compare against" close={close}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole box; each has a button too */}
      <div className="compare-box against-machine" onKeyDown={onKeyDown}>
        <div className="compare-head">
          <p className="chooser-title">Compare with the machine transcript</p>
          <p className="form-hint">{tellAll(stops)}</p>
          <div className="compare-sides">
            <p>Machine transcript</p>
            <p>Transcript</p>
          </div>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is long must be scrollable by keyboard */}
        <section ref={list} className="compare-rows" aria-label="Changes, side by side" tabIndex={0}>
          {groups
            .slice(0, shown)
            .map(({ key, rows: own, first }) =>
              first < 0 ? (
                <Alike key={key} rows={own} />
              ) : (
                <MachineRow key={key} row={own[0]!} {...{ first, at, handName, originals, go }} />
              ),
            )}
          {groups.length > shown ? (
            <button type="button" className="folded" onClick={() => setMost(groups.length)}>
              Show the {groups.length - shown} that follow
            </button>
          ) : null}
        </section>
        <div className="compare-end against-end">
          <p className="against-here" role="status">
            <span className="detail">{here ? `${at + 1} of ${stops.length}` : ''}</span>{' '}
            {here ? tellStop(here) : 'Nothing differs.'} {said ? <strong>{said}</strong> : null}
          </p>
          <span className="compare-go">
            <button type="button" onClick={() => go(at - 1)} disabled={at <= 0}>
              Previous <kbd>↑</kbd>
            </button>
            <button type="button" onClick={() => go(at + 1)} disabled={at >= stops.length - 1}>
              Next <kbd>↓</kbd>
            </button>
          </span>
          <fieldset className="against-deeds">
            <legend>Whose error</legend>
            {button('machine')}
            {button('paper')}
            {button('notKnown')}
          </fieldset>
          <fieldset className="against-deeds">
            <legend>Restore</legend>
            {button('words')}
            {button('block')}
            {button('page')}
          </fieldset>
          <span className="against-deeds against-leave">
            <button type="button" onClick={goThere} disabled={!here}>
              Go there <kbd>{shownKey('Enter', isMac)}</kbd>
            </button>
            <button type="button" className="primary" onClick={close}>
              Close <kbd>Esc</kbd>
            </button>
          </span>
        </div>
      </div>
    </Modal>
  )
}

const never = () => false

/** What a deed says of a place, where it says whose error it is. */
const STATES: Readonly<Partial<Record<Deed, Whose>>> = { machine: 'machine', paper: 'paper', notKnown: 'unknown' }

const LABELS: Readonly<Record<Deed, string>> = {
  machine: 'Machine’s',
  paper: 'Paper’s',
  notKnown: 'Not known',
  words: 'Words',
  block: 'Block',
  page: 'Page',
}

const DONE: Readonly<Record<Deed, string>> = {
  // the stop itself says so then
  machine: '',
  paper: '',
  notKnown: '',
  words: 'Words restored.',
  block: 'Block restored.',
  page: 'Page restored, with what was set aside.',
}

const NOT_HERE: Readonly<Record<Deed, string>> = {
  machine: 'Not possible here: it says so already, or one side has no words.',
  paper: 'Not possible here: it says so already, or one side has no words.',
  notKnown: 'Not possible here: it says so already, or one side has no words.',
  words: 'Nothing to restore here.',
  block: 'This is no block: restore its words.',
  page: 'Nothing to restore on this page.',
}

function Alike({ rows }: { readonly rows: readonly Row[] }) {
  const [open, setOpen] = useState(false)
  const [first] = rows
  const back = first && first.kind !== 'aside' && first.goesBack ? ' (the machine transcript has them further up)' : ''
  return (
    <>
      <button type="button" className="folded" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '▾' : '▸'} {tellAlike(rows)} the same
        {back}
      </button>
      {open
        ? rows.map((row) => (
            <div key={row.id} className="alike">
              <bdi>{row.kind === 'aside' ? row.was : row.now}</bdi>
            </div>
          ))
        : null}
    </>
  )
}
