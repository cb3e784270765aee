import { isSameMapping } from '@/lib/mapping/commands'
import { checkMapping, countMapping, type MappingCounts } from '@/lib/mapping/checks'
import { startHistory, type MappingHistory } from '@/lib/mapping/history'
import type { MappingDocument, SourceField } from '@/lib/mapping/mapping-document'
import { resolveLinks, type MappingLinks } from '@/lib/mapping/mapping-links'
import type { MappingProblem } from '@/lib/mapping/mapping-problem'
import { neededTargets, type NeededTargets } from '@/lib/mapping/needed-targets'
import { indexSources } from '@/lib/mapping/source-index'
import { learnLinks, type LearnedLinks } from '@/lib/mapping/suggest/learn-links'
import type { XdmField } from '@/lib/xdm/field'
import { indexFields } from '@/lib/xdm/field-index'

export type Side = 'source' | 'target'
export const otherSide = (side: Side): Side => (side === 'source' ? 'target' : 'source')

/** What the person looks at: a field of one side, and the one link of it that the inspector shows. */
export type Chosen = { side: Side; path: string; rowId?: string } | { side: 'link'; rowId: string }

/** What is on its way from one tree to the other. */
export type Carried = {
  side: Side
  /** The first of them, where the line of a drag begins. */
  path: string
  paths: readonly string[]
  by: 'pointer' | 'keyboard'
}

/** Several fields of one side chosen together. */
export type Picked = { side: Side; paths: readonly string[] }

export type MapperFilter = 'all' | 'mapped' | 'unmapped' | 'required' | 'identity' | 'problems'

export type OtherMapping = { id: string; name: string; document: MappingDocument }

/** The trees and the texts that do not change while one edits. */
export type MapperFacts = {
  sources: readonly SourceField[]
  targets: readonly XdmField[]
  sourceIndex: ReadonlyMap<string, SourceField>
  targetIndex: ReadonlyMap<string, XdmField>
  sampleRows: readonly Record<string, unknown>[]
  /** Mappings of earlier flows of the same source: to take over, and for suggestions to learn from. */
  otherMappings: readonly OtherMapping[]
  learned: LearnedLinks
  /** The name of the table: it tells what a column called `id` identifies. */
  table: string | undefined
}

export type MapperState = MapperFacts & {
  history: MappingHistory
  document: MappingDocument
  problems: readonly MappingProblem[]
  links: MappingLinks
  needs: NeededTargets
  counts: MappingCounts
  openColumns: number
  chosen: Chosen | undefined
  carried: Carried | undefined
  /** Set while more than one field is chosen. */
  picked: Picked | undefined
  /** Rows whose links the pointer or the focus is on. */
  hovered: ReadonlySet<string>
  queries: Readonly<Record<Side, string>>
  filter: MapperFilter
}

export type MapperStore = {
  get: () => MapperState
  set: (change: Partial<MapperState>) => void
  subscribe: (listener: () => void) => () => void
}

export const nothingHovered: ReadonlySet<string> = new Set()

/** Columns that hold a value and go nowhere: what the filter for them shows. */
function countOpenColumns(sources: ReadonlyMap<string, SourceField>, { bySource }: MappingLinks): number {
  let count = 0
  for (const [path, field] of sources) if (path === field.path && field.children.length === 0 && !bySource.has(path)) count += 1
  return count
}

/** Everything that follows from a history and the trees: links, problems, counters. Linear in the rows. */
export function derive(facts: MapperFacts, history: MappingHistory) {
  const { sources, targets, sourceIndex, targetIndex } = facts
  const document = history.present
  const problems = checkMapping({ document, sources, targets })
  const links = resolveLinks(document, problems, sourceIndex, targetIndex)
  return {
    history,
    document,
    problems,
    links,
    openColumns: countOpenColumns(sourceIndex, links),
    needs: neededTargets(document, targets),
    counts: countMapping({ document, sources, targets }, problems),
  }
}

type FactsInput = Pick<MapperFacts, 'sources' | 'targets' | 'sampleRows'> & Partial<Pick<MapperFacts, 'otherMappings' | 'table'>>

const noMappings: readonly OtherMapping[] = []

export function readFacts({ sources, targets, sampleRows, otherMappings = noMappings, table }: FactsInput): MapperFacts {
  const learned = learnLinks(otherMappings.map(({ document }) => document))
  return { sources, targets, sampleRows, otherMappings, learned, table, sourceIndex: indexSources(sources), targetIndex: indexFields(targets) }
}

/**
 * State outside React: a row listens to the little it shows, so that an edit, a hover or a drag redraws the rows it
 * touches and not two trees.
 */
export function createMapperStore(facts: MapperFacts, document: MappingDocument, kept?: MappingHistory): MapperStore {
  const listeners = new Set<() => void>()
  let state: MapperState = {
    ...facts,
    // Steps from before a reload, where they lead to this very document.
    ...derive(facts, kept && isSameMapping(kept.present, document) ? kept : startHistory(document)),
    chosen: undefined,
    carried: undefined,
    picked: undefined,
    hovered: nothingHovered,
    queries: { source: '', target: '' },
    filter: 'all',
  }
  return {
    get: () => state,
    set: (change) => {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
