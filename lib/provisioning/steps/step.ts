import type { ZodType } from 'zod'
import type { LookFor } from '@/lib/adobe/created-resources'
import type { AdobeCall } from '@/lib/adobe/types'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import type { StepKey } from '../step-keys'

/** What a finished step hands to those that need it. */
export type StepOutput = {
  adobeId: string
  etag?: string | undefined
  /** What later steps and people need beside the id. */
  detail?: { altId?: string | undefined; namespace?: string | undefined; version?: number | undefined }
}

/** Everything a step's call is made of. */
export type StepInputs = {
  definition: FlowDefinition
  bindings: Bindings
  /** Text that exists nowhere else in Adobe; the created thing carries it. */
  marker: string
  /** Outputs of all steps that this one needs. */
  outputs: Partial<Record<StepKey, StepOutput>>
  /** Adobe's time in epoch ms. */
  nowMs: number
}

/** A step that makes something in Adobe, as data: what to send, how to read the answer, how to know the thing again. */
export type CreatingStep = {
  key: StepKey
  call: (inputs: StepInputs) => AdobeCall
  answer: ZodType<StepOutput>
  look: (inputs: StepInputs) => LookFor
  /** Steps without whose outputs one cannot say what to look for. */
  lookNeeds?: readonly StepKey[]
}

/** The output of a step that has to be there; the plan's order guarantees it. */
export function need(inputs: StepInputs, key: StepKey): StepOutput {
  const output = inputs.outputs[key]
  if (!output) throw new Error(`The step ${key} has no output yet.`)
  return output
}

/** A description with the marker behind what the person wrote. */
export const marked = (marker: string, description?: string): string =>
  description?.trim() ? `${description.trim()} · ${marker}` : marker
