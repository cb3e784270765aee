import { parentPath } from '@/lib/xdm/xdm-path'
import type { SourceField } from '../mapping-document'
import { sourceReference } from '../source-reference'
import { wordsOfName } from './field-words'

/**
 * The column that names the currency of the amounts beside it, as an expression reads it, by the path of what holds
 * them both. Where two columns could, none does.
 */
export function currenciesBeside(sources: Iterable<SourceField>): ReadonlyMap<string | undefined, string> {
  const found = new Map<string | undefined, Set<string>>()
  for (const source of sources) {
    if (source.children.length > 0 || !wordsOfName(source.name).includes('currency')) continue
    const parent = parentPath(source.path)
    found.set(parent, (found.get(parent) ?? new Set<string>()).add(sourceReference(source.path)))
  }
  return new Map([...found].flatMap(([parent, columns]) => (columns.size === 1 ? [...columns].map((column): [string | undefined, string] => [parent, column]) : [])))
}
