import { createRoot } from 'react-dom/client'
import { clientOf } from '../shared/api/client.ts'
import { idsFrom } from '../shared/model/ids.ts'
import { App } from './app/app.tsx'
import { refuseFiles } from './app/refuse-files.ts'
import { joinDesktop } from './app/window/desktop-window.ts'
import { FirstStart } from './app/window/first-start.tsx'
import { Workbench } from './app/workbench.ts'
import { httpTransport } from './host/http-transport.ts'
import { desktopBridge, ipcTransport } from './host/ipc-transport.ts'
import { withPageJournal } from './host/page-journal.ts'
import './styles/app.css'

const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32
const root = createRoot(document.getElementById('root')!)
const bridge = desktopBridge()
const collections = bridge && (await bridge.shell.collections())
refuseFiles()
if (bridge && collections?.ok && !collections.value.open) {
  root.render(<FirstStart shell={bridge.shell} recent={collections.value.recent} />)
} else {
  const host = bridge ? clientOf(ipcTransport(bridge)) : withPageJournal(clientOf(httpTransport().send))
  const bench = new Workbench(host, idsFrom(random))
  root.render(<App bench={bench} />)
  void bench.start()
  if (bridge) joinDesktop(bench, bridge)
}
