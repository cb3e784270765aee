import type { FlowDefinition } from './flow-definition'

/** Why something cannot change in place; sentences are `documents.fixed.<reason>`. */
export const fixedReasons = ['source', 'data', 'delta', 'raw-schema', 'schema', 'dataset', 'start', 'backfill', 'once', 'options', 'draft', 'format'] as const
export type FixedReason = (typeof fixedReasons)[number]

/** A difference between two definitions of one flow. */
export type DefinitionChange = {
  /** Place in the document; of the mapping as a whole where its rows differ. */
  path: string
  before?: string
  after?: string
  /** What Adobe lets a flow that exists be changed in; everything else needs a new flow. */
  isPossible: boolean
  /** Why not, where it is not. */
  reason?: FixedReason
  /** Of the mapping: the rows that come and those that go, as people read them. */
  rows?: { added: string[]; removed: string[] }
}

/**
 * What Adobe lets a flow that has begun change: its name and description, how often it runs, and its mapping. Start and
 * backfill are fixed once the start has passed (1366-400, 1404-400), `once` and repeating are different transformations,
 * the rest is in the things the flow is made of.
 */
const changeable = /^(name$|description$|schedule\.(frequency|interval)$|mapping\.rows$)/

/**
 * What is different in `after`. The mapping is one thing, because Adobe takes a whole mapping set; ids of its rows are
 * ours and count for nothing. Pure.
 */
export function compareDefinitions(before: FlowDefinition, after: FlowDefinition): DefinitionChange[] {
  const { mapping: oldMapping, ...oldRest } = before
  const { mapping: newMapping, ...newRest } = after
  const changes = differ(oldRest, newRest, '', staysRepeating(before, after))
  const [oldRows, newRows] = [rowsOf(oldMapping), rowsOf(newMapping)]
  if (JSON.stringify(oldRows) !== JSON.stringify(newRows)) {
    const added = newRows.filter((row) => !oldRows.includes(row))
    const removed = oldRows.filter((row) => !newRows.includes(row))
    changes.push({ path: 'mapping.rows', before: `−${removed.length}`, after: `+${added.length}`, isPossible: true, rows: { added, removed } })
  }
  return changes
}

const rowsOf = ({ rows }: FlowDefinition['mapping']) =>
  rows.map(({ sourceType, source, destination }) => `${destination} ← ${sourceType} ${source}`)

const staysRepeating = (before: FlowDefinition, after: FlowDefinition) =>
  before.schedule.frequency !== 'once' && after.schedule.frequency !== 'once'

function differ(before: unknown, after: unknown, path: string, mayReschedule: boolean): DefinitionChange[] {
  if (isPlain(before) && isPlain(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => differ(before[name], after[name], path ? `${path}.${name}` : name, mayReschedule))
  }
  const [old, fresh] = [shown(before), shown(after)]
  if (JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))) return []
  const isPossible = changeable.test(path) && (mayReschedule || !path.startsWith('schedule'))
  const reason = isPossible ? undefined : reasonOf(path)
  return [{ path, ...(old !== undefined && { before: old }), ...(fresh !== undefined && { after: fresh }), isPossible, ...(reason && { reason }) }]
}

function reasonOf(path: string): FixedReason {
  const reasons: [RegExp, FixedReason][] = [
    [/^source/, 'source'], [/^data\.deltaColumn/, 'delta'], [/^data/, 'data'], [/^rawSchema/, 'raw-schema'],
    [/^target\.schema/, 'schema'], [/^target\.dataset/, 'dataset'], [/^schedule\.start/, 'start'], [/^schedule\.backfill/, 'backfill'],
    [/^schedule/, 'once'], [/^options/, 'options'], [/^asDraft/, 'draft'],
  ]
  return reasons.find(([pattern]) => pattern.test(path))?.[1] ?? 'format'
}

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (Array.isArray(value)) return `[${value.length}]`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** Databases and editors reorder the keys of an object; their order means nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]))
}

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
