import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { readSetting, writeSetting } from '../installation'
import type { World } from '../world'

/** What the next runs shall suffer, of one flow or of any: a failure with its code, or not coming at all. */
export type PlannedFailure = { flowId?: string; count: number; kind: 'fail' | 'skip'; code: string; message: string }

/** Makes coming runs fail or stay away; kept over restarts. */
export function planFailure(world: World, failure: PlannedFailure): void {
  writeSetting(world.store, 'plannedFailures', { list: [...readPlanned(world), failure] })
}

export function listPlannedFailures(world: World): PlannedFailure[] {
  return readPlanned(world)
}

export function clearPlannedFailures(world: World): void {
  writeSetting(world.store, 'plannedFailures', { list: [] })
}

/** Takes one failure of a kind for a flow off the list, if there is one. */
export function takeFailure(world: World, flowId: string, kind: PlannedFailure['kind']): PlannedFailure | undefined {
  const list = readPlanned(world)
  const index = list.findIndex((one) => one.kind === kind && (one.flowId === undefined || one.flowId === flowId))
  const found = list[index]
  if (found === undefined) return undefined
  const rest = found.count > 1 ? list.with(index, { ...found, count: found.count - 1 }) : list.toSpliced(index, 1)
  writeSetting(world.store, 'plannedFailures', { list: rest })
  return found
}

function readPlanned(world: World): PlannedFailure[] {
  return asArray(readSetting(world.store, 'plannedFailures')?.['list']).map((one) => readOne(asObject(one)))
}

function readOne(one: JsonObject): PlannedFailure {
  const flowId = asText(one['flowId'])
  return {
    ...(flowId !== '' && { flowId }),
    count: Number(one['count'] ?? 1),
    kind: one['kind'] === 'skip' ? 'skip' : 'fail',
    code: asText(one['code']),
    message: asText(one['message']),
  }
}
