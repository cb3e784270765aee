import 'server-only'
import { flowDefinition } from '@/lib/flows/flow-definition'
import { database } from './database'
import type { Prisma } from './generated/client'

export type PublishedPart = { adobeId: string; etag: string | undefined }

/**
 * A flow is no draft any more: it waits for its first run, its document says so, and the ledger has the version marks that
 * publishing gave its parts.
 */
export async function savePublished(flowId: string, { parts, at }: { parts: readonly PublishedPart[]; at: Date }): Promise<void> {
  await database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM flow WHERE id = ${flowId}::uuid FOR NO KEY UPDATE`
    const flow = await transaction.flow.findUniqueOrThrow({ where: { id: flowId }, select: { definition: true } })
    const { asDraft: _noLonger, ...definition } = flowDefinition.parse(flow.definition)
    await transaction.flow.update({
      where: { id: flowId },
      data: { definition: definition as Prisma.InputJsonObject, adobeState: 'enabled', adobeStateSince: at, health: 'waiting', healthSince: at },
    })
    for (const { adobeId, etag } of parts) {
      if (etag === undefined) continue
      await transaction.resource.updateMany({ where: { adobeId, uses: { some: { flowId } } }, data: { etag } })
    }
  })
}
