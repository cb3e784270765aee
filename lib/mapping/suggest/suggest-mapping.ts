import { findField } from '@/lib/xdm/field-index'
import type { RowSource } from '../commands'
import type { Fit } from '../compatibility'
import { destinationFor } from '../destination-path'
import type { MappingDocument, SourceField } from '../mapping-document'
import { isCovered, neededTargets } from '../needed-targets'
import type { LearnedLinks } from './learn-links'
import { scoreSource, scoreTime, type ScoredTarget, type SuggestReason } from './score-source'
import { prepareScene, takenTargets, usedSources, type SuggestFacts, type SuggestScene } from './suggest-scene'

export type MappingSuggestion = {
  /** The column it is about, by its path in the tree. */
  source: string
  /** The field it would be written to, by its path in the tree. */
  target: string
  destination: string
  /** What would be written: the column, or a calculated field where the types need a bridge. */
  row: RowSource
  /** 0 to 1. */
  score: number
  reasons: readonly SuggestReason[]
  fit: Fit
}

export type SuggestInput = SuggestFacts & { document: MappingDocument }

/** How far proposals for everything have come, in columns. */
export type SuggestProgress = { done: number; total: number }

const scoreMin = 0.42
/** For a field that has to be written, a likely column is better than none. */
const neededMin = 0.25

/** Columns between two steps: a few milliseconds' work against the largest schemas. */
const columnsAStep = 32

function toSuggestion(source: SourceField, { entry, score, fit, bridge, reasons }: ScoredTarget): MappingSuggestion {
  const destination = destinationFor(bridge ? undefined : source, entry.field)
  const row: RowSource = bridge ? { sourceType: 'EXPRESSION', source: bridge.expression } : { sourceType: 'ATTRIBUTE', source: source.path }
  return { source: source.path, target: entry.field.path, destination, row, score, reasons, fit }
}

function fromLearned(source: SourceField, learned: LearnedLinks | undefined, { fields }: SuggestScene): MappingSuggestion[] {
  return (learned?.get(source.path) ?? []).flatMap(({ row, destination, times }) => {
    const field = findField(fields, destination)
    if (!field) return []
    const reasons = [{ code: 'learned', values: { times } }]
    return [{
      source: source.path, target: field.path, destination, row, score: Math.min(0.99, 0.94 + 0.01 * times), reasons,
      fit: { level: 'exact' as const, reason: 'same' },
    }]
  })
}

/**
 * Proposals for every column without a link, each field once, the surest first; a column comes twice only for a field
 * that has to be written. Pauses every few columns, so that who runs it can do something else in between or stop.
 */
export function* suggestInSteps(input: SuggestInput): Generator<SuggestProgress, MappingSuggestion[]> {
  const { document, learned } = input
  const scene = prepareScene(input)
  const taken = takenTargets(document, scene)
  const used = usedSources(document, scene)
  const open = scene.leaves.filter(({ path }) => !used.has(path))
  const needs = neededTargets(document, input.targets)
  const wanted = new Set([...needs.required, ...needs.identity.filter(({ identity }) => identity === 'primary')].filter((field) => !isCovered(field, needs)))
  const isWanted = (path: string): boolean => [...wanted].some((field) => field.path === path)
  const all: MappingSuggestion[] = []
  const forWanted: MappingSuggestion[] = []
  /** Where each column would go by itself. */
  const best = new Map<string, string>()
  for (const [at, source] of open.entries()) {
    if (at % columnsAStep === 0) yield { done: at, total: open.length }
    const context = scene.contextOf(source)
    const scored = scoreSource(source, scene.targets, scene.scratch, context, 4, wanted)
    for (const [place, one] of scored.entries()) {
      const found = toSuggestion(source, one)
      if (place === 0) best.set(source.path, found.target)
      if (place < 4 && found.score >= scoreMin) all.push(found)
      if (wanted.has(one.entry.field)) forWanted.push(found)
    }
    for (const found of fromLearned(source, learned, scene)) {
      all.push(found)
      best.set(source.path, found.target)
      if (isWanted(found.target)) forWanted.push(found)
    }
    for (const field of wanted) {
      const entry = scene.targets.entryOf.get(field)
      const found = entry && scoreTime(source, entry, context)
      if (found) forWanted.push(toSuggestion(source, found))
    }
  }
  const surestFirst = (a: MappingSuggestion, b: MappingSuggestion): number => b.score - a.score || (a.target < b.target ? -1 : 1)
  const chosen: MappingSuggestion[] = []
  // Without what the schema requires no row arrives: such fields choose first, and a column that would rather go elsewhere serves twice.
  for (const found of forWanted.toSorted(surestFirst)) {
    if (found.score < neededMin || taken.has(found.target)) continue
    taken.add(found.target)
    if (best.get(found.source) === found.target) used.add(found.source)
    chosen.push({ ...found, reasons: [{ code: 'needed', values: {} }, ...found.reasons] })
  }
  for (const found of all.toSorted(surestFirst)) {
    if (used.has(found.source) || taken.has(found.target)) continue
    used.add(found.source)
    taken.add(found.target)
    chosen.push(found)
  }
  return chosen.toSorted(surestFirst)
}

/** All steps of `suggestInSteps` at once. */
export function suggestMapping(input: SuggestInput): MappingSuggestion[] {
  const steps = suggestInSteps(input)
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** The fields one column may mean, best first, those that have a row already left out. */
export function suggestFor(source: SourceField, input: SuggestInput, limit = 3): MappingSuggestion[] {
  const scene = prepareScene(input)
  const taken = takenTargets(input.document, scene)
  const scored = scoreSource(source, scene.targets, scene.scratch, scene.contextOf(source), limit + taken.size)
  const seen = new Set<string>()
  return [...fromLearned(source, input.learned, scene), ...scored.map((one) => toSuggestion(source, one))]
    .filter(({ target, score }) => score >= 0.3 && !taken.has(target) && !seen.has(target) && seen.add(target))
    .slice(0, limit)
}

/** The likeliest column for one field that needs one; for a point in time any point in time is better than none. */
export function suggestForTarget(target: string, input: SuggestInput): MappingSuggestion | undefined {
  const scene = prepareScene(input)
  const field = scene.fields.get(target)
  const entry = field && scene.targets.entryOf.get(field)
  if (!entry) return undefined
  const found = scene.leaves.flatMap((source): MappingSuggestion[] => {
    const context = scene.contextOf(source)
    const [best] = fromLearned(source, input.learned, scene).filter((one) => one.target === target)
    if (best) return [best]
    const scored = scoreSource(source, scene.targets, scene.scratch, context, 16).find((one) => one.entry === entry) ?? scoreTime(source, entry, context)
    return scored ? [toSuggestion(source, scored)] : []
  })
  const used = usedSources(input.document, scene)
  const worth = ({ source, score }: MappingSuggestion): number => score - (used.has(source) ? 0.1 : 0)
  return found.filter(({ score }) => score >= neededMin).toSorted((a, b) => worth(b) - worth(a))[0]
}
