import type { Browser, Locator, Page } from '@playwright/test'
import type { ContenderName, PageName } from './build-page'
import type { Frames } from './page/probes'

export type PageFigures = {
  firstUsableMs: number
  /** The same from the navigation on. */
  openedMs: number
  /** 95 of 100 frames come at most this long after the one before, scrolling and dragging taken together. */
  frameP95Ms: number
  /** 95 of 100 frames keep the main thread at most this long. */
  workP95Ms: number
  elements: number
  memoryMb: number
  /** Absent where the contender has none. */
  searchMs?: number
  suggestMs?: number
  /** The longest wait for a frame while proposals are worked out: what somebody who types meanwhile would notice. */
  suggestGapMs?: number
}

const moveForMs = 5_000
/** A contender that takes longer than this to show anything is not waited for. */
const patienceMs = 30_000

/** Where each contender is scrolled, and what is dragged in it. */
const handles: Readonly<Record<ContenderName, { grip: (page: Page) => Locator; overX: number }>> = {
  studio: { grip: (page) => page.locator('[data-side="source"] [role="row"]').nth(3), overX: 800 },
  reactflow: { grip: (page) => page.locator('[data-bench-node="source"] .react-flow__handle').nth(3), overX: 800 },
  kaoto: { grip: (page) => page.locator('[data-testid^="node-source-"] [data-drag-handler]').nth(3), overX: 1_150 },
}

/** Opens a contender with lists of a size. */
export async function openPage(browser: Browser, url: string, contender: PageName, size: string): Promise<{ page: Page; usableMs: number; openedMs: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  try {
    await page.goto(`${url}/${contender}.html?size=${size}`)
    await page.waitForFunction(() => window.benchUsableMs !== undefined, undefined, { timeout: patienceMs })
  } catch (error) {
    // Left open, it would go on working beside the next one.
    await context.close()
    throw error
  }
  const times = await page.evaluate(() => ({ usableMs: window.benchUsableMs ?? Number.NaN, openedMs: window.benchOpenedMs ?? Number.NaN }))
  return { page, ...times }
}

/** Uses a contender as a person would: scrolls, drags a link about, searches. */
export async function measurePage(browser: Browser, url: string, contender: ContenderName, size: string): Promise<PageFigures> {
  const { page, usableMs, openedMs } = await openPage(browser, url, contender, size)
  try {
    const elements = await page.evaluate(() => document.querySelectorAll('*').length)
    const memory = await memoryMb(page)
    const { grip, overX } = handles[contender]
    const scrolled = await framesDuring(page, () => scroll(page, overX))
    const box = await grip(page).boundingBox()
    if (!box) throw new Error(`${contender} shows nothing to drag.`)
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    // Under way before the watch begins: moves that come while it is starting would be lost.
    await page.mouse.move(overX, 400, { steps: 4 })
    const dragged = await framesDuring(page, () => moveAbout(page, overX))
    await page.mouse.up()
    const own = contender === 'studio' ? { searchMs: await searchMs(page), ...await suggestMs(page) } : {}
    return {
      firstUsableMs: usableMs, openedMs,
      frameP95Ms: percentile([...scrolled.gaps, ...dragged.gaps], 0.95),
      workP95Ms: percentile([...scrolled.work, ...dragged.work], 0.95),
      elements, memoryMb: memory, ...own,
    }
  } finally {
    await page.context().close()
  }
}

/** The same movements over a page with nothing on it: a contender cannot be expected to come below. */
export async function measureFloor(browser: Browser, url: string): Promise<{ frameP95Ms: number; workP95Ms: number }> {
  const { page } = await openPage(browser, url, 'floor', '')
  try {
    const all = [await framesDuring(page, () => scroll(page, 800)), await framesDuring(page, () => moveAbout(page, 800))]
    return { frameP95Ms: percentile(all.flatMap(({ gaps }) => gaps), 0.95), workP95Ms: percentile(all.flatMap(({ work }) => work), 0.95) }
  } finally {
    await page.context().close()
  }
}

/** Down and up again, in the end to where it began: a short list would be out of sight on a canvas that has no end. */
async function scroll(page: Page, overX: number): Promise<void> {
  await page.mouse.move(overX, 500)
  let moved = 0
  await keepDoing(4, async (turn) => {
    const delta = turn % 80 < 50 ? 140 : -140
    moved += delta
    await page.mouse.wheel(0, delta)
  })
  await page.mouse.wheel(0, -moved)
}

/**
 * Slowly enough that several moves fall on each row: a drag that is on another thing with every move is told of leaving
 * and entering only. The browser takes one step of a drag at a time; a second one that comes too early is lost.
 */
const moveAbout = (page: Page, overX: number): Promise<void> =>
  keepDoing(1, async (turn) => page.mouse.move(overX - 150 + (turn * 4) % 300, 180 + (turn * 9) % 620))

/** Watches the frames while something is done to the page. */
async function framesDuring(page: Page, work: () => Promise<void>): Promise<Frames> {
  const [frames] = await Promise.all([page.evaluate((ms) => window.benchFrames?.(ms) ?? { gaps: [], work: [] }, moveForMs), work()])
  return frames
}

/** A pointer sends its moves as often as the screen shows them, whether or not the page keeps up. */
const everyMs = 1_000 / 60

/** Acts again and again; what a page has not answered yet is limited, since more would only wait in a queue and go on when the watch is over. */
async function keepDoing(openMax: number, act: (turn: number) => Promise<void>): Promise<void> {
  const begun = performance.now()
  const open = new Set<Promise<void>>()
  for (let turn = 0; performance.now() - begun < moveForMs - 200; turn += 1) {
    const done: Promise<void> = act(turn).finally(() => open.delete(done))
    // Heard where all are waited for.
    done.catch(() => undefined)
    open.add(done)
    if (open.size >= openMax) await Promise.race(open)
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, begun + (turn + 1) * everyMs - performance.now())))
  }
  await Promise.all(open)
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** The page's JavaScript heap after a collection. */
async function memoryMb(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1e6
}

/** From a letter typed to the frame in which the count of matches has changed; the middle one of a word's. */
async function searchMs(page: Page): Promise<number> {
  await page.locator('[data-search="mapper-search-target"] input').focus()
  const times: number[] = []
  for (const letter of 'order') {
    const painted = await page.evaluateHandle(() => window.benchSearch?.())
    await page.keyboard.type(letter)
    const time = await painted.evaluate((wait) => wait?.() ?? Number.NaN)
    if (!Number.isNaN(time)) times.push(time)
  }
  return percentile(times, 0.5)
}

async function suggestMs(page: Page): Promise<Pick<PageFigures, 'suggestMs' | 'suggestGapMs'>> {
  const found = await page.evaluate(() => window.benchSuggest?.())
  return found ? { suggestMs: found.tookMs, suggestGapMs: found.longestGapMs } : {}
}
