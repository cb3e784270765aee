import { createHash } from 'node:crypto'

import type { JsonObject } from '../content/types'
import type { World } from '../world'
import { endOf } from './flow-ends'
import type { Job } from './schedule-book'

export type RunStatus = 'scheduled' | 'inProgress' | 'success' | 'partialSuccess' | 'failed'

/** What a run has moved so far. */
export type RunFigures = {
  status: RunStatus
  errors: JsonObject[]
  inputBytes: number
  outputBytes: number
  inputRecords: number
  outputRecords: number
  failedRecords: number
  /** What single rows suffered, by code. */
  rowErrors: JsonObject[]
  batchId?: string
  /** The source has handed its rows over, be they none. */
  hasCopied: boolean
  hasDiagnostics: boolean
}

export const nothingYet = (status: RunStatus): RunFigures => ({
  status,
  errors: [],
  inputBytes: 0,
  outputBytes: 0,
  inputRecords: 0,
  outputRecords: 0,
  failedRecords: 0,
  rowErrors: [],
  hasCopied: false,
  hasDiagnostics: false,
})

/** Ids come from what they name, so that a run repeated after a kill is the same run. */
export function idFrom(...parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\u0000')).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A run as Flow Service answers it; all times in epoch milliseconds. */
export function makeRun(
  world: World,
  flow: JsonObject,
  job: Job,
  figures: RunFigures,
  previous: JsonObject | undefined,
  updatedAt: number,
): JsonObject {
  const seconds = Math.floor(updatedAt / 1000).toString(16).padStart(8, '0')
  const etag = `"${idFrom(job.runId, figures.status, updatedAt).slice(0, 8)}-0000-0200-0000-${seconds}0000"`
  return {
    id: job.runId,
    createdAt: previous?.['createdAt'] ?? updatedAt,
    updatedAt,
    createdBy: flow['createdBy'] ?? '',
    updatedBy: flow['createdBy'] ?? '',
    createdClient: flow['createdClient'] ?? '',
    updatedClient: flow['createdClient'] ?? '',
    sandboxId: flow['sandboxId'] ?? '',
    sandboxName: flow['sandboxName'] ?? '',
    imsOrgId: flow['imsOrgId'] ?? '',
    flowId: job.flowId,
    flowSpec: flow['flowSpec'] ?? {},
    providerRefId: idFrom(job.runId, 'provider'),
    etag,
    metrics: metricsOf(job, figures),
    activities: figures.status === 'scheduled' ? [] : activitiesOf(world, flow, job, figures),
  }
}

const isOver = ({ status }: RunFigures) => status !== 'scheduled' && status !== 'inProgress'

function metricsOf(job: Job, figures: RunFigures): JsonObject {
  const files = { inputFileCount: figures.inputRecords > 0 ? 1 : 0, outputFileCount: figures.outputRecords > 0 ? 1 : 0 }
  return {
    durationSummary: { startedAtUTC: job.startMs, ...(isOver(figures) && { completedAtUTC: job.endMs }) },
    sizeSummary: { inputBytes: figures.inputBytes, outputBytes: figures.outputBytes },
    recordSummary: {
      inputRecordCount: figures.inputRecords,
      outputRecordCount: figures.outputRecords,
      createdRecordCount: figures.outputRecords,
      failedRecordCount: figures.failedRecords,
    },
    fileSummary: { ...files, activityRefs: ['promotionActivity'] },
    statusSummary: { status: figures.status, errors: figures.errors, activityRefs: ['promotionActivity'] },
  }
}

/** Two stations: from the source to a staging area, from there mapped and checked into the data lake. */
function activitiesOf(world: World, flow: JsonObject, job: Job, figures: RunFigures): JsonObject[] {
  const { hasCopied } = figures
  const copy: JsonObject = {
    id: 'copyActivity',
    name: 'Copy Activity',
    updatedAtUTC: isOver(figures) ? job.copiedMs : job.startMs,
    durationSummary: {
      startedAtUTC: job.startMs,
      ...(isOver(figures) && { completedAtUTC: job.copiedMs }),
      extensions: { windowStart: job.fromMs, windowEnd: job.toMs },
    },
    sizeSummary: { inputBytes: figures.inputBytes, outputBytes: figures.inputBytes },
    recordSummary: { inputRecordCount: figures.inputRecords, outputRecordCount: figures.inputRecords },
    fileSummary: { inputFileCount: figures.inputRecords > 0 ? 1 : 0, outputFileCount: figures.inputRecords > 0 ? 1 : 0 },
    statusSummary: {
      status: isOver(figures) ? (hasCopied ? 'success' : figures.status) : 'inProgress',
      ...(!hasCopied && figures.errors.length > 0 && { errors: figures.errors }),
      extensions: { type: job.kind === 'one-time' ? 'one-time' : 'incremental' },
    },
    sourceInfo: [
      { id: endOf(flow, 'sourceConnectionIds'), type: 'SourceConnection', reference: { type: 'AdfRunId', ids: [idFrom(job.runId, 'adf')] } },
    ],
  }
  return hasCopied && isOver(figures) ? [copy, promotionOf(world, flow, job, figures)] : [copy]
}

function promotionOf(world: World, flow: JsonObject, job: Job, figures: RunFigures): JsonObject {
  const meta = `${world.origin}/data/foundation/export/batches/${figures.batchId ?? ''}/meta?path=`
  const manifest = { failedRecords: `${meta}row_errors`, sampleErrors: `${meta}row_error_samples.json` }
  const hasManifest = figures.hasDiagnostics && figures.failedRecords > 0
  return {
    id: 'promotionActivity',
    name: 'Promotion Activity',
    updatedAtUTC: job.endMs,
    durationSummary: { startedAtUTC: job.copiedMs, completedAtUTC: job.endMs },
    sizeSummary: { inputBytes: figures.inputBytes, outputBytes: figures.outputBytes },
    recordSummary: {
      inputRecordCount: figures.inputRecords,
      outputRecordCount: figures.outputRecords,
      createdRecordCount: figures.outputRecords,
      failedRecordCount: figures.failedRecords,
    },
    fileSummary: {
      inputFileCount: figures.inputRecords > 0 ? 1 : 0,
      outputFileCount: figures.outputRecords > 0 ? 1 : 0,
    },
    statusSummary: {
      status: figures.status,
      errors: figures.errors,
      ...((hasManifest || figures.rowErrors.length > 0) && {
        extensions: { ...(hasManifest && { manifest }), errors: figures.rowErrors },
      }),
    },
    targetInfo: figures.batchId === undefined
      ? []
      : [{ id: endOf(flow, 'targetConnectionIds'), type: 'TargetConnection', reference: { type: 'Batch', ids: [figures.batchId] } }],
  }
}
