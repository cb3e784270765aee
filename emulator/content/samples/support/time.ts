export const secondMs = 1_000
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** The oldest moment in the samples: ninety days before the first of November 2026. */
export const samplesStartMs = Date.UTC(2026, 10, 1) - 90 * dayMs

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-08-03T10:15:30Z`. */
export function isoSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`
}

/** `2026-08-03`. */
export function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** `2026-08-03T03:15:30.000-0700`: the same moment, written by a clock that many minutes off UTC. */
export function isoWithOffset(ms: number, offsetMinutes: number): string {
  const local = new Date(ms + offsetMinutes * minuteMs).toISOString().slice(0, 23)
  const size = Math.abs(offsetMinutes)
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

/** `8/03/2026`, as American exports write it. */
export function usDate(ms: number): string {
  const date = new Date(ms)
  return `${date.getUTCMonth() + 1}/${two(date.getUTCDate())}/${date.getUTCFullYear()}`
}

/** `03.8.2026`, as German exports write it. */
export function germanDate(ms: number): string {
  const date = new Date(ms)
  return `${two(date.getUTCDate())}.${date.getUTCMonth() + 1}.${date.getUTCFullYear()}`
}
