import type { Node } from 'prosemirror-model'
import { type FormEvent, useState } from 'react'
import { objectHere } from '../../shared/commands/margin-object.ts'
import { paperHere } from '../../shared/commands/paper.ts'
import { initialsOf } from '../../shared/model/editor.ts'
import type { Fault } from '../../shared/model/result.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { openQueries } from '../../shared/state/note-list.ts'
import { isByHand } from '../../shared/vocabulary/margin.ts'
import { ROLES, type RoleName } from '../../shared/vocabulary/roles.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { editorChooser } from '../features/editors/editor-menu.ts'
import type { Left } from '../state/bench.ts'
import { useBench } from '../state/context.ts'
import type { Desk } from '../state/open-document.ts'
import { UNCHANGED } from '../state/saving/save-state.ts'
import { tip } from '../state/tip.ts'
import { shownKey } from '../ui/keys.ts'
import { observable, useObservable } from '../ui/observable.ts'
import { Announcer } from './announcer.tsx'
import { isMac } from './keyboard.ts'

/** What is to be told of the whole window: a host that is away, documents that were left unsaved, and the last notice. */
export function NoticeBar() {
  const bench = useBench()
  const away = useObservable(bench.away)
  const left = useObservable(bench.left)
  return (
    <>
      {away ? <AwayBar fault={away} /> : null}
      {left.map((one) => (
        <LeftBar key={one.entry.id} left={one} />
      ))}
      <Told />
    </>
  )
}

/** A save that failed for the same reason has said so already. */
function AwayBar({ fault }: { readonly fault: Fault }) {
  const bench = useBench()
  const desk = useObservable(bench.desk)
  const keeping = useObservable(desk?.keeper.keeping ?? NOTHING_KEPT)
  if (keeping.trouble?.fault.sentence === fault.sentence) return null
  return (
    <div className="bar bar-warning" role="alert">
      <p>{fault.sentence}</p>
    </div>
  )
}

const NOTHING_KEPT = observable(UNCHANGED)

function LeftBar({ left }: { readonly left: Left }) {
  const bench = useBench()
  const drop = () => bench.left.set(bench.left.get().filter((one) => one !== left))
  return (
    <div className="bar bar-warning" role="status">
      <p>
        {left.entry.original} was closed before it could be saved. Its work is kept, and offered when you open it again.{' '}
        {left.sentence}
      </p>
      <div className="bar-actions">
        <button type="button" onClick={() => void bench.open(left.entry)}>
          Open it
        </button>
        <button type="button" onClick={drop}>
          Noted
        </button>
      </div>
    </div>
  )
}

function Told() {
  const bench = useBench()
  const notice = useObservable(bench.notice)
  if (!notice) return null
  return (
    <div className={`bar bar-${notice.kind}`} role={notice.kind === 'failed' ? 'alert' : 'status'}>
      <p>{notice.sentence}</p>
      <div className="bar-actions">
        {notice.actions.map((action) => (
          <button key={action.label} type="button" onClick={action.run}>
            {action.label}
          </button>
        ))}
        {notice.actions.length === 0 ? (
          <button type="button" onClick={() => bench.notice.set(null)}>
            Noted
          </button>
        ) : null}
      </div>
    </div>
  )
}

/** Asked once: the name stands in the list of revisions of every file that is saved. */
export function NameBar() {
  const bench = useBench()
  const asked = useObservable(bench.askName)
  const [name, setName] = useState(bench.editor.get() ?? '')
  if (!asked) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void bench.setEditor(name)
  }
  return (
    <form className="bar bar-said" onSubmit={submit}>
      <label htmlFor="editor-name">Who is editing? Your name stands with every revision you save.</label>
      <input
        // biome-ignore lint/a11y/noAutofocus: the first thing that is asked, once; F6 goes on to the documents
        autoFocus
        id="editor-name"
        type="text"
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder="Name or initials"
      />
      <button type="submit">Remember</button>
      <button type="button" onClick={() => bench.askName.set(false)}>
        Not now
      </button>
    </form>
  )
}

export function StatusBar() {
  const bench = useBench()
  const desk = useObservable(bench.desk)
  const said = useObservable(bench.said)
  const name = useObservable(bench.editor)
  const { editors } = useObservable(bench.registers)
  const initials = editors.find((one) => one.name === name)?.initials ?? initialsOf(name ?? '')
  return (
    <footer className="status">
      {desk ? <Where desk={desk} /> : <span>No document is open</span>}
      {desk ? <Announcer desk={desk} /> : null}
      <span className="said" role="status" aria-live="polite">
        {said}
      </span>
      <button type="button" className="status-editor" title={tip('who')} onClick={() => bench.chooser.set(editorChooser(bench))}>
        editor: {name === null ? 'not stated' : initials || name}
      </button>
      <span className="status-keys">
        <kbd>{shownKey('Ctrl+K', isMac)}</kbd> commands <kbd>F1</kbd> keys <kbd>F6</kbd> next part
      </span>
    </footer>
  )
}

/** Questions that are still open, where there are any. */
function openQuestions(doc: Node): string {
  const open = openQueries(doc)
  return open === 0 ? '' : ` · ${open} open ${open === 1 ? 'query' : 'queries'}`
}

function Where({ desk }: { readonly desk: Desk }) {
  useObservable(desk.tick)
  if (!desk.view) return <span />
  const { $head } = desk.view.state.selection
  const object = objectHere(desk.view.state)
  const body = desk.view.state.doc.firstChild!
  if (object) {
    const hand = desk.hand(object.node.attrs.hand)
    return (
      <span data-testid="where">
        in {labelOf(object.node.type.name)} · hand:{' '}
        {isByHand(object.node.type.name) ? (hand?.name ?? 'not stated') : 'the editors’'}
        {openQuestions(desk.view.state.doc)}
      </span>
    )
  }
  const block = $head.depth >= 3 ? $head.node(3) : null
  const role = block?.attrs.role as RoleName | null | undefined
  const papers = papersIn(desk.view.state.doc)
  const paper = papers.length > 1 ? ` · paper ${paperHere(desk.view.state, papers) + 1} of ${papers.length}` : ''
  return (
    <span data-testid="where">
      page {$head.index(1) + 1} of {body.childCount} · {role ? ROLES[role].label : 'role not stated'} · hand:{' '}
      {desk.hand(block?.attrs.hand)?.name ?? 'not stated'}
      {paper}
      {openQuestions(desk.view.state.doc)}
    </span>
  )
}
