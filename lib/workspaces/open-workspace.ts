import 'server-only'
import { createAdobeClient, type AdobeClientOptions } from '@/lib/adobe/http'
import type { AdobeClient, AdobeCredential } from '@/lib/adobe/types'
import { ExplainedFailure } from '@/lib/explained-error'
import { openSecret } from '@/lib/vault/vault'
import { needWorkspace } from './need-workspace'
import { organisationPace, type Urgency } from './organisation-pace'
import { toWorkspaceView, type WorkspaceView } from './workspace-view'

export type OpenOptions = AdobeClientOptions & { urgency?: Urgency }

export type OpenedWorkspace = { workspace: WorkspaceView; client: AdobeClient; credential: AdobeCredential }

/**
 * A workspace with its secret opened and a client to Adobe, which keeps to the pace of all calls to its organisation.
 * Keep the credential on the server.
 * @throws ExplainedFailure `not-found`, `workspace-archived`, `secret-unreadable`
 */
export async function openWorkspace(id: string, { urgency, ...options }: OpenOptions = {}): Promise<OpenedWorkspace> {
  const row = await needWorkspace(id)
  if (row.archivedAt !== null)
    throw new ExplainedFailure({ code: 'workspace-archived', mendAt: 'workspace', retryable: false })
  const { platformOrigin, imsOrigin, orgId, clientId, scopes, sandbox } = row
  const clientSecret = await openSecret(row.clientSecretId)
  const credential = { platformOrigin, imsOrigin, orgId, clientId, clientSecret, scopes, sandbox }
  return { workspace: toWorkspaceView(row), client: createAdobeClient(credential, { pace: organisationPace(orgId, urgency), ...options }), credential }
}
