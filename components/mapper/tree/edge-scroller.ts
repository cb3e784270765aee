/** How near to an edge something dragged has to be for the tree to move on, and how far it then goes in a frame. */
const edgePx = 44
const stepPx = 14

export type EdgeScroller = { follow: (element: HTMLElement, pointerY: number) => void; stop: () => void }

/** Where the window ends for the eye: a bar that stays at its foot hides what lies below. */
const seenBottom = (): number =>
  Math.min(window.innerHeight, ...[...document.querySelectorAll('[data-covers-foot]')].map((bar) => bar.getBoundingClientRect().top))

/** Scrolls a tree while something is dragged near its upper or lower edge; the nearer, the faster. */
export function createEdgeScroller(): EdgeScroller {
  let frame = 0
  let speed = 0
  let moved: HTMLElement | undefined
  const go = (): void => {
    moved?.scrollBy(0, speed)
    frame = speed === 0 ? 0 : requestAnimationFrame(go)
  }
  const stop = (): void => {
    speed = 0
    cancelAnimationFrame(frame)
    frame = 0
  }
  return {
    stop,
    follow: (element, pointerY) => {
      const { top, bottom: end } = element.getBoundingClientRect()
      const bottom = Math.min(end, seenBottom())
      const beyond = Math.max(0, pointerY - (bottom - edgePx)) - Math.max(0, top + edgePx - pointerY)
      speed = (Math.max(-edgePx, Math.min(edgePx, beyond)) / edgePx) * stepPx
      moved = element
      if (speed === 0) stop()
      else frame ||= requestAnimationFrame(go)
    },
  }
}
