// Needs: the target schema.
// Creates: the mapping set that the flow names with its version (Data Prep).
// Recognised by: the marker at the end of its name, the only text it carries.
// Undone by: DELETE /mappingSets/{id}, once the flow is gone; Adobe does not document it.
import { mappingSetCreated } from '@/lib/adobe/answers'
import { mappingSetRequest } from '@/lib/adobe/requests/mapping-set'
import { mappingSetName } from './names'
import { need, type CreatingStep, type StepInputs } from './step'

export const mappingSetStep: CreatingStep = {
  key: 'mapping-set',
  call: (inputs) =>
    mappingSetRequest({
      name: markedName(inputs),
      schemaId: need(inputs, 'schema').adobeId,
      document: inputs.definition.mapping,
    }),
  answer: mappingSetCreated.transform(({ id, version }) => ({ adobeId: id, detail: { version } })),
  look: (inputs) => ({ kind: 'mapping-set', name: markedName(inputs), marker: inputs.marker }),
}

const markedName = ({ definition, marker }: StepInputs) => `${mappingSetName(definition)} ${marker}`
