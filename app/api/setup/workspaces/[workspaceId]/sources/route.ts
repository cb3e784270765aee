import type { SourceView } from '@/components/setup/setup-views'
import { getConnectionSpec } from '@/lib/adobe/flow-service/specs'
import { isNotFound } from '@/lib/adobe/results'
import { authFieldsOf } from '@/lib/sources/auth-fields'
import { catalogue } from '@/lib/sources/catalogue'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

/** Which sources of the catalogue this workspace's Adobe offers, and how each wants to be authenticated. */
export const GET = defineWorkspaceRead({
  run: async (client) => {
    const views = catalogue.map(async (source): Promise<SourceView> => {
      const found = await getConnectionSpec(client, source.connectionSpec.id)
      if (!found.ok && isNotFound(found.error)) return { key: source.key, isOffered: false, authFields: [] }
      const { id, version, authSpec } = orExplain(found, 'workspace')
      const auth = authSpec?.find(({ name }) => name === source.authSpecName) ?? authSpec?.[0]
      return { key: source.key, isOffered: true, connectionSpec: { id, version }, authFields: authFieldsOf(auth?.spec, source.authFields) }
    })
    return Promise.all(views)
  },
})
