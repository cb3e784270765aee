import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from '../../lib/find-chromium'
import type { BenchGroup, BenchResult } from '../bench-result'
import type { Baseline } from '../mapping/baselines'
import { buildPage, type ContenderName } from '../mapping/build-page'
import { makeLists } from '../mapping/make-lists'
import { measureFloor, type PageFigures } from '../mapping/measure-page'
import { raceContenders } from '../mapping/race-contenders'
import { serveFolder } from '../mapping/serve-folder'
import { measureSuggestions } from '../mapping/suggest-quality'

type Report = (result: BenchResult) => void

/** The largest decides; the others show how the cost grows. */
const sizes = [
  { size: '50x500', sources: 50, targets: 500, rounds: 1, isLargest: false },
  { size: '200x2000', sources: 200, targets: 2_000, rounds: 1, isLargest: false },
  { size: '1000x5000', sources: 1_000, targets: 5_000, rounds: 3, isLargest: true },
] as const

/** Figures of every contender, with what the studio aims at for the largest lists. One frame at 60 a second is 16.7 ms. */
const common: readonly { name: string; figure: keyof PageFigures; unit: BenchResult['unit']; target?: number }[] = [
  { name: 'first_usable_ms', figure: 'firstUsableMs', unit: 'ms', target: 500 },
  { name: 'opened_ms', figure: 'openedMs', unit: 'ms' },
  { name: 'frame_p95_ms', figure: 'frameP95Ms', unit: 'ms', target: 16.7 },
  { name: 'frame_work_p95_ms', figure: 'workP95Ms', unit: 'ms' },
  { name: 'memory_mb', figure: 'memoryMb', unit: 'MB' },
  { name: 'elements', figure: 'elements', unit: 'count' },
]

/** How good suggestions are, then the studio beside React Flow and Kaoto's data mapper, each given the same lists. */
export const mapping: BenchGroup = {
  name: 'mapping',
  title: 'Mapping studio beside React Flow (one node a field) and Kaoto’s data mapper, headless Chromium, software rendering',
  run: async (report, { ownOnly }) => {
    const { pairs, top1, top3 } = measureSuggestions()
    report({ name: 'mapping.suggest_top1', value: top1, unit: 'share' })
    report({ name: 'mapping.suggest_top3', value: top3, unit: 'share' })
    report({ name: 'mapping.suggest_pairs', value: pairs, unit: 'count' })
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tributary-bench-page-'))
    try {
      await runRaces(folder, await buildContenders(folder, ownOnly ? [] : ['reactflow', 'kaoto'], report), report)
    } finally {
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** The pages that could be made; a baseline that cannot be had is named with the reason and left out. */
async function buildContenders(folder: string, baselines: readonly Baseline[], report: Report): Promise<ContenderName[]> {
  const contenders: ContenderName[] = ['studio']
  await buildPage('studio', folder)
  await buildPage('floor', folder)
  for (const name of baselines) {
    try {
      await buildPage(name, folder)
      contenders.push(name)
    } catch (error) {
      report({ name: `${name}.left_out`, value: 1, unit: 'count', note: String(error).split('\n')[0] ?? '' })
    }
  }
  return contenders
}

async function runRaces(folder: string, contenders: ContenderName[], report: Report): Promise<void> {
  const site = await serveFolder(folder)
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] })
  try {
    const floor = await measureFloor(browser, site.url)
    report({ name: 'floor.frame_p95_ms', value: floor.frameP95Ms, unit: 'ms', note: 'a page with nothing on it' })
    report({ name: 'floor.frame_work_p95_ms', value: floor.workP95Ms, unit: 'ms' })
    for (const { size, sources, targets, rounds, isLargest } of sizes) {
      fs.writeFileSync(path.join(folder, `lists-${size}.json`), JSON.stringify(makeLists(sources, targets)))
      const { figures, stopped } = await raceContenders({ browser, url: site.url, size, contenders, rounds })
      const studio = figures.get('studio')
      if (!studio) throw new Error(stopped.get('studio') ?? 'The studio was not measured.')
      for (const [name, own] of figures) reportFigures(report, name, size, own, isLargest)
      for (const [name, own] of figures) if (name !== 'studio') reportRatios(report, name, size, studio, own)
      for (const [name, note] of stopped) report({ name: `${name}.stopped.${size}`, value: 1, unit: 'count', note })
    }
  } finally {
    await browser.close()
    site.stop()
  }
}

function reportFigures(report: Report, name: ContenderName, size: string, own: PageFigures, isLargest: boolean): void {
  const prefix = name === 'studio' ? 'mapping' : name
  const goal = (target: number | undefined) => (target !== undefined && isLargest && name === 'studio' ? { target } : {})
  for (const { name: figureName, figure, unit, target } of common) {
    report({ name: `${prefix}.${figureName}.${size}`, value: own[figure] ?? Number.NaN, unit, ...goal(target) })
  }
  if (own.searchMs !== undefined) report({ name: `${prefix}.search_ms.${size}`, value: own.searchMs, unit: 'ms', ...goal(100) })
  if (own.suggestMs !== undefined) report({ name: `${prefix}.suggest_ms.${size}`, value: own.suggestMs, unit: 'ms', ...goal(200) })
  if (own.suggestGapMs !== undefined) report({ name: `${prefix}.suggest_longest_gap_ms.${size}`, value: own.suggestGapMs, unit: 'ms' })
}

/** The studio's figure as a share of the baseline's: below one, the studio is the quicker. */
function reportRatios(report: Report, baseline: ContenderName, size: string, studio: PageFigures, own: PageFigures): void {
  for (const { name, figure } of common) {
    const short = name.replace(/_(ms|mb)$/, '')
    report({ name: `mapping.${short}_over_${baseline}.${size}`, value: (studio[figure] ?? Number.NaN) / (own[figure] ?? Number.NaN), unit: 'ratio' })
  }
}
