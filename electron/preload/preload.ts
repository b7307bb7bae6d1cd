import { contextBridge, ipcRenderer } from 'electron'
import { clientOf } from '../../shared/api/client.ts'
import { type Bridge, CHANNELS, type Shell } from '../../shared/api/desktop.ts'

const ask = (name: keyof Shell) => (asked: unknown) => ipcRenderer.invoke(CHANNELS.shell, name, asked ?? {})

// All that the page sees of Electron: methods with a name and one argument each. No event object and no channel ever reaches it.
const bridge = {
  host: clientOf((name, asked) => ipcRenderer.invoke(CHANNELS.call, name, asked)),
  shell: {
    showMenus: ask('showMenus'),
    collections: () => ask('collections')({}),
    openFolder: () => ask('openFolder')({}),
    openRecent: ask('openRecent'),
    openSample: () => ask('openSample')({}),
    saveCopy: ask('saveCopy'),
    showEdition: ask('showEdition'),
    flushed: ask('flushed'),
  },
  onChosen: (run) => {
    ipcRenderer.on(CHANNELS.chosen, (_event, id: unknown) => run(String(id)))
  },
  onClosing: (run) => {
    ipcRenderer.on(CHANNELS.closing, () => run())
  },
} satisfies Bridge

contextBridge.exposeInMainWorld('scholion', bridge)
