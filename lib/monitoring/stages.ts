import type { FlowState, RunBar, Stage, StageKey, StageState } from './flow-views'
import { explainingErrors } from './error-guide'
import type { RunError } from './run-record'

/** Where in the stream a run's error arose, by the beginning of its code. */
const places: readonly [RegExp, StageKey][] = [
  [/^(CONNECTOR-1|SOURCE|133$)/i, 'source'],
  [/^(MAPPER|DATAPREP|CONNECTOR-2001)/i, 'mapping'],
  [/^(INGEST|DCVS|XDM|CATALOG|PROMOTION)/i, 'dataset'],
]

export const placeOfCode = (code: string): StageKey | undefined => places.find(([pattern]) => pattern.test(code))?.[1]

const order: readonly StageKey[] = ['source', 'raw', 'mapping', 'dataset']

type Names = Partial<Record<StageKey, string>>

/**
 * The stream of a flow from source to dataset with the state of each part, told by its last run that ended: what failed
 * it, what it lost rows at, and that nothing came further than where it broke. Pure.
 */
export function stagesOf(state: FlowState, lastEnded: (Pick<RunBar, 'status'> & { errors: readonly RunError[] }) | undefined, names: Names): Stage[] {
  const named = (key: StageKey, stateOf: StageState, code?: string): Stage => ({
    key,
    state: stateOf,
    ...(names[key] !== undefined && { name: names[key] }),
    ...(code !== undefined && { code }),
  })
  if (!lastEnded || state === 'missing' || state === 'deleted') return order.map((key) => named(key, 'idle'))
  const codes = new Map<StageKey, string>()
  for (const { code } of explainingErrors(lastEnded.errors)) {
    const place = placeOfCode(code)
    if (place && !codes.has(place)) codes.set(place, code)
  }
  if (lastEnded.status !== 'failed') {
    return order.map((key) => named(key, codes.has(key) ? 'warn' : 'good', codes.get(key)))
  }
  // A failed run without a code that we can place broke somewhere behind the source.
  const broke = order.find((key) => codes.has(key)) ?? 'mapping'
  return order.map((key) => {
    if (key === broke) return named(key, 'bad', codes.get(key) ?? lastEnded.errors[0]?.code)
    return named(key, order.indexOf(key) < order.indexOf(broke) ? 'good' : 'idle')
  })
}
