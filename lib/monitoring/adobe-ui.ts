import type { ResourceKind } from '@/lib/provisioning/step-keys'

export type AdobePlace = { kind: string; sandbox: string; orgId: string }

/** Addresses that Adobe itself hands out: in alerts (dataflows, runs), samples (datasets, accounts) and tutorials (schemas). */
const pages: Partial<Record<ResourceKind, (id: string) => string>> = {
  'base-connection': (id) => `source/accounts/${id}/activity`,
  dataset: (id) => `dataset/browse/${id}`,
  flow: (id) => `source/dataflows/${id}/activity`,
  schema: (id) => `schema/browse/${id}`,
}

/**
 * Where Experience Platform shows a thing to people. Source and target connections, mapping sets, descriptors and ad-hoc
 * schemas have no page of their own that is known for certain, and a wrong link is worse than none. The emulator has no
 * pages at all. Pure.
 */
export function adobeUiUrl(place: AdobePlace, kind: ResourceKind, adobeId: string): string | undefined {
  const page = pages[kind]
  return page && addressOf(place, page(encodeURIComponent(adobeId)))
}

/** The same of one run of a dataflow. */
export const adobeRunUrl = (place: AdobePlace, adobeFlowId: string, adobeRunId: string): string | undefined =>
  addressOf(place, `source/dataflows/${encodeURIComponent(adobeFlowId)}/activity/${encodeURIComponent(adobeRunId)}`)

function addressOf({ kind, sandbox, orgId }: AdobePlace, page: string): string | undefined {
  if (kind !== 'adobe') return undefined
  // The organisation as it is, its @ included: so Adobe writes it, and so whoever belongs to several lands in the right one.
  return `https://experience.adobe.com/#/@${orgId}/sname:${encodeURIComponent(sandbox)}/platform/${page}`
}
