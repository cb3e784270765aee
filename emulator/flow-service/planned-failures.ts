import { z } from 'zod'

import { readSetting, writeSetting } from '../installation'
import type { World } from '../world'

/** What the next runs shall suffer, those of one flow or of any: an end in failure with a code, or not coming at all. */
export const plannedFailureSchema = z.strictObject({
  flowId: z.string().min(1).optional(),
  /** How many runs. */
  count: z.int().min(1).default(1),
  kind: z.enum(['fail', 'skip']).default('fail'),
  code: z.string().min(1).default('CONNECTOR-1001-500'),
  message: z.string().default('Copying from the source failed: the source did not answer.'),
})

export type PlannedFailure = z.infer<typeof plannedFailureSchema>

/** Makes coming runs fail or stay away; kept over restarts. */
export function planFailure(world: World, failure: PlannedFailure): void {
  writeList(world, [...listPlannedFailures(world), failure])
}

export function listPlannedFailures(world: World): PlannedFailure[] {
  const parsed = z.array(plannedFailureSchema).safeParse(readSetting(world.store, 'plannedFailures')?.['list'])
  return parsed.success ? parsed.data : []
}

export function clearPlannedFailures(world: World): void {
  if (listPlannedFailures(world).length > 0) writeList(world, [])
}

/** Takes one failure of a kind for a flow off the list, if there is one. */
export function takeFailure(world: World, flowId: string, kind: PlannedFailure['kind']): PlannedFailure | undefined {
  const list = listPlannedFailures(world)
  const index = list.findIndex((one) => one.kind === kind && (one.flowId === undefined || one.flowId === flowId))
  const found = list[index]
  if (found === undefined) return undefined
  writeList(world, found.count > 1 ? list.with(index, { ...found, count: found.count - 1 }) : list.toSpliced(index, 1))
  return found
}

function writeList(world: World, list: PlannedFailure[]): void {
  writeSetting(world.store, 'plannedFailures', { list: list.map(({ flowId, ...rest }) => (flowId === undefined ? rest : { ...rest, flowId })) })
}
