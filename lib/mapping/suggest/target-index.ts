import type { XdmField } from '@/lib/xdm/field'
import { indexFields } from '@/lib/xdm/field-index'
import { mapKeySegment, wildcardDepth } from '@/lib/xdm/xdm-path'
import { wordsOfName, wordsOfPath, type WeightedWord } from './field-words'
import type { ValueShape } from './value-shape'
import { kindOf, marksOf } from './vocabulary'

/** One field that values can be written to, prepared for comparing. */
export type TargetEntry = {
  field: XdmField
  words: ReadonlySet<string>
  plain: string
  shape: ValueShape | undefined
  /** What its name says of its values, whatever they are about. */
  kind: string | undefined
  /** Whether nothing holds it. */
  isRoot: boolean
  /** How many lists it stands in. */
  depth: number
}

/** What comparing by name reads of every entry, in arrays: it is read millions of times. */
export type TargetFigures = {
  /** One over the sum of the weights of an entry's own words, rare words counting more. */
  perOwn: Float64Array
  /** The same for all of its words. */
  perWhole: Float64Array
  /** Below zero for fields that systems keep for themselves. */
  priors: Float64Array
  /** The marks among an entry's words (vocabulary). */
  marks: Int32Array
}

/** The fields that say a word: their places, the word's weight there, the same times its rarity, and whether it is their own. */
export type Postings = { ats: Int32Array; weights: Float32Array; heards: Float32Array; owns: Uint8Array }
type Posting = { at: number; weight: number; isOwn: boolean }

export type TargetIndex = {
  entries: readonly TargetEntry[]
  entryOf: ReadonlyMap<XdmField, TargetEntry>
  figures: TargetFigures
  postings: ReadonlyMap<string, Postings>
  /** How rare a word is among the paths: what stands everywhere tells little. */
  rarity: (word: string) => number
  byShape: ReadonlyMap<ValueShape, readonly number[]>
}

export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Fields of the repository, of consent and of verification: present in every address, meant for no column. */
const housekeeping = /(^|\.)(_repo\b|_schema\b|repository|createdByBatch|modifiedByBatch|lastVerified|consents\b|optInOut|extSourceSystemAudit|status(Reason)?$|label$|primary$|dmaID|msaID)/

/** Commerce's measures (purchases, checkouts and the like): they count what happened, they hold no ids and no amounts. */
const measure = /^commerce\.\w+\.(id|value)$/

/** What payments are about stands first; where people walk and what they browse with is rarely in a payment. */
function priorOf(path: string): number {
  const depth = 0.008 * path.split('.').length
  const place = path.startsWith('commerce.order.') ? 0.04 : /^(placeContext|device|environment|web|application|search|media|implementationDetails)\b/.test(path) ? -0.08
    : /^fax|^commerce\.(cart|requisition)/i.test(path) ? -0.05 : 0
  return place - depth - (housekeeping.test(path) ? 0.15 : 0) - (measure.test(path) ? 0.12 : 0)
}

function shapeOfField({ name, path, type, format, itemType }: XdmField): ValueShape | undefined {
  const plain = type === 'array' ? itemType : type
  if (plain === 'date-time') return 'dateTime'
  if (plain === 'date') return 'date'
  if (plain === 'boolean') return 'flag'
  if (plain !== 'string') return plain === 'number' ? 'decimal' : 'whole'
  if (format === 'email' || (/e?mail/i.test(path) && /^(address|email|emailAddress|id)$/i.test(name))) return 'email'
  if (/currency/i.test(name)) return 'currency'
  if (/country_?code/i.test(name)) return 'country'
  if (/^full_?name$/i.test(name)) return 'fullName'
  if (/^ip(v[46])?|ipAddress/i.test(name)) return 'ip'
  if (/(url|uri|link)$/i.test(name) || format === 'uri') return 'url'
  if (/phone/i.test(path) && /^(number|phone)/i.test(name)) return 'phone'
  return /(^_?|[a-z])id$|ID$/.test(name) ? 'identifier' : undefined
}

const known = new WeakMap<readonly XdmField[], TargetIndex>()

/** The words of every leaf of a schema, looked up both ways. Made once a schema. */
export function indexTargets(targets: readonly XdmField[]): TargetIndex {
  const cached = known.get(targets)
  if (cached) return cached
  const leaves = [...indexFields(targets).values()].filter(
    (field) => field.children.length === 0 && !field.deprecated && !field.path.includes(mapKeySegment),
  )
  const counts = new Map<string, number>()
  const read = leaves.map((field) => {
    const words = wordsOfPath(field.path)
    for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1)
    return { field, words }
  })
  const most = Math.log(1 + leaves.length)
  // A word of the schema never counts less than a third of one that stands nowhere else.
  const rarities = new Map([...counts].map(([word, count]) => [word, Math.max(0.33, Math.log(1 + leaves.length / count) / most)]))
  const rarity = (word: string): number => rarities.get(word) ?? 0.75
  const entries = read.map(({ field, words }): TargetEntry => ({
    field,
    words: new Set(words.map(({ word }) => word)),
    plain: plainName(field.name),
    shape: shapeOfField(field),
    kind: kindOf(wordsOfName(field.name)),
    isRoot: !field.path.includes('.'),
    depth: wildcardDepth(field.path),
  }))
  const totalOf = (words: readonly WeightedWord[]): number => words.reduce((sum, { word, weight }) => sum + weight * rarity(word), 0)
  const per = (total: number): number => (total > 0 ? 1 / total : 0)
  const figures: TargetFigures = {
    perOwn: Float64Array.from(read, ({ words }) => per(totalOf(words.filter(({ isOwn }) => isOwn)))),
    perWhole: Float64Array.from(read, ({ words }) => per(totalOf(words))),
    priors: Float64Array.from(read, ({ field }) => priorOf(field.path)),
    marks: Int32Array.from(read, ({ words }) => marksOf(words.map(({ word }) => word))),
  }
  const lists = new Map<string, Posting[]>()
  const byShape = new Map<ValueShape, number[]>()
  read.forEach(({ words }, at) => {
    const shape = entries[at]?.shape
    for (const { word, weight, isOwn } of words) {
      const list = lists.get(word)
      if (list) list.push({ at, weight, isOwn })
      else lists.set(word, [{ at, weight, isOwn }])
    }
    const alike = shape && byShape.get(shape)
    if (alike) alike.push(at)
    else if (shape) byShape.set(shape, [at])
  })
  const postings = new Map([...lists].map(([word, list]): [string, Postings] => [word, {
    ats: Int32Array.from(list, ({ at }) => at),
    weights: Float32Array.from(list, ({ weight }) => weight),
    heards: Float32Array.from(list, ({ weight }) => weight * rarity(word)),
    owns: Uint8Array.from(list, ({ isOwn }) => (isOwn ? 1 : 0)),
  }]))
  const index = { entries, entryOf: new Map(entries.map((entry) => [entry.field, entry])), figures, postings, rarity, byShape }
  known.set(targets, index)
  return index
}
