import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { objectsOf } from '../../shared/document/access.ts'
import { Here } from '../features/facts/here.tsx'
import { Hands } from '../features/hands/hands.tsx'
import { Aside, Lost } from '../features/notes/lists.tsx'
import { Notes } from '../features/notes/notes.tsx'
import { useTip } from '../state/actions.ts'
import type { Panel } from '../state/app-state.ts'
import { useApp } from '../state/context.ts'
import type { OpenDocument } from '../state/open-document.ts'
import { useObservable } from '../ui/observable.ts'

/** What stands beside the text: facts of what is here, and the lists of notes, lost anchors, stretches set aside, hands. */
export function Inspector({ opened }: { readonly opened: OpenDocument }) {
  const app = useApp()
  const panel = useObservable(app.panel)
  useObservable(opened.tick)
  const doc = opened.view?.state.doc
  const counts = {
    notes: doc ? objectsOf(doc).length : 0,
    lost: doc?.attrs.tray.length ?? 0,
    aside: doc?.attrs.unused.length ?? 0,
  }
  return (
    <Tabs className="inspector" selectedKey={panel} onSelectionChange={(key) => app.panel.set(key as Panel)}>
      <TabList aria-label="Inspector" className="tabs">
        <PanelTab id="here" action="facts" name="Here" />
        <PanelTab id="notes" action="notes" name="Notes" count={counts.notes} />
        <PanelTab id="lost" action="lost" name="Lost" count={counts.lost} />
        <PanelTab id="aside" action="set-aside" name="Aside" count={counts.aside} />
        <PanelTab id="hands" action="hands" name="Hands" />
      </TabList>
      <TabPanel id="here">
        <Here opened={opened} />
      </TabPanel>
      <TabPanel id="notes">
        <Notes opened={opened} />
      </TabPanel>
      <TabPanel id="lost">
        <Lost opened={opened} />
      </TabPanel>
      <TabPanel id="aside">
        <Aside opened={opened} />
      </TabPanel>
      <TabPanel id="hands">
        <Hands opened={opened} />
      </TabPanel>
    </Tabs>
  )
}

interface PanelTabProps {
  readonly id: Panel
  readonly action: string
  readonly name: string
  readonly count?: number
}

function PanelTab({ id, action, name, count = 0 }: PanelTabProps) {
  const tip = useTip()
  return (
    <Tab id={id}>
      <span className="tab-name" title={tip(action)}>
        {name} {count > 0 ? <span className="count">{count}</span> : null}
      </span>
    </Tab>
  )
}
