// Needs: source connection, target connection, mapping set, flow specification and, where there is one, the identity.
// Creates: the dataflow, which begins to read at its start time, or waits as a draft to be published (Flow Service).
// Recognised by: its name and the marker in its description.
// Undone by: DELETE /flows/{id}, before everything else; rows it has brought stay in the dataset.
import { createdItem } from '@/lib/adobe/answers'
import { draftCall } from '@/lib/adobe/requests/draft-mode'
import { flowRequest } from '@/lib/adobe/requests/flow'
import { scheduleParams } from '@/lib/adobe/requests/schedule-params'
import { flowServiceOutput } from './flow-service-output'
import { marked, need, type CreatingStep } from './step'

export const flowStep: CreatingStep = {
  key: 'flow',
  call: (inputs) => {
    const { definition, bindings, marker, nowMs } = inputs
    const mappingSet = need(inputs, 'mapping-set')
    const call = flowRequest({
      name: definition.name,
      description: marked(marker, definition.description),
      flowSpec: bindings.flowSpec,
      sourceConnectionId: need(inputs, 'source-connection').adobeId,
      targetConnectionId: need(inputs, 'target-connection').adobeId,
      mappingSet: { id: mappingSet.adobeId, version: mappingSet.detail?.version ?? 0 },
      deltaColumn: definition.data.deltaColumn,
      schedule: scheduleParams(definition.schedule, nowMs),
      options: definition.options,
    })
    return draftCall(call, definition.asDraft)
  },
  answer: createdItem.transform(flowServiceOutput),
  look: ({ definition, marker }) => ({ kind: 'flow', name: definition.name, marker }),
}
