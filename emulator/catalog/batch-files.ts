import type { JsonObject } from '../content/types'
import { asObject, jsonSchema } from '../json'
import type { World } from '../world'

/** Rows of one batch: what arrived in the dataset, and what was refused (each with `_errors`). */
export type BatchRows = { written: JsonObject[]; refused: JsonObject[] }

/** Keeps a batch's rows. To be called before the batch itself is recorded, so that no batch points at nothing. */
export function writeBatchFiles(world: World, batchId: string, rows: BatchRows): void {
  world.store.writeBlob(`batches/${batchId}/rows.jsonl`, toLines(rows.written))
  world.store.writeBlob(`batches/${batchId}/row_errors.jsonl`, toLines(rows.refused))
}

/** The text of a batch's file, one JSON object a line; undefined where the batch has none. */
export function readBatchFile(world: World, batchId: string, kind: 'rows' | 'row_errors'): string | undefined {
  return world.store.readBlob(`batches/${batchId}/${kind}.jsonl`)
}

/** The rows that a batch brought into its dataset. */
export function readWrittenRows(world: World, batchId: string): JsonObject[] {
  const lines = (readBatchFile(world, batchId, 'rows') ?? '').split('\n').filter((line) => line !== '')
  return lines.map((line) => asObject(jsonSchema.parse(JSON.parse(line))))
}

const toLines = (rows: JsonObject[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
