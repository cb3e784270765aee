type Unit = 'day' | 'hour' | 'minute' | 'second'

const units: readonly [Unit, number][] = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]]

/** A stretch of time in its two greatest units, e.g. 3725000 ms as 1 hour 2 minutes; under a second is 0 seconds. */
export function durationParts(ms: number): [number, Unit][] {
  let rest = Math.max(0, Math.round(ms / 1000))
  const parts: [number, Unit][] = []
  for (const [unit, seconds] of units) {
    const value = Math.floor(rest / seconds)
    rest -= value * seconds
    if (value > 0) parts.push([value, unit])
  }
  return parts.length === 0 ? [[0, 'second']] : parts.slice(0, 2)
}
