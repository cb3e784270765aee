import 'server-only'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { connectionItem } from '@/lib/adobe/answers'
import { registryPage } from '@/lib/adobe/answers-registry'
import { listPage } from '@/lib/adobe/flow-service/items'
import { listRegistryRequest } from '@/lib/adobe/requests/schema-registry'
import { dataOf } from '@/lib/adobe/results'
import { listSandboxes } from '@/lib/adobe/sandboxes'
import { getRegistryStats } from '@/lib/adobe/schema-registry'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { saveWorkspaceChecks, type WorkspaceCheck } from '@/lib/data/workspaces'
import type { Result } from '@/lib/result'
import { openWorkspace } from './open-workspace'

/** Tries a kept workspace, keeps what came out, and answers the named checks in their order. */
export async function checkWorkspace(id: string, now: Date = new Date()): Promise<WorkspaceCheck[]> {
  const { client } = await openWorkspace(id, { retry: { maxTries: 2, budgetMs: 20_000 } })
  const { checks, tenantId } = await runChecks(client)
  await saveWorkspaceChecks(id, checks, now, tenantId)
  return checks
}

type Outcome = { checks: WorkspaceCheck[]; tenantId?: string }

/**
 * The checks themselves, by harmless reads: a token from IMS; the organisation as the registry sees it; the sandbox
 * among those the credential may enter; a role that lets schemas be listed; the sources permission. Without a token
 * nothing else can be said, so the rest is skipped; without the sandbox role and sources are.
 */
export async function runChecks(client: AdobeClient): Promise<Outcome> {
  const token = await client.warmToken()
  if (!token.ok)
    return { checks: [failed('token', token.error), ...skipped('organisation', 'sandbox', 'role', 'sources')] }

  const sandboxes = await listSandboxes(client)
  const sandbox = checkSandbox(client.sandbox, sandboxes)
  const organisation = organisationOf(sandboxes)
  const checks: WorkspaceCheck[] = [{ key: 'token', state: 'passed' }, organisation, sandbox]
  if (organisation.state === 'failed' || sandbox.state === 'failed')
    return { checks: [...checks, ...skipped('role', 'sources')] }

  const [stats, role, sources] = await Promise.all([
    getRegistryStats(client),
    listSomeSchemas(client),
    listPage(client, 'connections', connectionItem, { limit: 1 }),
  ])
  if (stats.ok) organisation.detail = stats.data.tenantId
  return {
    checks: [...checks, check('role', role.ok ? stats : role), check('sources', sources)],
    ...(stats.ok && { tenantId: stats.data.tenantId }),
  }
}

async function listSomeSchemas(client: AdobeClient): Promise<Result<unknown, AdobeError>> {
  return dataOf(await client.request(listRegistryRequest('tenant', 'schemas', { limit: 1 }), registryPage))
}

/** Codes by which the gateway says that key, organisation or account do not belong together. */
const organisationCodes = new Set([
  '400003',
  '403000',
  '403003',
  '403010',
  '403025',
  '403027',
  '401013',
  '2000-401',
  '2001-401',
  '2002-401',
])

/** The sandbox list needs no role, so a refusal there speaks of the organisation. */
function organisationOf(sandboxes: Result<unknown, AdobeError>): WorkspaceCheck {
  if (sandboxes.ok) return { key: 'organisation', state: 'passed' }
  const speaksOfOrganisation = organisationCodes.has(sandboxes.error.code ?? '') || sandboxes.error.status === 401
  const unanswered = sandboxes.error.kind !== 'http'
  return speaksOfOrganisation || unanswered
    ? failed('organisation', sandboxes.error)
    : { key: 'organisation', state: 'passed' }
}

function checkSandbox(name: string, sandboxes: Awaited<ReturnType<typeof listSandboxes>>): WorkspaceCheck {
  if (!sandboxes.ok) {
    return organisationOf(sandboxes).state === 'failed'
      ? { key: 'sandbox', state: 'skipped' }
      : failed('sandbox', sandboxes.error)
  }
  const found = sandboxes.data.find((sandbox) => sandbox.name === name)
  if (found)
    return {
      key: 'sandbox',
      state: 'passed',
      detail: [found.title, found.type, found.region].filter(Boolean).join(' · '),
    }
  const known = sandboxes.data.map((sandbox) => sandbox.name).join(', ')
  return {
    key: 'sandbox',
    state: 'failed',
    detail: known,
    error: {
      code: 'adobe.sandbox-unknown',
      values: { status: '404', code: '', seconds: 1 },
      mendAt: 'workspace',
      retryable: false,
    },
  }
}

const check = (key: WorkspaceCheck['key'], result: Result<unknown, AdobeError>): WorkspaceCheck =>
  result.ok ? { key, state: 'passed' } : failed(key, result.error)

const failed = (key: WorkspaceCheck['key'], error: AdobeError): WorkspaceCheck => ({
  key,
  state: 'failed',
  error: explainAdobeError(error, { mendAt: 'workspace' }),
})

const skipped = (...keys: WorkspaceCheck['key'][]): WorkspaceCheck[] => keys.map((key) => ({ key, state: 'skipped' }))
