import 'server-only'
import { database } from './database'

export type PublishedPart = { adobeId: string; etag: string | undefined }

/**
 * A flow is no draft any more: it waits for its first run, its document says so, and the ledger has the version marks that
 * publishing gave its parts.
 */
export async function savePublished(flowId: string, { parts, at }: { parts: readonly PublishedPart[]; at: Date }): Promise<void> {
  await database().$transaction(async (transaction) => {
    await transaction.$executeRaw`
      UPDATE flow SET definition = definition - 'asDraft', "adobeState" = 'enabled', "adobeStateSince" = ${at},
        health = 'waiting', "healthSince" = ${at}, "updatedAt" = now()
      WHERE id = ${flowId}::uuid`
    for (const { adobeId, etag } of parts) {
      if (etag === undefined) continue
      await transaction.resource.updateMany({ where: { adobeId, uses: { some: { flowId } } }, data: { etag } })
    }
  })
}
