import 'server-only'
import { registryKinds } from '@/lib/adobe/requests/schema-registry'
import { findByTitle } from '@/lib/adobe/schema-registry'
import type { AdobeClient } from '@/lib/adobe/types'
import { ExplainedFailure } from '@/lib/explained-error'
import { orExplain } from './or-explain'

type RegistryKind = (typeof registryKinds)[number]

/**
 * The kind of what has a title already, if anything has: Adobe wants it unique among all kinds of registry resources (XDM-1521).
 * @throws ExplainedFailure what Adobe says when it does not answer
 */
export async function findTitle(client: AdobeClient, title: string): Promise<RegistryKind | undefined> {
  const found = await Promise.all(registryKinds.map(async (kind) => ({ kind, result: await findByTitle(client, kind, title) })))
  return found.find(({ result }) => orExplain(result, 'workspace') !== undefined)?.kind
}

/** @throws ExplainedFailure `adobe.title-taken`, and what Adobe says when it does not answer */
export async function needFreeTitle(client: AdobeClient, title: string): Promise<void> {
  if (await findTitle(client, title)) throw new ExplainedFailure({ code: 'adobe.title-taken', mendAt: 'target', retryable: false })
}
