import type { LinkBundle } from './link-bundles'
import type { Side } from './mapper-store'

/** One tree's window inside the link layer, in pixels of that layer. */
export type TreeWindow = { edge: number; top: number; bottom: number; scrollTop: number; rowHeight: number }

export type DrawnCurve = { bundle: LinkBundle; y0: number; y1: number }

/** The end of links whose other end is out of sight, gathered at the row that can be seen. */
export type DrawnStub = { key: string; side: Side; place: number; bundles: LinkBundle[]; isAbove: boolean; isBelow: boolean }

export type DrawnLinks = { curves: DrawnCurve[]; stubs: DrawnStub[] }

const middleOf = (place: number, window: TreeWindow): number =>
  window.top + (place + 0.5) * window.rowHeight - window.scrollTop

/** A row counts as seen while its middle is. */
const isSeen = (y: number, { top, bottom }: TreeWindow): boolean => y >= top && y <= bottom

/** What of the links is to be seen for two scroll offsets. Pure arithmetic: it runs in every frame of a scroll. */
export function placeLinks(bundles: readonly LinkBundle[], windows: Readonly<Record<Side, TreeWindow>>): DrawnLinks {
  const curves: DrawnCurve[] = []
  const stubs = new Map<string, DrawnStub>()
  const addStub = (side: Side, place: number, other: number | undefined, bundle: LinkBundle): void => {
    const key = `${side}${place}`
    const stub = stubs.get(key) ?? { key, side, place, bundles: [], isAbove: false, isBelow: false }
    const away = windows[side === 'source' ? 'target' : 'source']
    stub.bundles.push(bundle)
    if (other !== undefined && other < away.top) stub.isAbove = true
    if (other !== undefined && other > away.bottom) stub.isBelow = true
    stubs.set(key, stub)
  }
  for (const bundle of bundles) {
    const y0 = bundle.source && middleOf(bundle.source.place, windows.source)
    const y1 = bundle.target && middleOf(bundle.target.place, windows.target)
    const seen0 = y0 !== undefined && isSeen(y0, windows.source)
    const seen1 = y1 !== undefined && isSeen(y1, windows.target)
    if (seen0 && seen1) curves.push({ bundle, y0, y1 })
    else if (seen0 && bundle.source) addStub('source', bundle.source.place, y1, bundle)
    else if (seen1 && bundle.target) addStub('target', bundle.target.place, y0, bundle)
  }
  return { curves, stubs: [...stubs.values()] }
}

/** The product's curve: leaves and arrives level. */
export function curvePath(x0: number, y0: number, x1: number, y1: number): string {
  const bend = (x1 - x0) * 0.5
  return `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`
}
