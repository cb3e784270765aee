import { useCallback, useState } from 'react'

/** Rows drawn at once: more than a screen holds, far fewer than a thousand. */
const portion = 40

type GrowingList<Item> = {
  shown: readonly Item[]
  /** How many wait behind them. */
  more: number
  grow: () => void
  /** For what stands behind the last one, keyed by how many are shown: coming into sight, it lets the list grow. */
  end: (element: Element | null) => (() => void) | undefined
}

/** A long list drawn in portions, as far as somebody scrolls. */
export function useGrowingList<Item>(items: readonly Item[]): GrowingList<Item> {
  const [count, setCount] = useState(portion)
  const grow = useCallback(() => setCount((now) => now + portion), [])
  const end = useCallback((element: Element | null) => {
    if (!element) return undefined
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && grow(), { root: element.parentElement, rootMargin: '200px' })
    observer.observe(element)
    return () => observer.disconnect()
  }, [grow])
  return { shown: items.slice(0, count), more: Math.max(0, items.length - count), grow, end }
}
