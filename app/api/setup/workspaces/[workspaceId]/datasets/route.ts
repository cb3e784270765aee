import { z } from 'zod'
import type { DatasetView } from '@/components/setup/setup-views'
import { isDatasetInProfile, listDatasetsOfSchema } from '@/lib/adobe/catalog'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

/** Datasets that hold data of a schema, by name. */
export const GET = defineWorkspaceRead({
  params: { schemaId: z.string().min(1) },
  run: async (client, { schemaId }): Promise<DatasetView[]> => {
    const datasets = orExplain(await listDatasetsOfSchema(client, schemaId), 'workspace')
    return datasets
      .map(({ id, name, tags, created }) => ({
        id,
        name: name ?? id,
        isProfileEnabled: isDatasetInProfile({ tags }),
        ...(created === undefined ? {} : { createdAt: created }),
      }))
      .sort((a, b) => a.name.localeCompare(b.name))
  },
})
