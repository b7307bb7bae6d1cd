import type { Node } from 'prosemirror-model'
import { type FormEvent, useState } from 'react'
import { paperHere } from '../../shared/commands/paper.ts'
import { bodyOf, isHeadnote, nameOf } from '../../shared/document/access.ts'
import { objectHere } from '../../shared/document/margin-objects.ts'
import { initialsOf } from '../../shared/model/editor.ts'
import type { Fault } from '../../shared/model/result.ts'
import { papersIn } from '../../shared/schema/papers.ts'
import { openQueries } from '../../shared/state/note-list.ts'
import { counted } from '../../shared/text/counted.ts'
import { isByHand } from '../../shared/vocabulary/margin.ts'
import { ROLES, type RoleName } from '../../shared/vocabulary/roles.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { doubtingOf } from '../features/doubts/doubting.ts'
import { editorMenu } from '../features/editors/editor-menu.ts'
import { useTip } from '../state/actions.ts'
import type { LeftUnsaved } from '../state/app-core.ts'
import { useApp } from '../state/context.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { UNCHANGED } from '../state/saving/save-state.ts'
import { showPanel } from '../state/show-panel.ts'
import { numbered } from '../ui/choice.ts'
import { isMac, shownKey } from '../ui/keys.ts'
import { observable, useObservable } from '../ui/observable.ts'
import { Announcer } from './announcer.tsx'
import { WhatNext } from './what-next.tsx'

/** What is to be told of the whole window: a host that is away, documents that were left unsaved, and the last notice. */
export function NoticeBar() {
  const app = useApp()
  const away = useObservable(app.away)
  const late = useObservable(app.late)
  const left = useObservable(app.left)
  return (
    <>
      {away ? <AwayBar fault={away} /> : late ? <AwayBar fault={late} /> : null}
      {left.length > 0 ? <LeftBar left={left} /> : null}
      <Told />
    </>
  )
}

/** A save that failed for the same reason, or waits for the same answer, has said so already. */
function AwayBar({ fault }: { readonly fault: Fault }) {
  const app = useApp()
  const opened = useObservable(app.opened)
  const saveState = useObservable(opened?.saver.saveState ?? NOTHING_KEPT)
  const said = saveState.trouble?.fault
  if (said?.sentence === fault.sentence || (fault.tag === 'late' && said?.tag === 'slow')) return null
  return (
    <div className="bar bar-warning" role="alert">
      <p>{fault.sentence}</p>
    </div>
  )
}

const NOTHING_KEPT = observable(UNCHANGED)

/** One bar, however many there are. */
function LeftBar({ left }: { readonly left: readonly LeftUnsaved[] }) {
  const app = useApp()
  const [first] = left
  const reasons = new Set(left.map(({ sentence }) => sentence))
  const openOne = () =>
    app.overlay.menu({
      title: 'Which one is to be opened?',
      hint: 'Its unsaved work is offered then.',
      options: numbered(
        null,
        left.map(({ entry, sentence }) => ({ label: entry.original, detail: sentence, run: () => void app.open(entry) })),
      ),
      sentences: true,
    })
  return (
    <div className="bar bar-warning" role="status">
      <p>
        {left.length === 1
          ? `${first?.entry.original} was closed before it could be saved. Its work is kept, and offered when you open it again. `
          : `${left.length} documents were closed before they could be saved. Their work is kept, and offered when you open them again. `}
        {reasons.size === 1 ? first?.sentence : null}
      </p>
      <div className="bar-actions">
        {left.length === 1 ? (
          <button type="button" onClick={() => first && void app.open(first.entry)}>
            Open it
          </button>
        ) : (
          <button type="button" onClick={openOne}>
            Open one of them …
          </button>
        )}
        <button type="button" onClick={() => app.left.set([])}>
          OK
        </button>
      </div>
    </div>
  )
}

function Told() {
  const app = useApp()
  const notice = useObservable(app.notice)
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
          <button type="button" onClick={() => app.notice.set(null)}>
            OK
          </button>
        ) : null}
      </div>
    </div>
  )
}

