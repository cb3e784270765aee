import 'server-only'

type Entry<Value> = { value: Promise<Value>; untilMs: number }

/** Remembers answers that seldom change for a while, so that turning a page does not ask Adobe anew. Failures are forgotten at once. */
export function shortMemory<Value>(keepMs: number, most = 100) {
  const entries = new Map<string, Entry<Value>>()
  return (key: string, load: () => Promise<Value>): Promise<Value> => {
    const known = entries.get(key)
    if (known && known.untilMs > Date.now()) return known.value
    const value = load()
    entries.delete(key)
    entries.set(key, { value, untilMs: Date.now() + keepMs })
    for (const oldest of entries.keys()) {
      if (entries.size <= most) break
      entries.delete(oldest)
    }
    value.catch(() => {
      if (entries.get(key)?.value === value) entries.delete(key)
    })
    return value
  }
}
