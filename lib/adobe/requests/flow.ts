import type { AdobeCall } from '../types'
import type { SpecRef } from './base-connection'
import { flowService, segment } from './paths'
import type { ScheduleParams } from './schedule-params'

export type Flow = {
  name: string
  description?: string | undefined
  flowSpec: SpecRef
  sourceConnectionId: string
  targetConnectionId: string
  /** `version` is the mapping set's own number. */
  mappingSet: { id: string; version: number }
  /** Column that tells new rows from old ones; not sent for `once` (1369-400), required otherwise (1367-400). */
  deltaColumn?: string | undefined
  schedule: ScheduleParams
  options?: { partialIngestionPercent?: number | undefined; errorDiagnosticsEnabled?: boolean | undefined } | undefined
}

/** Makes the dataflow (Flow Service `POST /flows`). Exactly one source and one target connection (1321-400). */
export function flowRequest(flow: Flow): AdobeCall {
  const options = optionsOf(flow.options)
  return {
    method: 'POST',
    path: `${flowService}/flows`,
    body: {
      name: flow.name,
      ...(flow.description && { description: flow.description }),
      flowSpec: flow.flowSpec,
      sourceConnectionIds: [flow.sourceConnectionId],
      targetConnectionIds: [flow.targetConnectionId],
      transformations: transformationsOf(flow),
      scheduleParams: flow.schedule,
      ...(options && { options }),
    },
    label: 'flow',
  }
}

function transformationsOf({ schedule, deltaColumn, mappingSet }: Flow): unknown[] {
  const mapping = { name: 'Mapping', params: { mappingId: mappingSet.id, mappingVersion: mappingSet.version } }
  // Copy's own schema demands a delta column, so for `once` the whole transformation is left out.
  if (schedule.frequency === 'once' || deltaColumn === undefined) return [mapping]
  return [{ name: 'Copy', params: { deltaColumn: { name: deltaColumn } } }, mapping]
}

function optionsOf(options: Flow['options']): Record<string, unknown> | undefined {
  const given = Object.entries(options ?? {}).filter(([, value]) => value !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

/** Switches a flow on or off (`POST /flows/{id}/action?op=…`, without a body). Doing it twice does no harm. */
export const switchFlowRequest = (id: string, op: 'enable' | 'disable'): AdobeCall => ({
  method: 'POST',
  path: `${flowService}/flows/${segment(id)}/action`,
  query: { op },
  repeatable: true,
})
