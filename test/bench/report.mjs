// The figures of a bench as text for people.
import { shown, table } from './figures.mjs'

/** Tables of everything measured, and how it stands with what is aimed at. */
export function report(whole) {
  const { machine, sizes, keys, runs, pace, hot } = whole
  const how = pace ? `${pace} keys a second` : 'as fast as frames come'
  const out = [
    `${machine.cores} cores (${machine.cpu}), Chromium ${machine.chromium}, Node ${machine.node}`,
    `${keys} keys, ${how}, medians of ${runs} ${runs === 1 ? 'run' : 'runs'}; ms. key: from keydown to the task after the next frame. task: work of the main thread.`,
    typingTable(sizes),
    keepingTable(sizes),
    aims(sizes),
    hotTables(hot),
  ]
  return `${out.filter(Boolean).join('\n\n')}\n`
}

function typingTable(sizes) {
  const head = [
    'words',
    'editor',
    'key median',
    '95 %',
    'worst',
    '> 50 ms',
    '95 % to CM',
    'task median',
    'mean',
    'worst',
    'script',
    'load',
    'heap MB',
  ]
  const rows = sizes.flatMap(({ words, editors }) =>
    Object.entries(editors).map(([name, { frame, task, parts, load, heap, toCodeMirror }]) => [
      words,
      name,
      shown(frame.median),
      shown(frame.p95),
      shown(frame.max),
      frame.over50,
      toCodeMirror ? `${toCodeMirror.p95.toFixed(2)}x` : '-',
      shown(task.median),
      shown(task.mean),
      shown(task.max),
      shown(parts.script),
      shown(load),
      shown(heap),
    ]),
  )
  return table([head, ...rows])
}

function keepingTable(sizes) {
  const rows = sizes.flatMap(({ words, editors }) =>
    Object.entries(editors)
      .filter(([, { keeping }]) => keeping)
      .map(([name, { keeping }]) => {
        const { first, journal, save, journals, saves, atPace } = keeping
        const figures = [first, journal, save].flatMap(({ work, longest, ms }) => [work, longest, ms])
        return [words, name, `${journals} + ${saves}`, ...figures.map(shown), shown(atPace)]
      }),
  )
  if (rows.length === 0) return ''
  const three = (what) => [`${what}: work`, 'no frame for', 'done after']
  const head = ['words', 'editor', 'in typing', ...three('first save'), ...three('journal'), ...three('save'), 'task at 6 keys/s']
  return `Keeping the work after one key: journals and saves that fell into the typing; the main thread’s work, the longest wait for a frame, the whole time.\n${table([head, ...rows])}`
}

const AIMS = [
  { words: 100_000, says: '95 % of keys within 1.5 times CodeMirror’s', of: (figures) => figures.toCodeMirror?.p95, most: 1.5 },
  { words: 500_000, says: '95 % of keys within 2.5 times CodeMirror’s', of: (figures) => figures.toCodeMirror?.p95, most: 2.5 },
  {
    words: 500_000,
    says: 'task under 16 ms a key at 6 keys a second, journal and save in it',
    of: (figures) => figures.keeping?.atPace,
    most: 16,
  },
]

function aims(sizes) {
  const lines = AIMS.flatMap(({ words, says, of, most }) => {
    const editors = sizes.find((size) => size.words === words)?.editors ?? {}
    return ['scholion', 'window', 'annotated'].flatMap((name) => {
      const value = editors[name] && of(editors[name])
      return value === undefined
        ? []
        : [`${value <= most ? 'kept  ' : 'MISSED'}  ${name}, ${words} words: ${says}: ${value.toFixed(2)}`]
    })
  })
  return lines.join('\n')
}

function hotTables(hot = []) {
  return hot
    .map(({ editor, words, file, functions }) => {
      const rows = functions.map(({ name, self, whole }) => [name, self.toFixed(2), whole.toFixed(2)])
      return `${editor}, ${words} words (${file}), ms a key:\n${table([['function', 'self', 'whole'], ...rows])}`
    })
    .join('\n\n')
}
