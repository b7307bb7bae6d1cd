import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useBench } from '../app/context.ts'
import type { Desk } from '../app/desk.ts'
import { useObservable } from '../app/observable.ts'
import type { Panel } from '../app/workbench.ts'
import { Hands } from './hands.tsx'
import { Here } from './here.tsx'
import { Aside, Lost, Notes } from './lists.tsx'

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
        <Tab id="here">Here</Tab>
        <Tab id="notes">Notes {counts.notes || ''}</Tab>
        <Tab id="lost">Lost {counts.lost || ''}</Tab>
        <Tab id="aside">Aside {counts.aside || ''}</Tab>
        <Tab id="hands">Hands</Tab>
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
