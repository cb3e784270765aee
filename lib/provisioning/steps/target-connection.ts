// Needs: the target schema and the dataset.
// Creates: a target connection that names the dataset to write (Flow Service).
// Recognised by: its name and the marker in its description.
// Undone by: DELETE /targetConnections/{id}, once the flow is gone.
import { createdItem } from '@/lib/adobe/answers'
import { draftCall } from '@/lib/adobe/requests/draft-mode'
import { targetConnectionRequest } from '@/lib/adobe/requests/target-connection'
import { flowServiceOutput } from './flow-service-output'
import { targetConnectionName } from './names'
import { marked, need, type CreatingStep } from './step'

export const targetConnectionStep: CreatingStep = {
  key: 'target-connection',
  call: (inputs) => {
    const call = targetConnectionRequest({
      name: targetConnectionName(inputs.definition),
      description: marked(inputs.marker),
      schemaId: need(inputs, 'schema').adobeId,
      datasetId: need(inputs, 'dataset').adobeId,
    })
    return draftCall(call, inputs.definition.asDraft)
  },
  answer: createdItem.transform(flowServiceOutput),
  look: ({ definition, marker }) => ({ kind: 'target-connection', name: targetConnectionName(definition), marker }),
}
