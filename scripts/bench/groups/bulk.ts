import type { BenchGroup } from '../bench-result'
import { openBenchHouse } from '../bench-house'

/** Fewer for a try: TRIBUTARY_BENCH_FLOWS. */
const flows = Number(process.env.TRIBUTARY_BENCH_FLOWS ?? 200)
const callsPerSecond = 20
const latencyMs = 50
/** Calls that a rested budget lets out at once (lib/data/rate-budget): the rate is measured behind them. */
const burstCalls = 10

/**
 * Two hundred flows asked for at once, worked on as jobs under a budget of twenty calls a second: how much of the budget is
 * used, from the end of the first burst to the last call of any.
 */
export const bulk: BenchGroup = {
  name: 'bulk',
  title: `Provisioning of ${flows} flows at once under a limit of ${callsPerSecond} calls a second (about two minutes)`,
  run: async (report) => {
    const house = await openBenchHouse()
    Object.assign(process.env, { TRIBUTARY_CALLS_PER_SECOND: String(callsPerSecond) })
    try {
      const { prepareProvisioning } = await import('../prepare-provisioning')
      const bench = await prepareProvisioning()
      await house.setLatency(latencyMs)
      const { wakeProvisioner } = await import('@/lib/provisioning/wake-provisioner')
      for (let flow = 0; flow < flows; flow++) await wakeProvisioner(await bench.begin())
      const { startJobs } = await import('@/lib/jobs/start-jobs')
      const jobs = await startJobs()
      const { calls, seconds } = await waitUntilAllEnded()
      await jobs.stop()
      report({ name: 'provisioning.bulk_calls', value: calls, unit: 'count' })
      report({ name: 'provisioning.bulk_seconds', value: seconds, unit: 's' })
      report({ name: 'provisioning.bulk_over_limit', value: calls / seconds / callsPerSecond, unit: 'ratio', target: 0.95, better: 'higher' })
    } finally {
      await house.stop()
    }
  },
}

async function waitUntilAllEnded(): Promise<{ calls: number; seconds: number }> {
  const { database } = await import('@/lib/data/database')
  for (;;) {
    const open = await database().provisioning.count({ where: { state: { in: ['queued', 'running'] } } })
    if (open === 0) break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const failed = await database().provisioning.count({ where: { state: { not: 'succeeded' } } })
  if (failed > 0) throw new Error(`${failed} provisionings did not succeed.`)
  const asked = { provisioningId: { not: null }, path: { startsWith: '/data/' } }
  const [calls, first, last] = await Promise.all([
    database().apiCall.count({ where: asked }),
    database().apiCall.findFirstOrThrow({ where: asked, orderBy: { startedAt: 'asc' }, skip: burstCalls }),
    database().apiCall.findFirstOrThrow({ where: asked, orderBy: { startedAt: 'desc' } }),
  ])
  return { calls: calls - burstCalls, seconds: (last.startedAt.getTime() - first.startedAt.getTime()) / 1000 }
}
