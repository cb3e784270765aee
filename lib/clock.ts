/** The one source of the time for code that is not pure; tests pass another. */
export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }
