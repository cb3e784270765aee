import { emptyMapping, type SourceField, type SourceType } from '../../../lib/mapping/mapping-document'
import { suggestFor } from '../../../lib/mapping/suggest/suggest-mapping'
import { labelledObjects } from './labelled-pairs'
import { labelledTargets } from './make-lists'

const typeOf = (type: string): SourceType => (type === 'integer' || type === 'number' ? type : 'string')

/** How often the path a person would choose is the first proposed for a column, or among the first three. */
export function measureSuggestions(): { pairs: number; top1: number; top3: number } {
  const targets = labelledTargets()
  let [pairs, top1, top3] = [0, 0, 0]
  for (const { name, pairs: labelled } of labelledObjects) {
    const sources = labelled.map(({ column, type, sample }): SourceField => ({
      path: column, name: (column.split('.').at(-1) ?? column).replace('[*]', ''), type: typeOf(type), samples: [sample], children: [],
    }))
    labelled.forEach(({ targets: right }, at) => {
      const source = sources[at]
      if (!source) return
      const found = suggestFor(source, { document: emptyMapping, sources, targets, table: name }, 3).map(({ target }) => target)
      pairs += 1
      if (right.includes(found[0] ?? '')) top1 += 1
      if (found.some((target) => right.includes(target))) top3 += 1
    })
  }
  return { pairs, top1: top1 / pairs, top3: top3 / pairs }
}
