import { expressionSources } from '@/lib/mapping/expression-row'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { escapeName } from '@/lib/mapping/source-fields'
import type { DataAnswers } from './draft-answers'
import type { SourceColumn } from './flow-definition'

/** A table's columns but those that are left out, in the table's order. */
export function chosenColumns(all: readonly SourceColumn[], leftOut: readonly string[] = []): SourceColumn[] {
  const out = new Set(leftOut)
  return all.filter(({ name }) => !out.has(name))
}

/**
 * The answers with these columns chosen or left out. The delta column stays, since every run is told by it what is new.
 * Names are kept in the table's order, so that choosing and leaving out gives back the first answers. Pure.
 */
export function chooseColumns(data: DataAnswers, all: readonly SourceColumn[], names: readonly string[], isChosen: boolean): DataAnswers {
  const { leftOut: before = [], ...rest } = data
  const named = new Set(names)
  const wasOut = new Set(before)
  const leftOut = all
    .map(({ name }) => name)
    .filter((name) => name !== data.deltaColumn && (named.has(name) ? !isChosen : wasOut.has(name)))
  return { ...rest, columns: chosenColumns(all, leftOut), ...(leftOut.length > 0 ? { leftOut } : {}) }
}

/** Destinations that read each of the table's columns, expressions included. */
export function destinationsByColumn(all: readonly SourceColumn[], document: MappingDocument | undefined): Map<string, string[]> {
  const names = new Map(all.map(({ name }) => [escapeName(name), name]))
  const found = new Map<string, string[]>()
  for (const { sourceType, source, destination } of document?.rows ?? []) {
    const paths = sourceType === 'ATTRIBUTE' ? [source] : sourceType === 'EXPRESSION' ? expressionSources(source) : []
    for (const path of paths) {
      const name = names.get(path)
      if (name !== undefined) found.set(name, [...(found.get(name) ?? []), destination])
    }
  }
  return found
}
