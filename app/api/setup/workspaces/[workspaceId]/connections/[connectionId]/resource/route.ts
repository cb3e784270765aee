import { z } from 'zod'
import type { TableDetail } from '@/components/setup/setup-views'
import { exploreResource } from '@/lib/adobe/flow-service/connections'
import type { ExploredHierarchy } from '@/lib/adobe/answers-specs'
import { hierarchyOf, wrapRows } from '@/lib/sources/hierarchy'
import { defineWorkspaceRead, orExplain } from '../../../../../workspace-read'

/** As many records as a person looks through. */
const mostRows = 50

/** A REST resource's hierarchy with some records; types that Adobe does not know are taken from the records. */
export const GET = defineWorkspaceRead({
  params: { connectionId: z.string().min(1), path: z.string().trim().min(1).max(500) },
  run: async (client, { connectionId, path }): Promise<TableDetail> => {
    const whole = await exploreResource(client, connectionId, path, { preview: true })
    if (whole.ok) return detailOf(whole.data)
    const bare = await exploreResource(client, connectionId, path)
    // The first answer's error is the telling one when both were refused.
    if (!bare.ok) return orExplain(whole, 'source')
    return { ...detailOf(bare.data), isPreviewMissing: true }
  },
})

function detailOf({ schema, data }: ExploredHierarchy): TableDetail {
  const rows = wrapRows(schema, (data ?? []).slice(0, mostRows))
  return { ...hierarchyOf(schema, rows), rows }
}
