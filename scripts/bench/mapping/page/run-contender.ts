import type { BenchLists } from '../make-lists'
import { measureFrames, watchGaps, watchSearch, type Frames } from './probes'

declare global {
  interface Window {
    /** Milliseconds from the lists being handed over until both sides show rows and the page answers again. */
    benchUsableMs?: number
    /** The same from the navigation on: with the code and the lists fetched and read. */
    benchOpenedMs?: number
    benchFrames?: (forMs: number) => Promise<Frames>
    benchSearch?: () => () => Promise<number>
    /** How long proposals for everything took, and the longest wait for a frame meanwhile. */
    benchSuggest?: () => Promise<{ tookMs: number; longestGapMs: number }>
  }
}

type Contender = {
  /** Brings the lists into the contender's own form, before the clock starts; what it gives back builds the view. */
  prepare: (lists: BenchLists) => (root: HTMLElement) => void
  /** How a row of a side is found in the page. */
  rows: (side: 'source' | 'target') => string
  /** What else has to be there before one can work, next to rows on both sides. */
  isComplete?: () => boolean
  /** Makes ready what a person who opened the view some seconds ago finds ready, and gives what asks for proposals. */
  suggest?: (lists: BenchLists) => Promise<() => Promise<unknown>>
}

const rowsMin = 5
/** A page that needs longer than this for a frame does not answer yet. */
const answersWithinMs = 50

/** Fetches the lists, then starts the clock: what is measured is building the view, not fetching code and data. */
export async function runContender({ prepare, rows, isComplete = () => true, suggest }: Contender): Promise<void> {
  const size = new URLSearchParams(location.search).get('size') ?? ''
  const lists = (await (await fetch(`./lists-${size}.json`)).json()) as BenchLists
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no place for the view.')
  // In the page itself: what a test runner sends over is rewritten on its way.
  window.benchFrames = measureFrames
  window.benchSearch = watchSearch
  window.benchSuggest = async () => {
    const ask = await suggest?.(lists)
    const gaps = watchGaps()
    const begun = performance.now()
    await ask?.()
    const tookMs = performance.now() - begun
    return { tookMs, longestGapMs: Math.max(0, ...await gaps.stop()) }
  }
  const render = prepare(lists)
  const begun = performance.now()
  const isThere = (): boolean => (['source', 'target'] as const).every((side) => document.querySelectorAll(rows(side)).length >= rowsMin) && isComplete()
  let asked = begun
  const look = (): void => {
    const answered = performance.now()
    if (isThere() && answered - asked < answersWithinMs) {
      window.benchUsableMs = answered - begun
      window.benchOpenedMs = answered
      return
    }
    asked = answered
    requestAnimationFrame(() => setTimeout(look))
  }
  requestAnimationFrame(() => setTimeout(look))
  render(root)
}
