import { wildcardDepth } from '@/lib/xdm/xdm-path'
import { fitOf, type Fit } from '../compatibility'
import type { SourceField } from '../mapping-document'
import { findBridge, type BridgeContext, type TypeBridge } from '../type-bridge'
import { wordsOfPath, type WeightedWord } from './field-words'
import type { Scratch } from './scratch'
import { plainName, type TargetEntry, type TargetIndex } from './target-index'
import { shapeOfValues, type ValueShape } from './value-shape'
import { nearWords } from './vocabulary'

/** Why a link is proposed: `mapper.suggest.reasons.<code>` filled with `values`. */
export type SuggestReason = { code: string; values: Record<string, string | number> }

export type ScoredTarget = { entry: TargetEntry; score: number; fit: Fit; bridge: TypeBridge | undefined; reasons: readonly SuggestReason[] }

/** How many of the best by name are looked at closely. */
const closeLook = 16

/** Shapes that mean the same to a field. */
const matches = (source: ValueShape, target: ValueShape): boolean =>
  source === target
  || (target === 'dateTime' && (source === 'date' || source === 'epochSeconds' || source === 'epochMillis'))
  || (target === 'date' && source === 'dateTime')
  || (target === 'identifier' && source === 'uuid')
  || (target === 'decimal' && source === 'whole')

/** Shapes that tell by themselves what a field is for. */
const telling: ReadonlySet<ValueShape> = new Set(['email', 'currency', 'country', 'url', 'ip', 'phone', 'dateTime', 'uuid'])

type Judged = { words: readonly WeightedWord[]; source: SourceField; plain: string; depth: number; shape: ValueShape | undefined; index: TargetIndex; context: BridgeContext }

type Verdict = Omit<ScoredTarget, 'reasons'> & { isTelling: boolean }

/** The words of a column that a field says too, by themselves or by one near. */
const sharedWords = (words: readonly WeightedWord[], { words: theirs }: TargetEntry): string[] =>
  words.filter(({ word }) => theirs.has(word) || [...(nearWords(word)?.keys() ?? [])].some((other) => theirs.has(other))).map(({ word }) => word)

/** Near certainty ever smaller steps, so that the order stays and nothing claims to be sure. */
const settle = (score: number): number => Math.max(0, score <= 0.75 ? score : 0.75 + 0.2 * (1 - Math.exp(-2.2 * (score - 0.75))))

function judge({ source, plain, depth, shape, index, context }: Judged, entry: TargetEntry, name: number): Verdict | undefined {
  if (depth > entry.depth) return undefined
  const fit = fitOf(source.type, entry.field)
  const isShape = shape !== undefined && entry.shape !== undefined && matches(shape, entry.shape)
  const isTelling = isShape && telling.has(shape)
  // An expression reads one item of a list, so it bridges single values only.
  const bridge = depth > 0 ? undefined : findBridge(source, entry.field, context)
  if (fit.level === 'impossible' && !bridge) return undefined
  let score = Math.max(0, name)
  if (plain === entry.plain) score = Math.max(score, 0.5 + score * 0.5)
  // Values that say what they are lift a near name, and make up a little for a name that says nothing.
  if (isTelling) score = score * 0.75 + 0.25 + 0.25 / (index.byShape.get(entry.shape ?? shape)?.length ?? 1)
  else if (isShape) score += 0.06
  else if (shape !== undefined && telling.has(shape) && entry.shape !== undefined) score -= 0.22
  else if (entry.shape !== undefined && telling.has(entry.shape) && shape !== undefined && shape !== 'text') score -= 0.15
  // A single value can go into a list's first item, but a field of its own is likelier meant.
  if (depth < entry.depth) score -= 0.03
  if (fit.level === 'exact' || fit.level === 'safe' || bridge) score += 0.03
  else if (fit.level === 'lossy' && !isShape) score -= 0.06
  return { entry, score: settle(score), fit, bridge, isTelling }
}

/** Why a field was found: asked of the few that are shown. */
function explain({ words, plain, shape }: Judged, { entry, bridge, isTelling }: Verdict): SuggestReason[] {
  const reasons: SuggestReason[] = []
  if (plain === entry.plain) reasons.push({ code: 'sameName', values: {} })
  else {
    const shared = sharedWords(words, entry)
    if (shared.length > 0) reasons.push({ code: 'words', values: { words: shared.slice(0, 3).join(', ') } })
  }
  if (isTelling && shape) reasons.push({ code: 'looksLike', values: { shape } })
  if (bridge) reasons.push({ code: 'bridge', values: { bridge: bridge.code } })
  return reasons
}

export type ScoreContext = BridgeContext & {
  /** Words of the table the column stands in: `id` means another thing in charges than in customers. */
  about?: readonly string[] | undefined
}

/** The targets a source may mean, best first, at most `limit` of them. */
export function scoreSource(source: SourceField, index: TargetIndex, scratch: Scratch, context: ScoreContext, limit = 3): ScoredTarget[] {
  const words = wordsOfPath(source.path)
  const about = (context.about ?? []).filter((word) => !words.some((own) => own.word === word))
  const names = scratch.nearest([...words, ...about.map((word) => ({ word, weight: 0.2, isOwn: false }))], closeLook)
  const shape = shapeOfValues(source.samples ?? [])
  const judged: Judged = { words, source, plain: plainName(source.name), depth: wildcardDepth(source.path), shape, index, context }
  const found: Verdict[] = []
  const look = (at: number, name: number): void => {
    const entry = index.entries[at]
    const verdict = entry && judge(judged, entry, name)
    if (verdict) found.push(verdict)
  }
  for (const { at, score } of names) look(at, score)
  if (shape && telling.has(shape)) {
    const byName = new Set(names.map(({ at }) => at))
    for (const at of (index.byShape.get(shape) ?? []).filter((one) => !byName.has(one)).slice(0, closeLook)) look(at, 0)
  }
  return found
    .toSorted((a, b) => b.score - a.score || a.entry.field.path.length - b.entry.field.path.length)
    .slice(0, limit)
    .map((one) => ({ entry: one.entry, score: one.score, fit: one.fit, bridge: one.bridge, reasons: explain(judged, one) }))
}

const times: ReadonlySet<ValueShape> = new Set(['dateTime', 'date', 'epochSeconds', 'epochMillis'])

/** A point in time onto a field for one, whatever both are called; when something came to be before when it last changed. */
export function scoreTime(source: SourceField, entry: TargetEntry, context: BridgeContext): ScoredTarget | undefined {
  const shape = source.type === 'date-time' || source.type === 'date' ? 'dateTime' : shapeOfValues(source.samples ?? [])
  if (entry.shape !== 'dateTime' || !shape || !times.has(shape) || wildcardDepth(source.path) > entry.depth) return undefined
  const fit = fitOf(source.type, entry.field)
  const bridge = findBridge(source, entry.field, context)
  if (fit.level === 'impossible' && !bridge) return undefined
  const isBirth = wordsOfPath(source.path).some(({ word }) => ['create', 'initiation', 'initiated', 'date'].includes(word))
  return { entry, score: isBirth ? 0.35 : 0.26, fit, bridge, reasons: [{ code: 'looksLike', values: { shape } }] }
}
