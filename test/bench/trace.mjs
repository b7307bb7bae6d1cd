// What a trace of Chromium says of the tasks of a page's main thread.

/** What has to be traced for it. */
export const TRACED = ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata']

/** The longest task in ms of the thread's own processor time, so that other programs of the machine do not count. */
export function longestTask(trace) {
  const { traceEvents } = JSON.parse(trace.toString('utf8'))
  const threads = new Map()
  for (const { name, ph, pid, tid, tdur, dur } of traceEvents) {
    if (ph !== 'X' || name !== 'RunTask') continue
    const id = `${pid} ${tid}`
    const own = threads.get(id) ?? { all: 0, longest: 0 }
    const ms = (tdur ?? dur) / 1000
    threads.set(id, { all: own.all + ms, longest: Math.max(own.longest, ms) })
  }
  const mains = traceEvents
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(({ pid, tid }) => threads.get(`${pid} ${tid}`) ?? { all: 0, longest: 0 })
  // a browser keeps a spare renderer: the one that worked is the page's
  return mains.reduce((most, one) => (one.all > most.all ? one : most)).longest
}
