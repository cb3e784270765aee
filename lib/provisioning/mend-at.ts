import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeError } from '@/lib/adobe/types'
import type { ExplainedError } from '@/lib/explained-error'
import type { StepKey } from './step-keys'

const wizardSteps: Record<StepKey, ExplainedError['mendAt']> = {
  'base-connection': 'source',
  'adhoc-class': 'data',
  'adhoc-schema': 'target',
  'source-connection': 'data',
  schema: 'target',
  'identity-descriptor': 'target',
  'profile-schema': 'target',
  dataset: 'target',
  'target-connection': 'target',
  'mapping-set': 'mapping',
  'flow-spec': 'source',
  flow: 'schedule',
}

/**
 * Where a refusal can be mended: what Adobe's code says, and for a code that nobody knows yet, the wizard step whose
 * answers the refused call was made of. Nowhere for what passes by itself.
 */
export function mendAtOf(key: StepKey, error: AdobeError): ExplainedError['mendAt'] {
  const known = explainAdobeError(error).mendAt
  if (known !== undefined) return known
  return error.retryable || error.kind !== 'http' ? 'nowhere' : wizardSteps[key]
}
