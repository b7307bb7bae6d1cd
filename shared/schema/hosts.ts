/**
 * On which note each object stands that is anchored in notes alone: of its candidates that stand somewhere themselves the first by id, so
 * that the order in which they are kept does not matter. Those that could stand only on each other stand nowhere.
 */
export function hostsOf(candidates: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>()
  for (let found = true; found; ) {
    const stands = (id: string) => !candidates.has(id) || hosts.has(id)
    const next = [...candidates].flatMap(([id, list]): readonly (readonly [string, string])[] => {
      const host = hosts.has(id) ? undefined : [...list].sort().find(stands)
      return host === undefined ? [] : [[id, host]]
    })
    for (const [id, host] of next) hosts.set(id, host)
    found = next.length > 0
  }
  return hosts
}
