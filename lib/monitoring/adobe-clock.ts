import 'server-only'
import type { Clock } from '@/lib/clock'

export type AdobeClock = {
  /** The same network, listened to. */
  fetch: typeof fetch
  /** Adobe's time now: ours, moved by what the last answer's `Date` said. */
  now: () => Date
  offsetMs: () => number
}

/**
 * Whether a run is late is a question to Adobe's clock: ours may be wrong, and the emulator's can be moved. Every HTTP
 * answer carries it in `Date`, exact to the second.
 */
export function listenToAdobeClock(network: typeof fetch, clock: Clock, startOffsetMs = 0): AdobeClock {
  let offsetMs = startOffsetMs
  return {
    fetch: (async (...args: Parameters<typeof fetch>) => {
      const response = await network(...args)
      const said = Date.parse(response.headers.get('date') ?? '')
      if (Number.isFinite(said)) offsetMs = roundToSecond(said - clock.now().getTime())
      return response
    }) as typeof fetch,
    now: () => new Date(clock.now().getTime() + offsetMs),
    offsetMs: () => offsetMs,
  }
}

/** Below the header's own exactness a difference says nothing. */
const roundToSecond = (ms: number) => (Math.abs(ms) < 2000 ? 0 : Math.round(ms / 1000) * 1000)
