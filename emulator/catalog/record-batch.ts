import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { findDataset } from './lookup'

export type BatchFacts = {
  id: string
  datasetId: string
  status: 'success' | 'failed'
  startedMs: number
  endedMs: number
  inputBytes: number
  /** Records read, written and refused. */
  inputRecords: number
  outputRecords: number
  failedRecords: number
  errors: JsonObject[]
  flowId?: string
  runId?: string
  diagnostics: boolean
  partialIngestionPercent?: number
}

/** Puts a finished batch into Catalog and notes it on its dataset. Batch ids are made by the caller (`makeUlid`). */
export function recordBatch(world: World, scope: Scope, facts: BatchFacts): JsonObject {
  const user = world.installation.credentials[0]
  const batch: JsonObject = {
    id: facts.id,
    imsOrg: scope.org,
    status: facts.status,
    created: facts.startedMs,
    updated: facts.endedMs,
    started: facts.startedMs,
    completed: facts.endedMs,
    relatedObjects: [{ type: 'dataSet', id: facts.datasetId }],
    version: '1.0.1',
    tags: tagsOf(facts),
    metrics: {
      inputByteSize: facts.inputBytes,
      inputRecordCount: facts.inputRecords,
      outputRecordCount: facts.outputRecords,
      failedRecordCount: facts.failedRecords,
      startTime: facts.startedMs,
      endTime: facts.endedMs,
    },
    recordCount: facts.outputRecords,
    failedRecordCount: facts.failedRecords,
    errors: facts.errors,
    createdUser: user.userId,
    updatedUser: user.userId,
    createdClient: user.clientId,
    inputFormat: { format: 'parquet' },
  }
  world.store.transaction(() => {
    world.store.put(scope, 'batches', facts.id, batch)
    noteOnDataset(world, scope, facts)
  })
  return batch
}

/** Batches of one dataset, newest first. */
export function listBatchesOf(world: World, scope: Scope, datasetId: string): JsonObject[] {
  return world.store
    .list(scope, 'batches')
    .filter((batch) => asArray(batch['relatedObjects']).some((one) => asText(asObject(one)['id']) === datasetId))
    .toReversed()
}

function tagsOf(facts: BatchFacts): JsonObject {
  return {
    ...(facts.flowId !== undefined && { flowId: [facts.flowId] }),
    ...(facts.runId !== undefined && { flowRunId: [facts.runId] }),
    acp_enableErrorDiagnostics: facts.diagnostics,
    ...(facts.partialIngestionPercent !== undefined && { acp_partialIngestionPercent: facts.partialIngestionPercent }),
  }
}

function noteOnDataset(world: World, scope: Scope, facts: BatchFacts): void {
  const dataset = findDataset(world, scope, facts.datasetId)
  if (dataset === undefined) return
  world.store.put(scope, 'dataSets', facts.datasetId, {
    ...dataset,
    lastBatchId: facts.id,
    lastBatchStatus: facts.status,
    ...(facts.status === 'success' ? { lastSuccessfulBatch: facts.id } : { lastFailedBatch: facts.id }),
  })
}
