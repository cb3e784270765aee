import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { findProvisioning } from '@/lib/data/provisionings'
import { executeProvisioning } from '@/lib/provisioning/execute-provisioning'

/**
 * A worker that a crash test kills: takes ids of provisionings on its standard input, one a line, and goes on with each
 * until it has ended, whoever ended it. Leases and pauses are short, so that a test of many deaths is.
 */
const options = { patience: [0, 20, 60], lease: { leaseMs: 400, renewMs: 100 }, adobe: { retry: { baseDelayMs: 5 } } }

console.log('ready')
for await (const id of createInterface({ input: process.stdin })) {
  for (;;) {
    await executeProvisioning(id, options)
    const state = (await findProvisioning(id))?.state ?? 'missing'
    if (state !== 'queued' && state !== 'running') {
      console.log(`ended ${id} ${state}`)
      break
    }
    await pause(25)
  }
}
