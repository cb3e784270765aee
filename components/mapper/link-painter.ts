import type { LinkBundle } from './link-bundles'
import { curvePath, placeLinks, type DrawnCurve, type DrawnStub, type TreeWindow } from './link-geometry'
import type { Side } from './mapper-store'
import type { TreeHandle } from './tree-handle'

const svgNames = 'http://www.w3.org/2000/svg'

const lineClass =
  'pointer-events-none fill-none stroke-line-strong transition-[stroke,opacity] [stroke-width:1.25] in-data-[state=error]:stroke-bad ' +
  'in-data-[state=warning]:stroke-warn in-data-[many]:[stroke-width:2.25] in-data-[on]:stroke-accent in-data-[on]:[stroke-width:2.25] ' +
  'in-data-[on]:in-data-[state=error]:stroke-bad in-data-[on]:in-data-[state=warning]:stroke-warn'
const hitClass = '[pointer-events:stroke] cursor-pointer fill-none stroke-transparent [stroke-width:11]'
const stubHeight = 20
const stubClass =
  'pointer-events-auto absolute block h-5 truncate rounded-sm border border-line bg-surface-1 px-1.5 ' +
  'font-mono text-12 leading-4.5 text-ink-quiet hover:border-accent hover:text-accent data-[state=error]:border-bad data-[state=error]:text-bad ' +
  'data-[state=warning]:border-warn data-[state=warning]:text-warn data-[on]:border-accent data-[on]:text-accent'

export type LinkPainterOptions = {
  svg: SVGSVGElement
  stubBox: HTMLElement
  trees: Record<Side, TreeHandle>
  /** What a stub is called: names or a count, with the direction. */
  stubName: (stub: DrawnStub) => string
}

type Curve = { group: SVGGElement; hit: SVGPathElement; line: SVGPathElement; bundle: LinkBundle; d: string }

/**
 * Draws the links outside of React: a scroll moves a few path attributes in the same frame and renders nothing. Only
 * what can be seen has an element; elements come from and return to a pool by the key of their bundle.
 */
export class LinkPainter {
  readonly #options: LinkPainterOptions
  readonly #curves = new Map<string, Curve>()
  readonly #stubs = new Map<string, { button: HTMLButtonElement; text: string; sides: string }>()
  #bundles: readonly LinkBundle[] = []
  #lit: ReadonlySet<string> = new Set()
  /** What holds the stubs of a side and moves with its tree: one place to change in a frame instead of dozens. */
  readonly #stubBoxes: Record<Side, HTMLElement>
  #windows: Record<Side, TreeWindow> | undefined
  #frame = 0
  /** The stubs of the last frame, for whoever presses one. */
  drawnStubs: readonly DrawnStub[] = []

  constructor(options: LinkPainterOptions) {
    this.#options = options
    const addBox = (): HTMLElement => {
      const box = document.createElement('div')
      box.className = 'absolute inset-x-0 top-0 h-0 contain-layout contain-style'
      options.stubBox.append(box)
      return box
    }
    this.#stubBoxes = { source: addBox(), target: addBox() }
  }

  setBundles(bundles: readonly LinkBundle[]): void {
    this.#bundles = bundles
    this.schedule()
  }

  /** Rows whose links stand out; while there are any, the others step back. */
  setLit(lit: ReadonlySet<string>): void {
    this.#lit = lit
    this.schedule()
  }

  /** The trees moved or changed their size: measure again before the next frame. */
  remeasure(): void {
    this.#windows = undefined
    this.schedule()
  }

  schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0
      this.paint()
    })
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    for (const { group } of this.#curves.values()) group.remove()
    for (const box of Object.values(this.#stubBoxes)) box.remove()
    this.#curves.clear()
    this.#stubs.clear()
  }

  bundleOf(element: Element): LinkBundle | undefined {
    const key = element.closest<SVGGElement>('g[data-key]')?.dataset['key']
    return key === undefined ? undefined : this.#curves.get(key)?.bundle
  }

  /** Where the curve of a row would begin, in the layer's pixels; undefined when the row is out of sight. */
  portOf(side: Side, path: string): { x: number; y: number } | undefined {
    const window = this.windows()?.[side]
    const end = this.#options.trees[side].endOf(path)
    if (!window || !end) return undefined
    const y = window.top + (end.place + 0.5) * window.rowHeight - window.scrollTop
    return y < window.top || y > window.bottom ? undefined : { x: window.edge, y }
  }

  windows(): Record<Side, TreeWindow> | undefined {
    const { svg, trees } = this.#options
    const [source, target] = [trees.source.element, trees.target.element]
    if (!source || !target) return undefined
    if (!this.#windows) {
      const layer = svg.getBoundingClientRect()
      const read = (side: Side, box: DOMRect): TreeWindow => ({
        edge: (side === 'source' ? box.right : box.left) - layer.left,
        top: box.top - layer.top, bottom: box.bottom - layer.top, scrollTop: 0, rowHeight: trees[side].rowHeight,
      })
      this.#windows = { source: read('source', source.getBoundingClientRect()), target: read('target', target.getBoundingClientRect()) }
    }
    this.#windows.source.scrollTop = trees.source.seenTop
    this.#windows.target.scrollTop = trees.target.seenTop
    return this.#windows
  }

  paint(): void {
    const windows = this.windows()
    if (!windows) return
    const { curves, stubs } = placeLinks(this.#bundles, windows)
    this.drawnStubs = stubs
    this.#paintCurves(curves, windows)
    this.#paintStubs(stubs, windows)
    this.#options.svg.toggleAttribute('data-focus', this.#lit.size > 0)
  }

  #paintCurves(drawn: readonly DrawnCurve[], windows: Record<Side, TreeWindow>): void {
    const seen = new Set<string>()
    for (const { bundle, y0, y1 } of drawn) {
      seen.add(bundle.key)
      const curve = this.#curves.get(bundle.key) ?? this.#addCurve(bundle)
      if (curve.bundle !== bundle) this.#describe(curve, bundle)
      const d = curvePath(windows.source.edge, y0, windows.target.edge, y1)
      if (curve.d !== d) {
        curve.d = d
        curve.hit.setAttribute('d', d)
        curve.line.setAttribute('d', d)
      }
      const isOn = bundle.rowIds.some((id) => this.#lit.has(id))
      if (isOn !== curve.group.hasAttribute('data-on')) {
        curve.group.toggleAttribute('data-on', isOn)
        // What stands out lies over what steps back.
        if (isOn) curve.group.parentNode?.append(curve.group)
      }
    }
    for (const [key, { group }] of this.#curves) {
      if (seen.has(key)) continue
      group.remove()
      this.#curves.delete(key)
    }
  }

  #addCurve(bundle: LinkBundle): Curve {
    const group = document.createElementNS(svgNames, 'g')
    const [hit, line] = [document.createElementNS(svgNames, 'path'), document.createElementNS(svgNames, 'path')]
    group.setAttribute('class', 'in-data-[focus]:not-data-[on]:opacity-30')
    hit.setAttribute('class', hitClass)
    line.setAttribute('class', lineClass)
    group.append(hit, line)
    this.#options.svg.append(group)
    const curve = { group, hit, line, bundle, d: '' }
    this.#describe(curve, bundle)
    this.#curves.set(bundle.key, curve)
    return curve
  }

  #describe(curve: Curve, bundle: LinkBundle): void {
    curve.bundle = bundle
    curve.group.dataset['key'] = bundle.key
    curve.group.dataset['state'] = bundle.state
    curve.group.toggleAttribute('data-many', bundle.rowIds.length > 1)
  }

  #paintStubs(drawn: readonly DrawnStub[], windows: Record<Side, TreeWindow>): void {
    const { stubName } = this.#options
    const gap = windows.target.edge - windows.source.edge
    const seen = new Set<string>()
    for (const side of ['source', 'target'] as const) {
      // Moved by a transform, which lays nothing out.
      this.#stubBoxes[side].style.transform = `translateY(${windows[side].top - windows[side].scrollTop}px)`
    }
    for (const stub of drawn) {
      seen.add(stub.key)
      let entry = this.#stubs.get(stub.key)
      if (!entry) {
        const button = document.createElement('button')
        button.type = 'button'
        // The keyboard goes across with Shift+Enter; dozens of stops on the way would only hinder it.
        button.tabIndex = -1
        button.className = stubClass
        button.dataset['key'] = stub.key
        button.style.top = `${(stub.place + 0.5) * windows[stub.side].rowHeight - stubHeight / 2}px`
        this.#stubBoxes[stub.side].append(button)
        entry = { button, text: '', sides: '' }
        this.#stubs.set(stub.key, entry)
      }
      const text = stubName(stub)
      if (entry.text !== text) {
        entry.text = text
        entry.button.textContent = text
        entry.button.title = text
      }
      const worst = stub.bundles.some(({ state }) => state === 'error') ? 'error'
        : stub.bundles.some(({ state }) => state === 'warning') ? 'warning' : 'good'
      const isOn = stub.bundles.some(({ rowIds }) => rowIds.some((id) => this.#lit.has(id)))
      if (entry.button.dataset['state'] !== worst) entry.button.dataset['state'] = worst
      if (entry.button.hasAttribute('data-on') !== isOn) entry.button.toggleAttribute('data-on', isOn)
      const { style } = entry.button
      const sides = `${gap} ${windows.source.edge} ${windows.target.edge}`
      if (entry.sides === sides) continue
      entry.sides = sides
      style.maxWidth = `${Math.max(44, gap - 44)}px`
      style.left = stub.side === 'source' ? `${windows.source.edge + 8}px` : ''
      style.right = stub.side === 'target' ? `calc(100% - ${windows.target.edge - 8}px)` : ''
    }
    for (const [key, { button }] of this.#stubs) {
      if (seen.has(key)) continue
      button.remove()
      this.#stubs.delete(key)
    }
  }
}
