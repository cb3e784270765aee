export type ClockMode = 'real' | 'manual'

/**
 * The emulator's only source of time, in epoch milliseconds. `real` runs with the wall clock plus an offset;
 * `manual` stands still until it is moved.
 */
export class Clock {
  #offsetMs = 0
  #standingMs: number
  readonly #wallMs: () => number

  constructor(
    readonly mode: ClockMode,
    startMs?: number,
    wallMs: () => number = Date.now,
  ) {
    this.#wallMs = wallMs
    this.#standingMs = startMs ?? wallMs()
    if (mode === 'real' && startMs !== undefined) this.#offsetMs = startMs - wallMs()
  }

  now(): number {
    return this.mode === 'manual' ? this.#standingMs : this.#wallMs() + this.#offsetMs
  }

  /** How far a real clock is ahead of the wall clock; 0 for a manual one. */
  offsetMs(): number {
    return this.mode === 'manual' ? 0 : this.#offsetMs
  }

  set(ms: number): void {
    if (this.mode === 'manual') this.#standingMs = ms
    else this.#offsetMs = ms - this.#wallMs()
  }

  advance(ms: number): void {
    this.set(this.now() + ms)
  }
}
