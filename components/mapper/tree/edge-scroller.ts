/** How near to an edge something dragged has to be for the tree to move on, and how far it then goes in a frame. */
const edgePx = 44
const stepPx = 14

export type EdgeScroller = { follow: (element: HTMLElement, pointerY: number) => void; stop: () => void }

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
      const { top, bottom } = element.getBoundingClientRect()
      const beyond = Math.max(0, pointerY - (bottom - edgePx)) - Math.max(0, top + edgePx - pointerY)
      speed = (Math.max(-edgePx, Math.min(edgePx, beyond)) / edgePx) * stepPx
      moved = element
      if (speed === 0) stop()
      else frame ||= requestAnimationFrame(go)
    },
  }
}
