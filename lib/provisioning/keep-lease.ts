import 'server-only'
import { renewLease, type Lease } from '@/lib/data/leases'
import { log } from '@/lib/log'

export type LeaseTimes = {
  /** After so long without a sign of life, another worker may take over. */
  leaseMs: number
  renewMs: number
}

/** A dead worker is replaced within a quarter of a minute. */
export const defaultLeaseTimes: LeaseTimes = { leaseMs: 12_000, renewMs: 3_000 }

export type KeptLease = {
  /** True when the work was called off, lost or is to be handed on: nothing more begins. */
  isHalted: () => boolean
  /** Ends calls under way once the lease is lost: what they do would no longer be ours. */
  signal: AbortSignal
  end: () => void
}

/** Renews a lease until told to end. A database that does not answer is borne until the lease would have run out. */
export function keepLease(lease: Lease, { leaseMs, renewMs }: LeaseTimes, stop?: AbortSignal): KeptLease {
  const lost = new AbortController()
  let isCancelled = false
  let hasLapsed = false
  let goodUntilMs = performance.now() + leaseMs
  const renew = async () => {
    const askedMs = performance.now()
    try {
      const state = await renewLease(lease, leaseMs)
      if (state === 'lost') return lost.abort()
      goodUntilMs = askedMs + leaseMs
      isCancelled ||= state === 'cancelled'
    } catch (error) {
      log.warn('provisioning.lease-not-renewed', { provisioningId: lease.provisioningId, error })
      if (performance.now() > goodUntilMs) lost.abort()
    }
  }
  const timer = setInterval(() => void renew(), renewMs)
  /** For good: a renewal that comes through late must not turn what was halted into what has failed. */
  const isLapsed = () => (hasLapsed ||= performance.now() > goodUntilMs)
  return {
    isHalted: () => isCancelled || lost.signal.aborted || stop?.aborted === true || isLapsed(),
    signal: lost.signal,
    end: () => clearInterval(timer),
  }
}
