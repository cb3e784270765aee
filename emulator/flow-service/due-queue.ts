/** Something to do at a moment (epoch milliseconds); of several at one moment the one with the smaller key comes first. */
export type Due = { atMs: number; key: string }

/** The things to do, oldest first: a binary heap, for ten thousand flows may be due at once. */
export class DueQueue<T extends Due> {
  #heap: T[] = []

  push(due: T): void {
    const heap = this.#heap
    let at = heap.push(due) - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#swapIfBefore(at, parent)) break
      at = parent
    }
  }

  pop(): T | undefined {
    const heap = this.#heap
    const [first] = heap
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const child = this.#isBefore(left + 1, left) ? left + 1 : left
      if (!this.#swapIfBefore(child, at)) break
      at = child
    }
    return first
  }

  #isBefore(a: number, b: number): boolean {
    const [left, right] = [this.#heap[a], this.#heap[b]]
    if (left === undefined || right === undefined) return false
    return left.atMs < right.atMs || (left.atMs === right.atMs && left.key < right.key)
  }

  /** Exchanges two places if the first belongs before the second. */
  #swapIfBefore(a: number, b: number): boolean {
    const [left, right] = [this.#heap[a], this.#heap[b]]
    if (left === undefined || right === undefined || !this.#isBefore(a, b)) return false
    this.#heap[a] = right
    this.#heap[b] = left
    return true
  }
}
