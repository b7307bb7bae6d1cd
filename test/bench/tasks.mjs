// What the main thread of a page does, over the debugging protocol.

const COUNTERS = {
  all: 'TaskDuration',
  asked: 'DevToolsCommandDuration',
  script: 'ScriptDuration',
  layout: 'LayoutDuration',
  style: 'RecalcStyleDuration',
}

/**
 * The main thread's work in ms between one lap and the next, counted in its own processor time: what other programs do meanwhile does not
 * count, nor does what we ask the page.
 */
export class Tasks {
  #cdp
  #last = null

  static async of(context, page) {
    const tasks = new Tasks()
    tasks.#cdp = await context.newCDPSession(page)
    await tasks.#cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await tasks.lap()
    return tasks
  }

  async lap() {
    const now = await this.#metrics()
    const since = (name) => (now[name] - (this.#last?.[name] ?? 0)) * 1000
    const parts = Object.fromEntries(Object.entries(COUNTERS).map(([name, counter]) => [name, since(counter)]))
    this.#last = now
    return { ...parts, task: parts.all - parts.asked }
  }

  /** The JavaScript heap in MB after a collection. */
  async heap() {
    await this.#cdp.send('HeapProfiler.collectGarbage')
    return (await this.#metrics()).JSHeapUsedSize / 2 ** 20
  }

  async startProfile() {
    await this.#cdp.send('Profiler.enable')
    await this.#cdp.send('Profiler.setSamplingInterval', { interval: 200 })
    await this.#cdp.send('Profiler.start')
  }

  async stopProfile() {
    return (await this.#cdp.send('Profiler.stop')).profile
  }

  async #metrics() {
    const { metrics } = await this.#cdp.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
}
