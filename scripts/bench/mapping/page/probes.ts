/** One list each, in milliseconds, a figure for every frame. */
export type Frames = {
  /** From one frame to the next. */
  gaps: number[]
  /** From a frame's beginning until the main thread has nothing left to do for it: scripts, style, layout and paint. */
  work: number[]
}

/** Watches all frames for a while. */
export const measureFrames = (forMs: number): Promise<Frames> => new Promise((resolve) => {
  const frames: Frames = { gaps: [], work: [] }
  const begun = performance.now()
  const channel = new MessageChannel()
  let last: number | undefined
  let current = 0
  channel.port1.addEventListener('message', () => frames.work.push(performance.now() - current))
  channel.port1.start()
  const step = (now: number): void => {
    if (last !== undefined) frames.gaps.push(now - last)
    last = now
    current = now
    // Arrives once the frame is painted as far as the main thread is concerned.
    channel.port2.postMessage(undefined)
    if (performance.now() - begun < forMs) requestAnimationFrame(step)
    else setTimeout(() => resolve(frames))
  }
  requestAnimationFrame(step)
})

/** The waits for a frame until it is stopped, that of the frame then begun included. */
export function watchGaps(): { stop: () => Promise<number[]> } {
  const gaps: number[] = []
  let last = performance.now()
  let finish: ((gaps: number[]) => void) | undefined
  const step = (): void => {
    const now = performance.now()
    gaps.push(now - last)
    last = now
    if (finish) finish(gaps)
    else requestAnimationFrame(step)
  }
  requestAnimationFrame(step)
  return { stop: () => new Promise((resolve) => { finish = resolve }) }
}

/** A letter that leaves as many paths as before is waited for no longer than this. */
const patienceMs = 1_000

/** From the next key pressed to the frame in which the count of found paths has changed, in milliseconds; NaN when it did not. */
export const measureSearch = (): Promise<number> => new Promise((resolve) => {
  const count = document.querySelector('[data-side="target"] output')
  const before = count?.textContent
  let begun = Infinity
  document.addEventListener('keydown', () => { begun = performance.now() }, { once: true, capture: true })
  const look = (): void => {
    if (performance.now() - begun > patienceMs) resolve(Number.NaN)
    else if (count?.textContent === before) requestAnimationFrame(look)
    else setTimeout(() => resolve(performance.now() - begun))
  }
  requestAnimationFrame(look)
})
