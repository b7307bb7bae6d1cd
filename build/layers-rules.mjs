// Who may import whom. design.md, "Houses and rooms", as a table.

/** Inside shared, lowest first: a room may import every room that stands before it. */
const ORDER = ['model', 'text', 'xml', 'vocabulary', 'schema', 'document', 'state', 'commands', 'format', 'import', 'export']
const UPPER = ['compare', 'merge', 'doubt', 'propose', 'search', 'metrics', 'api']
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
  { room: 'renderer', rooms: EVERY_SHARED, packages: 'declared', node: false, electron: false },
]

export const HOUSES = ['shared', 'electron', 'renderer']
