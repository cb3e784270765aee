// Needs: nothing.
// Creates: the target schema of a class and its field groups (Schema Registry).
// Recognised by: its title, which is unique in the registry, and the marker in its description.
// Undone by: DELETE /tenant/schemas/{id}, once dataset, mapping set, target connection and descriptor are gone.
import { registryResource } from '@/lib/adobe/answers-registry'
import { targetSchemaRequest } from '@/lib/adobe/requests/target-schema'
import { registryOutput } from './registry-output'
import { marked, type CreatingStep } from './step'

export const schemaStep: CreatingStep = {
  key: 'schema',
  call: ({ definition, marker }) => {
    const { schema } = definition.target
    return targetSchemaRequest({
      title: schema.title,
      description: marked(marker, schema.mode === 'build' ? schema.description : undefined),
      classId: schema.classId,
      fieldGroupIds: schema.mode === 'build' ? schema.fieldGroupIds : [],
    })
  },
  answer: registryResource.transform(registryOutput),
  look: ({ definition, marker }) => ({ kind: 'schema', name: definition.target.schema.title, marker }),
}
