import type { XdmField } from '@/lib/xdm/field'
import { parentPath, wildcardDepth } from '@/lib/xdm/xdm-path'
import { fitOf, type Fit } from '../compatibility'
import type { SourceField } from '../mapping-document'
import { findBridge, type BridgeContext, type TypeBridge } from '../type-bridge'
import { wordsOfName, wordsOfPath, type WeightedWord } from './field-words'
import type { Scratch } from './scratch'
import { plainName, type TargetEntry, type TargetIndex } from './target-index'
import { shapeOfValues, type ValueShape } from './value-shape'
import { genericNames, kindOf, nearWords, personWords } from './vocabulary'

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

/** Part of what is missing to certainty. */
const lift = (score: number, share: number): number => score + (1 - score) * share

/** Shapes so rare among a payment's columns that they nearly settle it; currencies and times stand beside everything. */
const plainlyTelling: ReadonlySet<ValueShape> = new Set(['email', 'ip', 'phone', 'uuid'])

/** When something came to be, not when it last changed. */
const birthWords: ReadonlySet<string> = new Set(['create', 'initiation', 'initiated', 'occurred', 'placed', 'opened'])

/** Shapes that tell by themselves what a field is for. */
const telling: ReadonlySet<ValueShape> = new Set(['email', 'currency', 'country', 'url', 'ip', 'phone', 'dateTime', 'uuid'])

type Judged = {
  words: readonly WeightedWord[]
  source: SourceField
  plain: string
  kind: string | undefined
  isRoot: boolean
  depth: number
  shape: ValueShape | undefined
  index: TargetIndex
  context: ScoreContext
}

type Verdict = Omit<ScoredTarget, 'reasons'> & { isTelling: boolean }

/** The words of a column that a field says too, by themselves or by one near. */
const sharedWords = (words: readonly WeightedWord[], { words: theirs }: TargetEntry): string[] =>
  words.filter(({ word }) => theirs.has(word) || [...(nearWords(word)?.keys() ?? [])].some((other) => theirs.has(other))).map(({ word }) => word)

/** Near certainty ever smaller steps, so that the order stays and nothing claims to be sure. */
const settle = (score: number): number => Math.max(0, score <= 0.75 ? score : 0.75 + 0.2 * (1 - Math.exp(-2.2 * (score - 0.75))))

/** The same name, which means something where it says something by itself or both sides stand in alike places. */
function isNamedAlike({ words, plain, isRoot }: Judged, entry: TargetEntry): boolean {
  if (plain !== entry.plain) return false
  if (!genericNames.has(plain)) return true
  return isRoot ? entry.isRoot : words.some(({ word, isOwn }) => !isOwn && entry.words.has(word))
}

/** What the two fields that every event has want: the row's own id, no other thing's, and when it came to be. */
function ofTheRow({ words, isRoot, context }: Judged, { isRoot: isWhole, plain }: TargetEntry): number {
  if (!isWhole || (plain !== 'id' && plain !== 'timestamp')) return 0
  const own = words.filter(({ isOwn }) => isOwn).map(({ word }) => word)
  if (plain === 'timestamp') return own.some((word) => birthWords.has(word)) ? 0.12 : own.includes('update') ? -0.1 : 0
  const isOfRow = isRoot && own.includes('id') && own.every((word) => word === 'id' || (context.about ?? []).includes(word))
  return isOfRow ? 0 : -0.3
}

function judge(judged: Judged, entry: TargetEntry, name: number): Verdict | undefined {
  const { source, depth, shape, index, context } = judged
  if (depth > entry.depth) return undefined
  const fit = fitOf(source.type, entry.field)
  const isShape = shape !== undefined && entry.shape !== undefined && matches(shape, entry.shape)
  const isTelling = isShape && telling.has(shape)
  // An expression reads one item of a list, so it bridges single values only.
  const bridge = depth > 0 ? undefined : findBridge(source, entry.field, context)
  if (fit.level === 'impossible' && !bridge) return undefined
  let score = Math.max(0, name)
  if (isNamedAlike(judged, entry)) score = Math.max(score, 0.5 + score * 0.5)
  if (judged.kind !== undefined && entry.kind !== undefined && judged.kind !== entry.kind) score -= 0.12
  score += ofTheRow(judged, entry)
  // Values that say what they are lift a near name, and make up a little for a name that says nothing.
  if (isTelling) score = lift(score, plainlyTelling.has(shape) ? 0.25 : 0.15) + 0.25 / (index.byShape.get(entry.shape ?? shape)?.length ?? 1)
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

/**
 * A column's words with what its table adds: a name that says little alone (`id`, `number`) is the table's, others only
 * lean towards it. Beside somebody, `name` is a person's whole name.
 */
function readInTable(words: readonly WeightedWord[], about: readonly string[]): readonly WeightedWord[] {
  const has = new Set(words.map(({ word }) => word))
  const own = words.filter(({ isOwn }) => isOwn)
  const isAlone = words.length === 1 && own.some(({ word }) => genericNames.has(word))
  const added = about.filter((word) => !has.has(word)).map((word) => ({ word, weight: isAlone ? 0.6 : 0.2, isOwn: false }))
  const isWholeName = own.some(({ word }) => word === 'name') && !['first', 'last', 'middle', 'full'].some((part) => has.has(part))
    && (words.some(({ word }) => personWords.has(word)) || (isAlone && about.some((word) => personWords.has(word))))
  const person = isWholeName ? [{ word: 'full', weight: 0.6, isOwn: true }, { word: 'person', weight: 0.4, isOwn: false }] : []
  return [...words, ...added, ...person.filter(({ word }) => !has.has(word))]
}

/** The targets a source may mean, best first: at most `limit` of them, and those of `wanted` that came near. */
export function scoreSource(
  source: SourceField, index: TargetIndex, scratch: Scratch, context: ScoreContext, limit = 3, wanted?: ReadonlySet<XdmField>,
): ScoredTarget[] {
  const words = readInTable(wordsOfPath(source.path), context.about ?? [])
  const names = scratch.nearest(words, context.about ?? [], closeLook)
  const shape = shapeOfValues(source.samples ?? [])
  const judged: Judged = { words, source, plain: plainName(source.name), kind: kindOf(wordsOfName(source.name)), isRoot: parentPath(source.path) === undefined, depth: wildcardDepth(source.path), shape, index, context }
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
    .filter(({ entry }, place) => place < limit || wanted?.has(entry.field))
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
  const isBirth = wordsOfPath(source.path).some(({ word }) => birthWords.has(word) || word === 'date') && !wordsOfPath(source.path).some(({ word }) => word === 'update')
  return { entry, score: isBirth ? 0.35 : 0.26, fit, bridge, reasons: [{ code: 'looksLike', values: { shape } }] }
}
