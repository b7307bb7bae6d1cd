import type { ComponentType } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { objectsOf } from '../../shared/document/access.ts'
import { CheckPanel } from '../features/checklist/check-panel.tsx'
import { doubtingOf } from '../features/doubts/doubting.ts'
import { Doubts } from '../features/doubts/doubts-panel.tsx'
import { Here } from '../features/facts/here.tsx'
import { Hands } from '../features/hands/hands.tsx'
import { Aside, Lost } from '../features/notes/lists.tsx'
import { Notes } from '../features/notes/notes.tsx'
import { PaperPanel } from '../features/papers/paper-panel.tsx'
import { useTip } from '../state/actions.ts'
import type { Panel } from '../state/app-state.ts'
import { useApp } from '../state/context.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { useObservable } from '../ui/observable.ts'

interface PanelOfTab {
  readonly name: string
  /** The id of the action that shows it: its tip tells the key. */
  readonly action: string
  readonly Content: ComponentType<{ readonly opened: OpenDocument }>
}

/** The panels in their order. A new one does not compile until it stands here. */
const TABS: Readonly<Record<Panel, PanelOfTab>> = {
  here: { name: 'Details', action: 'facts', Content: Here },
  paper: { name: 'Paper', action: 'describe-paper', Content: PaperPanel },
  notes: { name: 'Notes', action: 'notes', Content: Notes },
  doubts: { name: 'Doubts', action: 'doubts', Content: Doubts },
  lost: { name: 'Unattached', action: 'lost', Content: Lost },
  aside: { name: 'Set aside', action: 'set-aside', Content: Aside },
  check: { name: 'Check list', action: 'checklist', Content: CheckPanel },
  hands: { name: 'Hands', action: 'hands', Content: Hands },
}
const PANELS = Object.keys(TABS) as readonly Panel[]

type Counts = Readonly<Partial<Record<Panel, number>>>

/** Shown while they are wanted: a paper that is being described, a list that is being gone through. */
const CALLED: readonly Panel[] = ['paper', 'check']

/** One row has room for five: what is called, and doubts where they are looked for, take the places of what waits for nobody. */
function inRow(panel: Panel, counts: Counts, withDoubts: boolean): readonly Panel[] {
  const wanted = new Set<Panel>(['here', 'notes', 'hands', panel])
  if (withDoubts) wanted.add('doubts')
  const others: readonly Panel[] = CALLED.includes(panel) ? [] : (counts.lost ?? 0) > 0 ? ['lost', 'aside'] : ['aside', 'lost']
  for (const other of others) if (wanted.size < 5) wanted.add(other)
  return PANELS.filter((id) => wanted.has(id))
}

/** What stands beside the text: facts of what is here, and the lists of notes, doubts, lost anchors, stretches set aside, hands. */
export function Inspector({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const panel = useObservable(app.panel)
  useObservable(opened.tick)
  const doc = opened.view?.state.doc
  const { doubts: withDoubts } = useObservable(app.look)
  const { places, more } = useObservable(doubtingOf(app).state)
  const counts: Counts = {
    doubts: places.length + more,
    notes: doc ? objectsOf(doc).length : 0,
    lost: doc?.attrs.tray.length ?? 0,
    aside: doc?.attrs.unused.length ?? 0,
  }
  const row = inRow(panel, counts, withDoubts)
  return (
    <Tabs className="inspector" selectedKey={panel} onSelectionChange={(key) => app.panel.set(key as Panel)}>
      <TabList aria-label="Inspector" className="tabs">
        {row.map((id) => (
          <PanelTab key={id} id={id} count={counts[id]} />
        ))}
      </TabList>
      {row.map((id) => {
        const { Content } = TABS[id]
        return (
          <TabPanel key={id} id={id}>
            <Content opened={opened} />
          </TabPanel>
        )
      })}
    </Tabs>
  )
}

function PanelTab({ id, count = 0 }: { readonly id: Panel; readonly count: number | undefined }) {
  const tip = useTip()
  const { action, name } = TABS[id]
  return (
    <Tab id={id}>
      <span className="tab-name" title={tip(action)}>
        {name} {count > 0 ? <span className="count">{count}</span> : null}
      </span>
    </Tab>
  )
}
