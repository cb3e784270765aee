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

type Times = { sinceStart: number; ofDay: number }
const readClocks = (): Times => ({ sinceStart: performance.now(), ofDay: Date.now() })

/** Renews a lease until told to end. A database that does not answer is borne until the lease would have run out. */
export function keepLease(lease: Lease, { leaseMs, renewMs }: LeaseTimes, stop?: AbortSignal): KeptLease {
  const lost = new AbortController()
  let isCancelled = false
  let hasLapsed = false
  // By two clocks, whichever is ahead: one stands still while a machine sleeps, the other may be set back.
  const lastsFrom = (atMs: Times) => ({ sinceStart: atMs.sinceStart + leaseMs, ofDay: atMs.ofDay + leaseMs })
  let goodUntil = lastsFrom(readClocks())
  const isOver = () => performance.now() > goodUntil.sinceStart || Date.now() > goodUntil.ofDay
  const renew = async () => {
    const asked = readClocks()
    try {
      const state = await renewLease(lease, leaseMs)
      if (state === 'lost') return lost.abort()
      goodUntil = lastsFrom(asked)
      isCancelled ||= state === 'cancelled'
    } catch (error) {
      log.warn('provisioning.lease-not-renewed', { provisioningId: lease.provisioningId, error })
      if (isOver()) lost.abort()
    }
  }
  const timer = setInterval(() => void renew(), renewMs)
  /** For good: a renewal that comes through late must not turn what was halted into what has failed. */
  const isLapsed = () => (hasLapsed ||= isOver())
  return {
    isHalted: () => isCancelled || lost.signal.aborted || stop?.aborted === true || isLapsed(),
    signal: lost.signal,
    end: () => clearInterval(timer),
  }
}
