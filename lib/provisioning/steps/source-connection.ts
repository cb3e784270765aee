// Needs: the base connection and, where there is one, the ad-hoc schema.
// Creates: a source connection that names the table to read (Flow Service).
// Recognised by: its name and the marker in its description.
// Undone by: DELETE /sourceConnections/{id}, once the flow is gone.
import { createdItem } from '@/lib/adobe/answers'
import { draftCall } from '@/lib/adobe/requests/draft-mode'
import { sourceConnectionRequest } from '@/lib/adobe/requests/source-connection'
import { flowServiceOutput } from './flow-service-output'
import { sourceConnectionName } from './names'
import { marked, need, type CreatingStep } from './step'

export const sourceConnectionStep: CreatingStep = {
  key: 'source-connection',
  call: (inputs) => {
    const { data, source, rawSchema } = inputs.definition
    const call = sourceConnectionRequest({
      name: sourceConnectionName(inputs.definition),
      description: marked(inputs.marker),
      baseConnectionId: need(inputs, 'base-connection').adobeId,
      connectionSpec: source.connectionSpec,
      data,
      ...(rawSchema.mode === 'adhoc' && { adhocSchemaId: need(inputs, 'adhoc-schema').adobeId }),
    })
    return draftCall(call, inputs.definition.asDraft)
  },
  answer: createdItem.transform(flowServiceOutput),
  look: ({ definition, marker }) => ({ kind: 'source-connection', name: sourceConnectionName(definition), marker }),
}
