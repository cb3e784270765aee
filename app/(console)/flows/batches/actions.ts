'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { batchRequest, objectsMax } from '@/lib/batches/batch-choices'
import { createBatchFlows, resumeBatch, undoBatch, type CarriedOut } from '@/lib/batches/carry-out-batch'
import { importBatch } from '@/lib/batches/import-batch'
import { retitleSchema } from '@/lib/batches/retitle-schema'
import { prepareAgain, startBatch } from '@/lib/batches/start-batch'
import { systemClock } from '@/lib/clock'
import { ExplainedFailure } from '@/lib/explained-error'
import { documentSizeMax, readDocument } from '@/lib/flows/read-document'

const start = defineAction({
  name: 'batch.start',
  input: batchRequest,
  run: (request, { user }) => startBatch(request, user.id, systemClock.now().getTime()),
  audit: ({ batchId }, { objects }) => ({ subject: batchId, detail: { objects: objects.length } }),
})

/** Begins a draft for each object of an account. */
export async function startBatchAction(raw: unknown): Promise<ActionAnswer<{ batchId: string }>> {
  return start(raw)
}

const importSeveral = defineAction({
  name: 'batch.import',
  input: z.object({ workspaceId: z.uuid(), name: z.string().min(1).max(200), texts: z.array(z.string().max(documentSizeMax)).min(1).max(objectsMax) }),
  run: ({ workspaceId, name, texts }, { user }) => {
    const definitions = texts.map((text) => {
      const read = readDocument(text)
      // The browser has read the documents already; what it says is not taken on trust.
      if (!read.ok) throw new ExplainedFailure({ code: 'documents.faulty', values: { count: read.error.length }, retryable: false })
      return read.data
    })
    return importBatch({ workspaceId, name, definitions, ownerId: user.id, nowMs: systemClock.now().getTime() })
  },
  audit: ({ batchId }, { texts }) => ({ subject: batchId, detail: { documents: texts.length } }),
})

/** Makes one batch of several documents. */
export async function importBatchAction(raw: unknown): Promise<ActionAnswer<{ batchId: string }>> {
  return importSeveral(raw)
}

const input = z.object({ batchId: z.uuid() })
const audit = ({ count }: CarriedOut, { batchId }: z.infer<typeof input>) => ({ subject: batchId, detail: { count } })

const create = defineAction({ name: 'batch.create', input, run: ({ batchId }, { user }) => createBatchFlows(batchId, user.id), audit })

/** Creates a flow of every draft that lacks nothing. */
export async function createBatchAction(raw: unknown): Promise<ActionAnswer<CarriedOut>> {
  return create(raw)
}

const resume = defineAction({ name: 'batch.resume', input, run: ({ batchId }, { user }) => resumeBatch(batchId, user.id), audit })

/** Goes on with every creation that failed. */
export async function resumeBatchAction(raw: unknown): Promise<ActionAnswer<CarriedOut>> {
  return resume(raw)
}

const undo = defineAction({ name: 'batch.undo', input, run: ({ batchId }, { user }) => undoBatch(batchId, user.id), audit })

/** Removes from Adobe what all flows of the batch have made there. */
export async function undoBatchAction(raw: unknown): Promise<ActionAnswer<CarriedOut>> {
  return undo(raw)
}

const retitle = defineAction({
  name: 'batch.retitle',
  input: z.object({ batchId: z.uuid(), from: z.string().min(1).max(300), to: z.string().trim().min(1).max(200) }),
  run: (asked, { user }) => retitleSchema({ ...asked, ownerId: user.id }),
  audit: ({ count }, { batchId, from, to }) => ({ subject: batchId, detail: { count, from, to } }),
})

/** Gives the schema that several flows build together another title, and goes on with them. */
export async function retitleSchemaAction(raw: unknown): Promise<ActionAnswer<CarriedOut>> {
  return retitle(raw)
}

const readAgain = defineAction({
  name: 'batch.read-again',
  input,
  run: async ({ batchId }, { user }): Promise<CarriedOut> => ({ count: await prepareAgain(batchId, user.id) }),
  audit,
})

/** Reads once more what could not be read. */
export async function readBatchAgainAction(raw: unknown): Promise<ActionAnswer<CarriedOut>> {
  return readAgain(raw)
}
