import { suggestMapping } from '../../../lib/mapping/suggest/suggest-mapping'
import type { BenchGroup } from '../bench-result'
import { makeLists } from '../mapping/make-lists'
import { measureSuggestions } from '../mapping/suggest-quality'
import { median } from '../median'

const sizes = [[50, 500], [200, 2_000], [1_000, 5_000]] as const
const rounds = 5

/** How good suggestions are on labelled pairs, and how long those for everything take. */
export const mapping: BenchGroup = {
  name: 'mapping',
  title: 'Mapping: suggestions',
  run: async (report) => {
    const { pairs, top1, top3 } = measureSuggestions()
    report({ name: 'mapping.suggest_top1', value: top1, unit: 'share' })
    report({ name: 'mapping.suggest_top3', value: top3, unit: 'share' })
    report({ name: 'mapping.suggest_pairs', value: pairs, unit: 'count' })
    for (const [sources, targets] of sizes) {
      const lists = makeLists(sources, targets)
      const times = Array.from({ length: rounds }, () => {
        const begun = performance.now()
        suggestMapping({ ...lists, document: { version: 1, rows: [] } })
        return performance.now() - begun
      })
      const name = `mapping.suggest_ms.${sources}x${targets}`
      report({ name, value: median(times), unit: 'ms', ...(sources === 1_000 ? { target: 200 } : {}) })
    }
  },
}