/** Asked once, and not before unsaved work of an earlier sitting is decided about. It takes no key away from who is typing. */
export function NameBar() {
  const app = useApp()
  const asked = useObservable(app.askName)
  const opened = useObservable(app.opened)
  const offers = useObservable(opened?.offers ?? NO_OFFERS)
  const [name, setName] = useState('')
  if (!asked || offers.length > 0) return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') void app.setEditor(name)
  }
  const later = () => {
    app.askName.set(false)
    void app.keepSetting('nameAsked', 'yes')
  }
  return (
    <form className="bar bar-said" onSubmit={submit}>
      <label htmlFor="editor-name">Who is editing? Your name stands with every revision you save.</label>
      <input
        id="editor-name"
        type="text"
        size={14}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        placeholder="Name or initials"
      />
      <button type="submit">Remember</button>
      <button type="button" onClick={later}>
        Not now
      </button>
    </form>
  )
}

const NO_OFFERS = observable<readonly unknown[]>([])

export function StatusBar() {
  const tip = useTip()
  const app = useApp()
  const opened = useObservable(app.opened)
  const said = useObservable(app.said)
  const name = useObservable(app.editor)
  const { editors } = useObservable(app.registers)
  const initials = editors.find((one) => one.name === name)?.initials ?? initialsOf(name ?? '')
  return (
    <footer className="status">
      {opened ? <Where opened={opened} /> : <span>No document is open</span>}
      {opened ? <Announcer opened={opened} /> : null}
      {opened ? <DoubtCount /> : null}
      <span className="said" role="status" aria-live="polite">
        {said}
      </span>
      <button type="button" className="status-editor" title={tip('who')} onClick={() => app.overlay.menu(editorMenu(app))}>
        editor: {name === null ? 'not stated' : initials || name}
      </button>
      <WhatNext />
      <span className="status-keys">
        <kbd>{shownKey('Ctrl+K', isMac)}</kbd> commands <kbd>F1</kbd> keys <kbd>F6</kbd> next part
      </span>
    </footer>
  )
}

/** Questions that are still open, where there are any. */
function openQuestions(doc: Node): string {
  const open = openQueries(doc)
  return open === 0 ? '' : ` · ${counted(open, 'open query', 'open queries')}`
}

function Where({ opened }: { readonly opened: OpenDocument }) {
  useObservable(opened.tick)
  if (!opened.view) return <span />
  const { $head } = opened.view.state.selection
  const object = objectHere(opened.view.state)
  const body = bodyOf(opened.view.state.doc)
  if (object) {
    const hand = opened.hand(object.node.attrs.hand)
    return (
      <span data-testid="where">
        in {isHeadnote(object.node) ? 'headnote' : labelOf(nameOf(object.node))} · hand:{' '}
        {isByHand(nameOf(object.node)) ? (hand?.name ?? 'not stated') : 'the editors’'}
        {openQuestions(opened.view.state.doc)}
      </span>
    )
  }
  const block = $head.depth >= 3 ? $head.node(3) : null
  const role = block?.attrs.role as RoleName | null | undefined
  const papers = papersIn(opened.view.state.doc)
  const paper = papers.length > 1 ? ` · paper ${paperHere(opened.view.state, papers) + 1} of ${papers.length}` : ''
  return (
    <span data-testid="where">
      page {$head.index(1) + 1} of {body.childCount} · {role ? ROLES[role].label : 'role not stated'} · hand:{' '}
      {opened.hand(block?.attrs.hand)?.name ?? 'not stated'}
      {paper}
      {openQuestions(opened.view.state.doc)}
    </span>
  )
}

/** How many doubts there are, where they are looked for. A press shows their list. */
function DoubtCount() {
  const app = useApp()
  const tip = useTip()
  const { phase, places, more } = useObservable(doubtingOf(app).state)
  if (phase === 'off') return null
  const says = { looking: 'doubts …', failed: 'doubts: not known', ready: counted(places.length + more, 'doubt', 'doubts') }[
    phase
  ]
  return (
    <button type="button" className="status-editor" title={tip('doubts')} onClick={() => showPanel(app, 'doubts')}>
      {says}
    </button>
  )
}
