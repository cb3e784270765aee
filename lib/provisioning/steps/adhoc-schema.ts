// Needs: the ad-hoc class.
// Creates: the schema over it, which the source connection names (Schema Registry).
// Recognised by: its title, which is unique in the registry, and the marker in its description.
// Undone by: DELETE /tenant/schemas/{id}, once the source connection is gone.
import { registryResource } from '@/lib/adobe/answers-registry'
import { adhocSchemaRequest } from '@/lib/adobe/requests/adhoc-schema'
import { registryOutput } from './registry-output'
import { marked, need, type CreatingStep, type StepInputs } from './step'

export const adhocSchemaStep: CreatingStep = {
  key: 'adhoc-schema',
  call: (inputs) =>
    adhocSchemaRequest({
      title: titleOf(inputs),
      description: marked(inputs.marker),
      classId: need(inputs, 'adhoc-class').adobeId,
    }),
  answer: registryResource.transform(registryOutput),
  look: (inputs) => ({ kind: 'adhoc-schema', name: titleOf(inputs), marker: inputs.marker }),
}

const titleOf = ({ definition: { rawSchema, name } }: StepInputs) => (rawSchema.mode === 'adhoc' ? rawSchema.schemaTitle : name)
