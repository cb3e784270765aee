import type { Browser } from '@playwright/test'
import { median } from '../median'
import type { ContenderName } from './build-page'
import { measurePage, type PageFigures } from './measure-page'

export type RaceResult = {
  /** The middle of every figure; only of those who came through every round. */
  figures: Map<ContenderName, PageFigures>
  /** Why somebody did not, in one sentence. */
  stopped: Map<ContenderName, string>
}

type Race = { browser: Browser; url: string; size: string; contenders: readonly ContenderName[]; rounds: number }

/** Measures all in turns, another one first in each round, so that none always meets the warmer machine. */
export async function raceContenders({ browser, url, size, contenders, rounds }: Race): Promise<RaceResult> {
  const found = new Map<ContenderName, PageFigures[]>(contenders.map((name) => [name, []]))
  const stopped = new Map<ContenderName, string>()
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contenders.length
    for (const name of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      if (stopped.has(name)) continue
      try {
        found.get(name)?.push(await measurePage(browser, url, name, size))
      } catch (error) {
        stopped.set(name, String(error).split('\n')[0] ?? 'It stopped.')
      }
    }
  }
  const figures = new Map([...found].flatMap(([name, list]): [ContenderName, PageFigures][] => {
    const middle = middleOf(list)
    return middle && !stopped.has(name) ? [[name, middle]] : []
  }))
  return { figures, stopped }
}

function middleOf(list: readonly PageFigures[]): PageFigures | undefined {
  const [first] = list
  if (!first) return undefined
  const names = Object.keys(first) as (keyof PageFigures)[]
  return Object.fromEntries(names.map((name) => [name, median(list.map((one) => one[name] ?? Number.NaN))])) as PageFigures
}
