import type { RowSource } from '../commands'
import { expressionSources } from '../expression-row'
import type { MappingDocument } from '../mapping-document'

export type LearnedLink = { row: RowSource; destination: string; times: number }

/** What earlier mappings did with a column, by the column's path, most often kept first. */
export type LearnedLinks = ReadonlyMap<string, readonly LearnedLink[]>

/**
 * What the mappings of earlier flows of one source agree on. Columns and calculated fields over one column count;
 * constants and fields over several columns say nothing about a single one.
 */
export function learnLinks(documents: readonly MappingDocument[]): LearnedLinks {
  const counted = new Map<string, Map<string, LearnedLink>>()
  for (const { sourceType, source, destination } of documents.flatMap(({ rows }) => rows)) {
    const reads = sourceType === 'ATTRIBUTE' ? [source] : sourceType === 'EXPRESSION' ? expressionSources(source) : []
    const [column] = reads
    if (column === undefined || reads.length !== 1) continue
    const links = counted.get(column) ?? new Map<string, LearnedLink>()
    const key = `${source}\n${destination}`
    links.set(key, { row: { sourceType, source }, destination, times: (links.get(key)?.times ?? 0) + 1 })
    counted.set(column, links)
  }
  return new Map([...counted].map(([column, links]) => [column, [...links.values()].toSorted((a, b) => b.times - a.times)]))
}
