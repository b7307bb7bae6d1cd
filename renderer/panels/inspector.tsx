import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { tip } from '../app/actions/tip.ts'
import { useBench } from '../app/context.ts'
import type { Desk } from '../app/desk.ts'
import { useObservable } from '../app/observable.ts'
import type { Panel } from '../app/workbench.ts'
import { Hands } from './hands.tsx'
import { Here } from './here.tsx'
import { Aside, Lost } from './lists.tsx'
import { Notes } from './notes.tsx'

/** What stands beside the text: facts of what is here, and the lists of notes, lost anchors, stretches set aside, hands. */
export function Inspector({ desk }: { readonly desk: Desk }) {
  const bench = useBench()
  const panel = useObservable(bench.panel)
  useObservable(desk.tick)
  const doc = desk.view?.state.doc
  const counts = {
    notes: doc?.lastChild?.childCount ?? 0,
    lost: doc?.attrs.tray.length ?? 0,
    aside: doc?.attrs.unused.length ?? 0,
  }
  return (
    <Tabs className="inspector" selectedKey={panel} onSelectionChange={(key) => bench.panel.set(key as Panel)}>
      <TabList aria-label="Inspector" className="tabs">
        <PanelTab id="here" action="facts" name="Here" />
        <PanelTab id="notes" action="notes" name="Notes" count={counts.notes} />
        <PanelTab id="lost" action="lost" name="Lost" count={counts.lost} />
        <PanelTab id="aside" action="set-aside" name="Aside" count={counts.aside} />
        <PanelTab id="hands" action="hands" name="Hands" />
      </TabList>
      <TabPanel id="here">
        <Here desk={desk} />
      </TabPanel>
      <TabPanel id="notes">
        <Notes desk={desk} />
      </TabPanel>
      <TabPanel id="lost">
        <Lost desk={desk} />
      </TabPanel>
      <TabPanel id="aside">
        <Aside desk={desk} />
      </TabPanel>
      <TabPanel id="hands">
        <Hands desk={desk} />
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
  return (
    <Tab id={id}>
      <span className="tab-name" title={tip(action)}>
        {name} {count > 0 ? <span className="count">{count}</span> : null}
      </span>
    </Tab>
  )
}
