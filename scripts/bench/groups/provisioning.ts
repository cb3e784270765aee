import { randomUUID } from 'node:crypto'
import type { BenchGroup } from '../bench-result'
import { openBenchHouse } from '../bench-house'
import { median } from '../median'
import { createOneAfterAnother, fetchToken, type CallTimes } from '../tutorial/create-one-after-another'

const latenciesMs = [50, 300]
const rounds = 5
/** The two ways through the graph on which every call waits for the one before; the second schema is the target's. */
const ways = [
  ['classes', 'schemas', 'sourceConnections', 'flows'],
  ['schemas', 'dataSets', 'targetConnections', 'flows'],
]

/**
 * Wall time of one provisioning against the tutorial's nine calls one after another, and against those of them that lie on
 * the graph's longest path. Both are measured in turns, in one run, against the same emulator; the tutorial's calls are sent
 * by plain fetch, so what our client and ledger cost is all on our side.
 */
export const provisioning: BenchGroup = {
  name: 'provisioning',
  title: 'Provisioning of the tutorial’s chain (emulator, latency added to every call)',
  run: async (report) => {
    const house = await openBenchHouse()
    try {
      const { prepareProvisioning } = await import('../prepare-provisioning')
      const bench = await prepareProvisioning()
      const token = await fetchToken(house.credential)
      for (const latencyMs of latenciesMs) {
        const ours: number[] = []
        const tutorial: number[] = []
        const path: number[] = []
        await house.setLatency(latencyMs)
        await bench.provision() // Warms the token and the pool; not counted.
        for (let round = 0; round < rounds; round++) {
          const startedAt = performance.now()
          const calls = await createOneAfterAnother(house.credential, token, bench.table, `Bench ${randomUUID()}`)
          tutorial.push(performance.now() - startedAt)
          path.push(longestWayMs(calls))
          ours.push(await bench.provision())
        }
        await house.setLatency(0)
        report({ name: `provisioning.wall_ms.${latencyMs}ms`, value: median(ours), unit: 'ms' })
        report({ name: `provisioning.tutorial_ms.${latencyMs}ms`, value: median(tutorial), unit: 'ms' })
        const isMain = latencyMs === 300
        const suffix = isMain ? '' : `.${latencyMs}ms`
        report({ name: `provisioning.over_sequential${suffix}`, value: median(ours) / median(tutorial), unit: 'ratio', target: 0.5 })
        report({ name: `provisioning.over_longest_path${suffix}`, value: median(ours) / median(path), unit: 'ratio', target: 1.1 })
      }
    } finally {
      await house.stop()
    }
  },
}

function longestWayMs(calls: CallTimes): number {
  const msOf = (collection: string, nth: number) => calls.filter((call) => call.collection === collection)[nth]?.ms ?? Number.NaN
  return Math.max(...ways.map((way, index) => way.reduce((sum, collection) => sum + msOf(collection, collection === 'schemas' ? index : 0), 0)))
}
