import type { TreeNode, TreeView } from '@/lib/mapping/tree-view'
import { ancestorPaths } from '@/lib/xdm/xdm-path'

type AnyView = Pick<TreeView<unknown>, 'rows' | 'places'>

/** What moves the focus of a tree. */
export type TreeFocus = { focusOn: (path: string) => void; readonly focusedPath: string | undefined }

/** Where a field is drawn: its own row, or that of the closed branch that hides it. */
export type TreeEnd = { place: number; isFolded: boolean }

const emptyView: AnyView = { rows: [], places: new Map() }

/**
 * One tree as the link layer and the keyboard see it. Rows have one height, so every place follows from the laid view
 * and the scroll offset: nothing is measured while scrolling, and no React state changes.
 */
export class TreeHandle {
  /** Taller where fingers press. */
  readonly isCoarse = typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches
  readonly rowHeight = this.isCoarse ? 40 : 32
  #shown: AnyView = emptyView
  #element: HTMLElement | null = null
  #seenTop = 0
  #scrolledAtMs = -Infinity
  #focus: TreeFocus | null = null
  #open: (path: string) => void = () => undefined
  readonly #listeners = new Set<() => void>()
  #afterLayout: (() => void)[] = []

  /** What is laid out now. */
  get shown(): AnyView {
    return this.#shown
  }

  get element(): HTMLElement | null {
    return this.#element
  }

  /** The row that has or last had the focus. */
  get focusedPath(): string | undefined {
    return this.#focus?.focusedPath
  }

  attach(element: HTMLElement | null): void {
    this.#element = element
  }

  attachFocus(focus: TreeFocus): void {
    this.#focus = focus
  }

  /** How to open everything above a path, clearing a search that hides it; the tree says so. */
  onOpen(open: (path: string) => void): void {
    this.#open = open
  }

  /** Where the tree stood when it was last looked at. Reading it lays nothing out, which in the middle of a frame costs most of it. */
  get seenTop(): number {
    return this.#seenTop
  }

  /** When the tree was last scrolled, on the clock of events. */
  get scrolledAtMs(): number {
    return this.#scrolledAtMs
  }

  scrolled(atMs: number): void {
    this.#scrolledAtMs = atMs
  }

  /** Looks where the tree stands now. */
  look(): number {
    this.#seenTop = this.scrollTop
    return this.#seenTop
  }

  get scrollTop(): number {
    return this.#element?.scrollTop ?? 0
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Called when the tree was scrolled, resized or laid out anew. */
  changed(): void {
    for (const listener of this.#listeners) listener()
  }

  lay(view: AnyView): void {
    this.#shown = view
    this.changed()
    const waiting = this.#afterLayout
    this.#afterLayout = []
    for (const run of waiting) run()
  }

  /** Where a path is drawn, or undefined when a search hides it altogether. */
  endOf(path: string): TreeEnd | undefined {
    const own = this.#shown.places.get(path)
    if (own !== undefined) return { place: own, isFolded: false }
    for (const above of ancestorPaths(path)) {
      const place = this.#shown.places.get(above)
      if (place !== undefined) return { place, isFolded: true }
    }
    return undefined
  }

  nodeAt(place: number): TreeNode<unknown> | undefined {
    return this.#shown.rows[place] as TreeNode<unknown> | undefined
  }

  isInSight(place: number): boolean {
    const top = place * this.rowHeight - this.scrollTop
    return top >= 0 && top + this.rowHeight <= (this.#element?.clientHeight ?? 0)
  }

  /** Scrolls a row to the middle unless it is in sight. */
  scrollToPlace(place: number): void {
    if (!this.#element || this.isInSight(place)) return
    const top = place * this.rowHeight - (this.#element.clientHeight - this.rowHeight) / 2
    this.#element.scrollTo({ top: Math.max(0, top) })
  }

  /** Scrolls no further than a row needs to be seen whole. */
  keepInSight(place: number): void {
    const element = this.#element
    if (!element || this.isInSight(place)) return
    const top = place * this.rowHeight
    element.scrollTop = top < element.scrollTop ? top : top + this.rowHeight - element.clientHeight
  }

  /** The row of a path, while it is drawn. */
  rowElement(path: string): HTMLElement | null {
    return this.#element?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(path)}"]`) ?? null
  }

  /** Brings what is drawn for a path into sight, without opening anything. */
  show(path: string): void {
    const end = this.endOf(path)
    if (end) this.scrollToPlace(end.place)
  }

  /** Opens the way to a path, brings it into sight, and puts the focus on it when asked. */
  reveal(path: string, withFocus = false): void {
    const arrive = () => {
      this.show(path)
      if (withFocus) this.focusOn(path)
    }
    if (this.#shown.places.has(path)) return arrive()
    this.#afterLayout.push(arrive)
    this.#open(path)
  }

  /** Opens a closed branch, the row staying where it is. */
  openBranch(path: string): void {
    const place = this.#shown.places.get(path)
    const row = place === undefined ? undefined : this.nodeAt(place)
    const [child] = (row?.field as { children: readonly { path: string }[] } | undefined)?.children ?? []
    if (row?.hasChildren && !row.isOpen && child) this.#open(child.path)
  }

  focusOn(path: string): void {
    this.#focus?.focusOn(path)
  }
}
