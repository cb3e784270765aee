import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runGraph, type GraphTask } from './run-graph'

const breath = () => new Promise<void>((resolve) => setImmediate(resolve))
const go = { width: 3, afterFailure: 'stop' as const }

/** Any graph without a circle: a task needs only tasks before it, and perhaps one that is not there. */
const anyGraph = fc.array(fc.array(fc.nat(20), { maxLength: 4 }), { maxLength: 12 }).map((all) =>
  all.map((needs, key): GraphTask<number> => ({ key, needs: [...new Set(needs)].filter((need) => need < key || need > 12) })),
)

test('every task runs once, after all it needs, and never more at once than allowed', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph, fc.integer({ min: 1, max: 4 }), async (tasks, width) => {
      const begun: number[] = []
      const done = new Set<number>()
      let running = 0
      const outcome = await runGraph(tasks, {
        ...go,
        width,
        run: async (key) => {
          expect(++running).toBeLessThanOrEqual(width)
          expect(tasks[key]?.needs.filter((need) => need < tasks.length && !done.has(need))).toEqual([])
          begun.push(key)
          await breath()
          running -= 1
          done.add(key)
          return true
        },
      })
      expect(begun.toSorted((a, b) => a - b)).toEqual(tasks.map(({ key }) => key))
      expect(outcome).toMatchObject({ failed: [], notStarted: [] })
    }),
    { seed: 7 },
  )
})

const chain: GraphTask<string>[] = [
  { key: 'short', needs: [] },
  { key: 'a', needs: [] },
  { key: 'b', needs: ['a'] },
  { key: 'c', needs: ['b'] },
]

describe('the order', () => {
  test('begins with what the longest way starts with', async () => {
    const begun: string[] = []
    await runGraph(chain, { ...go, width: 1, run: async (key) => begun.push(key) > 0 })
    expect(begun).toEqual(['a', 'b', 'short', 'c'])
  })
})

describe('after a failure', () => {
  const failAt = (failing: string) => async (key: string) => {
    await breath()
    return key !== failing
  }

  test('nothing more begins, and what was under way is let end', async () => {
    const outcome = await runGraph(chain, { ...go, run: failAt('a') })
    expect(outcome).toEqual({ done: new Set(['short']), failed: ['a'], notStarted: ['b', 'c'] })
  })

  test('or all goes on that does not need it', async () => {
    const tasks = [...chain, { key: 'later', needs: ['short'] }]
    const outcome = await runGraph(tasks, { ...go, afterFailure: 'go-on', run: failAt('b') })
    expect(outcome).toEqual({ done: new Set(['short', 'a', 'later']), failed: ['b'], notStarted: ['c'] })
  })

  test('what a task throws is thrown once the others have ended', async () => {
    let ended = false
    const thrown = runGraph(chain, {
      ...go,
      run: async (key) => {
        if (key === 'a') throw new Error('lost')
        await breath()
        return (ended = true)
      },
    })
    await expect(thrown).rejects.toThrow('lost')
    expect(ended).toBe(true)
  })
})

test('work that is called off begins nothing more', async () => {
  let isHalted = false
  const outcome = await runGraph(chain, { ...go, isHalted: () => isHalted, run: async (key) => (isHalted ||= key === 'a') })
  expect(outcome.notStarted).toEqual(['b', 'c'])
})
