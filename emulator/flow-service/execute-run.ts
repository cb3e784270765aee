import { createHash } from 'node:crypto'

import { writeBatchFiles } from '../catalog/batch-files'
import { recordBatch } from '../catalog/record-batch'
import type { JsonObject } from '../content/types'
import { asObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { readEnds } from './flow-ends'
import { ingestRows, thresholdOf, type Ingestion } from './ingest'
import { takeFailure } from './planned-failures'
import { readWindow } from './read-window'
import { nothingYet, type RunFigures } from './run-document'
import type { Job } from './schedule-book'

/** What a run came to, and how to put its batch into the catalogue: within the change that ends the run. */
export type Outcome = { figures: RunFigures; recordBatch: () => void }

const nothing = () => undefined

/** Reads the window, maps it, keeps the files of the batch. What the catalogue is told comes later, in one change. */
export async function executeRun(world: World, scope: Scope, flow: JsonObject | undefined, job: Job): Promise<Outcome> {
  if (flow === undefined) return failed('CONNECTOR-2001-500', 'Processing failed: the flow was deleted while the run was under way.')
  const planned = takeFailure(world, job.flowId, 'fail')
  if (planned !== undefined) return failed(planned.code, planned.message)
  const reading = await readWindow(world, scope, flow, job)
  if (!reading.ok) return failed('CONNECTOR-1001-500', reading.message)
  const { datasetId } = readEnds(flow)
  const read = { inputRecords: reading.rows.length, inputBytes: sizeOf(reading.rows), hasCopied: true }
  if (world.store.get(scope, 'dataSets', datasetId) === undefined)
    return failed('CONNECTOR-2001-500', 'Processing failed: the dataset does not exist any more.', read)
  const ingestion = await ingestRows(world, scope, flow, reading.rows, `${reading.path}.json`)
  if (ingestion === undefined) return failed('CONNECTOR-2001-500', 'Processing failed: the mapping set or its schema does not exist any more.', read)
  return ingested(world, scope, flow, job, { ingestion, datasetId, ...read })
}

function failed(code: string, message: string, read: Partial<RunFigures> = {}): Outcome {
  return { figures: { ...nothingYet('failed'), ...read, errors: [{ code, message }] }, recordBatch: nothing }
}

type Landed = { ingestion: Ingestion; datasetId: string; inputRecords: number; inputBytes: number }

function ingested(world: World, scope: Scope, flow: JsonObject, job: Job, landed: Landed): Outcome {
  const { ingestion, datasetId, inputRecords, inputBytes } = landed
  const hasDiagnostics = asObject(flow['options'])['errorDiagnosticsEnabled'] === true
  const written = ingestion.isOverThreshold ? [] : ingestion.written
  const refused = ingestion.refused
  const errors = errorsOf(ingestion, thresholdOf(flow), hasDiagnostics)
  const figures: RunFigures = {
    status: statusOf(world, ingestion),
    errors,
    inputBytes,
    outputBytes: sizeOf(written),
    inputRecords,
    outputRecords: written.length,
    failedRecords: refused.length,
    rowErrors: ingestion.errors.map((error) => ({ ...error })),
    hasCopied: true,
    hasDiagnostics,
  }
  // Nothing new: a run that ends well and leaves no batch.
  if (inputRecords === 0) return { figures, recordBatch: nothing }
  const batchId = batchIdOf(job)
  writeBatchFiles(world, batchId, { written, refused: hasDiagnostics ? refused : [] })
  const isFailed = ingestion.isOverThreshold
  return {
    figures: { ...figures, batchId },
    recordBatch: () => {
      recordBatch(world, scope, {
        id: batchId, datasetId, status: isFailed ? 'failed' : 'success', startedMs: job.copiedMs, endedMs: job.endMs,
        inputBytes, inputRecords, outputRecords: written.length, failedRecords: refused.length,
        errors: [...errors, ...ingestion.errors].map(({ code, message, ...rest }) => ({ code: code ?? '', description: message ?? '', ...rest })),
        flowId: job.flowId, runId: job.runId, diagnostics: hasDiagnostics, partialIngestionPercent: thresholdOf(flow),
      })
    },
  }
}

function statusOf(world: World, { refused, isOverThreshold }: Ingestion): RunFigures['status'] {
  if (isOverThreshold) return 'failed'
  return refused.length > 0 ? world.switches.partialStatus : 'success'
}

function errorsOf({ written, refused, isOverThreshold }: Ingestion, percent: number, hasDiagnostics: boolean): JsonObject[] {
  if (refused.length === 0) return []
  if (isOverThreshold) {
    const share = `${refused.length} of ${refused.length + written.length} rows were refused`
    return [{ code: 'CONNECTOR-2001-500', message: `Processing failed: ${share}, more than the ${percent} % that the flow bears.` }]
  }
  const message = `Encountered errors in ${refused.length} rows. Ingested the other ${written.length} rows.`
  return [{ code: hasDiagnostics ? 'INGEST-1212-400' : 'INGEST-1211-400', message }]
}

const sizeOf = (rows: JsonObject[]) => rows.reduce((sum, row) => sum + Buffer.byteLength(JSON.stringify(row)), 0)

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A ULID made of the run's end and its id, so that a run repeated after a kill fills the same batch. */
function batchIdOf(job: Job): string {
  let time = ''
  for (let rest = job.endMs, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = crockford.charAt(rest % 32) + time
  const digest = createHash('sha256').update(`batch ${job.runId}`).digest()
  return time + [...digest.subarray(0, 16)].map((byte) => crockford.charAt(byte % 32)).join('')
}
