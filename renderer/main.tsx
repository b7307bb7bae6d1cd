import { createRoot } from 'react-dom/client'
import { clientOf } from '../shared/api/client.ts'
import { idsFrom } from '../shared/model/ids.ts'
import { httpTransport } from './host/http-transport.ts'
import { desktopBridge, ipcTransport } from './host/ipc-transport.ts'
import { withPageJournal } from './host/page-journal.ts'
import { browserStore } from './host/page-store.ts'
import { AppState } from './state/app-state.ts'
import { App } from './window/app.tsx'
import { joinDesktop } from './window/desktop-window.ts'
import { FirstStart } from './window/first-start.tsx'
import { refuseFiles } from './window/refuse-files.ts'
import './styles/app.css'

const random = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32
const root = createRoot(document.getElementById('root')!)
const bridge = desktopBridge()
const collections = bridge && (await bridge.shell.collections())
if (bridge && collections?.ok && !collections.value.open) {
  refuseFiles()
  root.render(<FirstStart shell={bridge.shell} recent={collections.value.recent} />)
} else {
  const host = bridge
    ? clientOf(ipcTransport(bridge))
    : withPageJournal(clientOf(httpTransport().send), browserStore, (fault) => app.late.set(fault))
  const app: AppState = new AppState(host, idsFrom(random))
  refuseFiles((why) => app.say(why))
  // asked for before any letter is shown: a face that comes later would move every line under the hand
  for (const face of document.fonts) void face.load().catch(() => undefined)
  root.render(<App app={app} />)
  void app.start()
  if (bridge) joinDesktop(app, bridge)
}
