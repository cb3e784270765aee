// Needs: the target schema, in Profile where the data is to go there.
// Creates: the dataset that takes the rows (Catalog).
// Recognised by: its name and the marker in its description.
// Undone by: DELETE /dataSets/{id}, which takes its data along; once the target connection is gone.
import { datasetCreated } from '@/lib/adobe/answers'
import { datasetRequest } from '@/lib/adobe/requests/dataset'
import { marked, need, type CreatingStep } from './step'

export const datasetStep: CreatingStep = {
  key: 'dataset',
  call: (inputs) => {
    const { dataset, forProfile } = inputs.definition.target
    return datasetRequest({
      name: dataset.name,
      description: marked(inputs.marker, dataset.mode === 'new' ? dataset.description : undefined),
      schemaId: need(inputs, 'schema').adobeId,
      forProfile,
    })
  },
  answer: datasetCreated.transform(({ id }) => ({ adobeId: id })),
  look: ({ definition, marker }) => ({ kind: 'dataset', name: definition.target.dataset.name, marker }),
}
