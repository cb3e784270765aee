import { expect, type Locator, type Page } from '@playwright/test'

type Side = 'source' | 'target'

declare global {
  interface Window {
    /** What the live regions have said since the recording began. */
    transcript?: string[]
  }
}

/** The mapping studio as a person sees it, with whatever they work it. */
export class Studio {
  readonly source: Locator
  readonly target: Locator
  /** All of it. */
  readonly whole: Locator
  /** What is chosen, in full. */
  readonly inspector: Locator
  readonly dialog: Locator
  /** What is said beside the pointer while something is dragged. */
  readonly dragNote: Locator

  constructor(readonly page: Page) {
    this.source = page.getByRole('treegrid', { name: 'Source' })
    this.target = page.getByRole('treegrid', { name: 'XDM schema' })
    this.whole = page.getByRole('region', { name: 'Mapping', exact: true })
    this.inspector = page.getByRole('complementary', { name: 'Details of what is chosen' })
    this.dialog = page.getByRole('dialog')
    this.dragNote = page.locator('[data-level] p')
  }

  /** Opens a draft's mapping step, without the links of whoever was there before. */
  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await expect(this.whole).toBeVisible({ timeout: 30_000 })
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
    const clear = this.page.getByRole('menuitem', { name: 'Remove all links' })
    if (await clear.isEnabled()) await clear.click()
    else await this.page.keyboard.press('Escape')
    await expect(this.page.getByRole('menu')).toHaveCount(0)
    await expect(this.counter('mapped')).toHaveText(/^0/)
  }

  /** The row of a field, by its whole path. */
  row(side: Side, path: string): Locator {
    return this[side].locator(`[role="row"][data-key="${path}"]`)
  }

  column(path: string): Locator {
    return this.row('source', path)
  }

  path(path: string): Locator {
    return this.row('target', path)
  }

  counter(name: 'mapped' | 'unmapped' | 'required' | 'identity' | 'problems'): Locator {
    return this.page.getByRole('group', { name: 'Counters, each filters' }).getByRole('button', { name: new RegExp(`[\\d ]${name}$`) })
  }

  async choose(menuItem: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click()
    await this.page.getByRole('menuitem', { name: menuItem }).click()
  }

  /** Presses the mouse on a row and begins to drag it. */
  async pickUp(row: Locator): Promise<void> {
    const { x, y } = await this.#gripOf(row)
    await this.page.mouse.move(x, y)
    await this.page.mouse.down()
    await this.page.mouse.move(x + 12, y + 2, { steps: 3 })
  }

  /** Goes on with what is dragged until it is over a row. */
  async dragOver(row: Locator): Promise<void> {
    const { x, y } = await this.#gripOf(row)
    await this.#dragTo(x, y)
  }

  /** Goes on with what is dragged to an edge of a tree, as far as it is seen: there it scrolls. */
  async dragToEdge(side: Side, edge: 'top' | 'bottom'): Promise<void> {
    const box = await this[side].boundingBox()
    const bar = await this.page.locator('[data-covers-foot]').boundingBox()
    if (!box || !bar) throw new Error('The tree is not drawn.')
    await this.#dragTo(box.x + 72, edge === 'top' ? box.y + 6 : Math.min(box.y + box.height, bar.y) - 6)
  }

  async #dragTo(x: number, y: number): Promise<void> {
    await this.page.mouse.move(x, y, { steps: 6 })
    // The first move over a row only enters it.
    await this.page.mouse.move(x + 1, y)
  }

  async drop(): Promise<void> {
    await this.page.mouse.up()
  }

  async drag(from: Locator, onto: Locator): Promise<void> {
    await this.pickUp(from)
    await this.dragOver(onto)
    await this.drop()
  }

  /** A place on the row's name, behind its indent: the buttons are at the other end. */
  async #gripOf(row: Locator): Promise<{ x: number; y: number }> {
    await row.scrollIntoViewIfNeeded()
    const level = Number(await row.getAttribute('aria-level'))
    const box = await row.boundingBox()
    if (!box) throw new Error(`${String(row)} is not drawn.`)
    return { x: box.x + 56 + level * 16, y: box.y + box.height / 2 }
  }

  /** The links as the list names them: `path ← source`, in the mapping's order. */
  async links(): Promise<string[]> {
    await this.page.getByRole('button', { name: 'Show as a list' }).click()
    const rows = this.page.getByRole('table').filter({ has: this.page.getByRole('columnheader', { name: 'Source' }) }).locator('tbody tr')
    const found = await rows.evaluateAll((all) => all.map((row) => `${row.querySelector('th button')?.textContent} ← ${row.querySelector('td')?.textContent}`))
    await this.page.getByRole('button', { name: 'Show as trees' }).click()
    await expect(this.target).toBeVisible()
    return found
  }

  /** Curves that stand out. */
  get litCurves(): Locator {
    return this.page.locator('svg g[data-key][data-on]')
  }

  get curves(): Locator {
    return this.page.locator('svg g[data-key]')
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Undo: / }).click()
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: /^Redo: / }).click()
  }

  /** From here on everything that a screen reader would be told is written down. */
  async recordTranscript(): Promise<void> {
    await this.page.evaluate(() => {
      window.transcript = []
      const note = new MutationObserver((changes) => {
        for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) window.transcript?.push(node.textContent ?? '')
      })
      for (const region of document.querySelectorAll('#live-polite, #live-assertive')) note.observe(region, { childList: true })
    })
  }

  /** Compares what was said since the last comparison, sentence by sentence. */
  async expectSaid(...sentences: (string | RegExp)[]): Promise<void> {
    const expected = sentences.map((one): unknown => (typeof one === 'string' ? one : expect.stringMatching(one)))
    await expect.poll(() => this.page.evaluate(() => window.transcript)).toEqual(expected)
    await this.page.evaluate(() => {
      window.transcript = []
    })
  }
}
