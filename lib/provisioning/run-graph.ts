export type GraphTask<Key> = { key: Key; needs: readonly Key[] }

export type GraphRun<Key> = {
  /** How many may be under way at once. */
  width: number
  /** Does one task; false when it failed. What it throws ends the whole run. */
  run: (key: Key) => Promise<boolean>
  /** After a failure: start nothing more, or go on with what does not need the failed one. */
  afterFailure: 'stop' | 'go-on'
  /** True when nothing more is to be started. */
  isHalted?: () => boolean
}

export type GraphOutcome<Key> = { done: Set<Key>; failed: Key[]; notStarted: Key[] }

/**
 * Runs tasks as wide as their needs allow, those on the longest way first. Needs that are not among the tasks count as
 * met. What is under way when something fails or throws is let end before this returns or throws.
 */
export async function runGraph<Key>(tasks: readonly GraphTask<Key>[], options: GraphRun<Key>): Promise<GraphOutcome<Key>> {
  const keys = new Set(tasks.map(({ key }) => key))
  const ranks = rankByLongestWay(tasks)
  const waiting = [...tasks].sort((a, b) => (ranks.get(b.key) ?? 0) - (ranks.get(a.key) ?? 0))
  const outcome: GraphOutcome<Key> = { done: new Set(), failed: [], notStarted: [] }
  const running = new Map<Key, Promise<void>>()
  let thrown: { error: unknown } | undefined

  const isReady = ({ needs }: GraphTask<Key>) => needs.every((need) => !keys.has(need) || outcome.done.has(need))
  const start = ({ key }: GraphTask<Key>) => {
    const ended = options.run(key).then(
      (isDone) => void (isDone ? outcome.done.add(key) : outcome.failed.push(key)),
      (error: unknown) => void (thrown ??= { error }),
    )
    running.set(key, ended.finally(() => running.delete(key)))
  }

  for (;;) {
    const mayStart = !thrown && options.isHalted?.() !== true && (options.afterFailure === 'go-on' || outcome.failed.length === 0)
    while (mayStart && running.size < options.width) {
      const index = waiting.findIndex(isReady)
      const [next] = index < 0 ? [] : waiting.splice(index, 1)
      if (!next) break
      start(next)
    }
    if (running.size === 0) break
    await Promise.race(running.values())
  }
  if (thrown) throw thrown.error
  outcome.notStarted = waiting.map(({ key }) => key)
  return outcome
}

/** Length of the longest way from each task to an end. */
function rankByLongestWay<Key>(tasks: readonly GraphTask<Key>[]): Map<Key, number> {
  const ranks = new Map<Key, number>()
  const rank = (key: Key): number => {
    const known = ranks.get(key)
    if (known !== undefined) return known
    const value = 1 + Math.max(0, ...tasks.filter(({ needs }) => needs.includes(key)).map((user) => rank(user.key)))
    ranks.set(key, value)
    return value
  }
  for (const { key } of tasks) rank(key)
  return ranks
}
