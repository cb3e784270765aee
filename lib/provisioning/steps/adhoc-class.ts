// Needs: nothing.
// Creates: an ad-hoc class that describes the source's raw columns (Schema Registry).
// Recognised by: its title, which is unique in the registry, and the marker in its description.
// Undone by: DELETE /tenant/classes/{id}, once the schema over it is gone.
import { registryResource } from '@/lib/adobe/answers-registry'
import { adhocClassRequest } from '@/lib/adobe/requests/adhoc-schema'
import { registryOutput } from './registry-output'
import { marked, type CreatingStep, type StepInputs } from './step'

export const adhocClassStep: CreatingStep = {
  key: 'adhoc-class',
  call: (inputs) =>
    adhocClassRequest({ title: titleOf(inputs), description: marked(inputs.marker), columns: inputs.definition.data.columns }),
  answer: registryResource.transform(registryOutput),
  look: (inputs) => ({ kind: 'adhoc-class', name: titleOf(inputs), marker: inputs.marker }),
}

const titleOf = ({ definition: { rawSchema, name } }: StepInputs) => (rawSchema.mode === 'adhoc' ? rawSchema.classTitle : name)
