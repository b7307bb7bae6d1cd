// Who may import whom. design.md, "Houses and rooms", as a table.

/** Inside shared, lowest first: a room may import every room that stands before it. */
const ORDER = ['model', 'text', 'xml', 'vocabulary', 'schema', 'document', 'state', 'commands', 'format', 'import', 'export']
const UPPER = ['compare', 'merge', 'propose', 'doubt', 'search', 'metrics', 'checklist', 'api']
const SHARED_ROOMS = [...ORDER, ...UPPER]

/** The packages that run anywhere: no DOM, no Node. */
const PURE_PACKAGES = [
  'prosemirror-model',
  'prosemirror-state',
  'prosemirror-transform',
  'prosemirror-commands',
  'prosemirror-history',
  'prosemirror-keymap',
  'fast-myers-diff',
  'zod',
  'saxes',
]

const EVERY_SHARED = SHARED_ROOMS.map((name) => `shared/${name}`)

function sharedRoom(name, index) {
  // Text and XML stand side by side: neither knows the other.
  const below = name === 'xml' ? ['model'] : SHARED_ROOMS.slice(0, index)
  return {
    room: `shared/${name}`,
    rooms: below.map((each) => `shared/${each}`),
    packages: name === 'model' ? [] : PURE_PACKAGES,
    node: false,
    electron: false,
  }
}

function hostRoom(name, rooms, more = {}) {
  return { room: `electron/${name}`, rooms: [...EVERY_SHARED, ...rooms], packages: ['zod'], node: true, electron: false, ...more }
}

/**
 * Inside the renderer, lowest first. `ui` knows nothing of the app, `state` no feature; a feature may use another one, where no circle comes of it.
 */
const RENDERER_ROOMS = ['styles', 'host', 'search', 'doubting', 'ui', 'editor', 'state', 'features', 'help', 'window'].map(
  (name) => `renderer/${name}`,
)

function rendererRoom(room, index) {
  return { room, rooms: [...EVERY_SHARED, ...RENDERER_ROOMS.slice(0, index)], packages: 'declared', node: false, electron: false }
}

/** Where no two folders may import each other, nor in a circle: each folder stands on others, and can be read after them. */
export const FOLDERS_IN_ORDER = ['renderer']

/**
 * The rooms: which rooms each may import besides itself, which packages (`'declared'`: every runtime dependency of package.json), whether
 * Node's modules, whether the package `electron`.
 */
export const RULES = [
  ...SHARED_ROOMS.map(sharedRoom),
  hostRoom('host', []),
  hostRoom('server', ['electron/host']),
  hostRoom('cli', ['electron/host', 'electron/server', 'electron/launch']),
  hostRoom('launch', ['electron/host', 'electron/server']),
  hostRoom('main', ['electron/host', 'electron/server'], { electron: true }),
  { room: 'electron/preload', rooms: ['shared/api'], packages: [], node: false, electron: true },
  ...RENDERER_ROOMS.map(rendererRoom),
  rendererRoom('renderer', RENDERER_ROOMS.length),
]

export const HOUSES = ['shared', 'electron', 'renderer']
