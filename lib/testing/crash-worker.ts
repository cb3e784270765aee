import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { findProvisioning } from '@/lib/data/provisionings'
import { executeProvisioning } from '@/lib/provisioning/execute-provisioning'
import { watchForCrash, type CrashAt } from './crash-points'

/**
 * A worker that a crash test kills: takes provisionings on its standard input, one a line, and goes on with each until it
 * has ended, whoever ended it. Where a line names a point, it kills itself there. Leases and pauses are short, so that a
 * test of many deaths is.
 */
const options = { patience: [0, 20, 60], lease: { leaseMs: 400, renewMs: 100 }, adobe: { retry: { baseDelayMs: 5 } } }

const die = () => process.kill(process.pid, 'SIGKILL')

function optionsFor(dieAt: CrashAt | undefined) {
  if (!dieAt) return options
  const { fetch, watchLedger } = watchForCrash(dieAt, die)
  return { ...options, watchLedger, adobe: { ...options.adobe, fetch } }
}

console.log('ready')
for await (const line of createInterface({ input: process.stdin })) {
  const [id = '', dieAt] = line.split(' ')
  const crashAt = dieAt === undefined ? undefined : (JSON.parse(dieAt) as CrashAt)
  const chosen = optionsFor(crashAt)
  for (;;) {
    await executeProvisioning(id, chosen)
    const state = (await findProvisioning(id))?.state ?? 'missing'
    if (state !== 'queued' && state !== 'running') {
      // The flow's record is written with the end.
      if (crashAt?.step === 'flow' && crashAt.point === 'after-record') die()
      console.log(`ended ${id} ${state}`)
      break
    }
    await pause(25)
  }
}
