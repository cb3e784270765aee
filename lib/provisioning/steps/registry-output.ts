import type { RegistryResource } from '@/lib/adobe/answers-registry'
import type { StepOutput } from './step'

/** What later steps need of something made in the schema registry. */
export function registryOutput(resource: RegistryResource): StepOutput {
  const altId = resource['meta:altId']
  const namespace = resource['meta:datasetNamespace']
  return {
    adobeId: resource.$id,
    detail: { ...(altId !== undefined && { altId }), ...(namespace !== undefined && { namespace }) },
  }
}
