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

/**
 * Waits for the next key; what it gives waits for the frame in which the count of found paths has changed and says how
 * long after the key that was, in milliseconds. NaN when the count stayed. In two parts, so that whoever presses the key
 * knows that it is waited for.
 */
export function watchSearch(): () => Promise<number> {
  const count = document.querySelector('[data-side="target"] output')
  const before = count?.textContent
  let pressed: number | undefined
  // When the key was pressed, not when the page came to it.
  document.addEventListener('keydown', (event) => { pressed = event.timeStamp }, { once: true, capture: true })
  const begun = performance.now()
  const found = new Promise<number>((resolve) => {
    const look = (): void => {
      if (performance.now() - (pressed ?? begun) > patienceMs) resolve(Number.NaN)
      else if (pressed === undefined || count?.textContent === before) requestAnimationFrame(look)
      else setTimeout(() => resolve(performance.now() - (pressed ?? Number.NaN)))
    }
    requestAnimationFrame(look)
  })
  return () => found
}
