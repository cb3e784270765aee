import { adobeRequestPreview, type RequestPreview } from '@/lib/adobe/request-preview'
import type { AdobeCredentialFacts } from '@/lib/adobe/types'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { planFlow } from './plan'
import { resourceKinds, type StepKey } from './step-keys'
import { creatingStep } from './steps/creating-steps'
import { flowSpecCall } from './steps/flow-spec'
import type { StepInputs, StepOutput } from './steps/step'

export type CallPreview = {
  stepKey: StepKey
  /** The kind of what the call makes or asks for; words under `create.kinds.<label>`. */
  label: string
  preview: RequestPreview
}

export type PreviewOptions = {
  /** Epoch ms; a start "as soon as created" is shown as if it were created now. */
  nowMs: number
  /** How an id that does not exist yet is shown; `<dataset id>` without it. */
  placeholder?: (key: StepKey) => string
  /** The same for the registry's short id (`meta:altId`), which stands in addresses. */
  altPlaceholder?: (key: StepKey) => string
  /** How the marker is shown; `<marker>` without it. */
  marker?: string
}

/**
 * Every call that provisioning makes, in an order in which it could be made, as it will be sent. Ids that do not exist
 * yet are placeholders, and so are markers; the very same code builds the real calls. Pure.
 */
export function previewCalls(
  definition: FlowDefinition,
  bindings: Bindings,
  facts: AdobeCredentialFacts,
  options: PreviewOptions,
): CallPreview[] {
  const placeholder = options.placeholder ?? ((key: StepKey) => `<${key} id>`)
  const inputs = placeholderInputs(definition, bindings, { ...options, placeholder })
  return planFlow(definition, bindings).steps.flatMap(({ key, mode }) => {
    if (mode === 'reuse') return []
    const call = mode === 'look-up' ? flowSpecCall(bindings) : creatingStep(key).call(inputs)
    const preview = adobeRequestPreview(facts, call)
    return [{ stepKey: key, label: call.label ?? key, preview: { ...preview, url: readable(preview.url, placeholder) } }]
  })
}

/** Inputs in which everything that only comes into being later is a placeholder, what is reused its real id. */
export function placeholderInputs(
  definition: FlowDefinition,
  bindings: Bindings,
  { nowMs, placeholder, altPlaceholder, marker = '<marker>' }: PreviewOptions & { placeholder: (key: StepKey) => string },
): StepInputs {
  const known: Partial<Record<StepKey, string | undefined>> = {
    'base-connection': bindings.baseConnectionId,
    schema: bindings.schemaId,
    dataset: bindings.datasetId,
    'flow-spec': bindings.flowSpec.id,
  }
  const outputs = Object.fromEntries(
    resourceKinds.map((key): [StepKey, StepOutput] => [
      key,
      { adobeId: known[key] ?? placeholder(key), detail: { version: 0, altId: altPlaceholder?.(key) } },
    ]),
  )
  return { definition, bindings, marker, outputs, nowMs }
}

/** Addresses are encoded; a placeholder in one stands there as everywhere else. */
const readable = (url: string, placeholder: (key: StepKey) => string): string =>
  resourceKinds.reduce((text, key) => text.replaceAll(encodeURIComponent(placeholder(key)), () => placeholder(key)), url)
