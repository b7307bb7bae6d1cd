/** Lets the browser do what waits, a key first of all. Timers are slowed down in the background and held back when nested; messages are not. */
export function nextTask(): Promise<void> {
  return new Promise((resume) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resume()
    }
    port2.postMessage(null)
  })
}
