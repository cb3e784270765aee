import 'server-only'
import { getConnectionSpec } from '@/lib/adobe/flow-service/specs'
import type { AdobeClient } from '@/lib/adobe/types'
import { ExplainedFailure } from '@/lib/explained-error'
import { authFieldsOf, authParams, authValuesSchema, type AuthValues } from '@/lib/sources/auth-fields'
import { findSource } from '@/lib/sources/catalogue'
import { orExplain } from './or-explain'

export type Accepted = { connectionSpec: { id: string; version: string }; authSpecName: string; params: Record<string, unknown> }

type Offer = { specId: string; authSpecName: string | undefined; sourceKey?: string; values: AuthValues }

/**
 * Credentials as Adobe takes them: only what the source's own authentication specification knows is passed on, in the
 * types and places it wants.
 * @throws ExplainedFailure when something required is missing.
 */
export async function acceptCredentials(client: AdobeClient, { specId, authSpecName, sourceKey, values }: Offer): Promise<Accepted> {
  const { id, version, authSpec } = orExplain(await getConnectionSpec(client, specId))
  const auth = authSpec?.find(({ name }) => name === authSpecName)
  if (!auth) throw new ExplainedFailure({ code: 'invalid-input', mendAt: 'source', retryable: false })
  const fields = authFieldsOf(auth.spec, sourceKey === undefined ? {} : findSource(sourceKey)?.authFields)
  const known = Object.fromEntries(fields.map(({ id: field, kind }) => [field, kind === 'boolean' ? values[field] === true : String(values[field] ?? '')]))
  if (!authValuesSchema(fields).safeParse(known).success) {
    throw new ExplainedFailure({ code: 'invalid-input', mendAt: 'source', retryable: false })
  }
  return { connectionSpec: { id, version }, authSpecName: auth.name, params: authParams(fields, known) }
}
