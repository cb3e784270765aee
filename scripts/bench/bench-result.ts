/** One figure of a benchmark. Ratios compare two things measured side by side in one run. */
export type BenchResult = {
  /** Dotted, e.g. `provisioning.over_sequential`. */
  name: string
  value: number
  unit: 'ratio' | 'ms' | 's' | 'count' | 'MB' | 'share'
  /** What the project aims at; absent for figures that only explain others. */
  target?: number
  /** Which side of the target is the good one. */
  better?: 'lower' | 'higher'
  /** Why a figure is not what one would expect, such as a contender that was left out. */
  note?: string
}

export type BenchOptions = {
  /** Measures this project alone: for whoever makes it faster and knows the baselines already. */
  ownOnly: boolean
}

export type BenchGroup = { name: string; title: string; run: (report: (result: BenchResult) => void, options: BenchOptions) => Promise<void> }
