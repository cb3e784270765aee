import type { ResourceKind } from '@/lib/provisioning/step-keys'

/**
 * Where Experience Platform shows a thing to people. Only datasets have an address that Adobe's own samples use; of the
 * others none is known for certain, and a wrong link is worse than none. The emulator has no pages.
 */
export function adobeUiUrl(workspace: { kind: string; sandbox: string }, kind: ResourceKind, adobeId: string): string | undefined {
  if (workspace.kind !== 'adobe' || kind !== 'dataset') return undefined
  return `https://experience.adobe.com/#/sname:${encodeURIComponent(workspace.sandbox)}/platform/dataset/browse/${encodeURIComponent(adobeId)}`
}
