import { randomUUID } from 'node:crypto'
import type { BenchGroup } from '../bench-result'
import { openBenchHouse } from '../bench-house'
import { median } from '../median'
import { createOneAfterAnother, fetchToken, type TutorialTable } from '../tutorial/create-one-after-another'

const latenciesMs = [50, 300]
const rounds = 5
/** Class → ad-hoc schema → source connection → flow; schema → dataset → target connection → flow. */
const longestPathCalls = 4

/**
 * Wall time of one provisioning against the tutorial's nine calls one after another, and against the time that the
 * graph's longest path alone takes. All three are measured in turns, in one run, against the same emulator.
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
          tutorial.push(await timed(() => createOneAfterAnother(house.credential, token, bench.table, `Bench ${randomUUID()}`)))
          ours.push(await bench.provision())
          path.push(await timed(() => askInTurn(house.credential, token, bench.table, longestPathCalls)))
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

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** The same number of calls as the longest path has, one after another: what the network alone costs. */
async function askInTurn(credential: { origin: string; orgId: string; clientId: string; sandbox: string }, token: string, { connectionId }: TutorialTable, calls: number) {
  for (let call = 0; call < calls; call++) {
    const answer = await fetch(`${credential.origin}/data/foundation/flowservice/connections/${connectionId}`, {
      headers: {
        authorization: `Bearer ${token}`, 'x-api-key': credential.clientId, 'x-gw-ims-org-id': credential.orgId, 'x-sandbox-name': credential.sandbox,
      },
    })
    await answer.text()
  }
}
