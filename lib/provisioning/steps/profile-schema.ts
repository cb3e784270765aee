// Needs: the target schema with its primary identity; and the mapping set, which may be refused while all can still be undone.
// Creates: nothing new; puts the schema into the union of its class, which enables it for Profile (Schema Registry).
// Recognised by: the tag `union` on the schema, which is nobody else's.
// Undone by: nothing. Adobe takes a schema out of Profile never, and does not delete it from then on.
import { registryResource } from '@/lib/adobe/answers-registry'
import { enableSchemaForProfileRequest } from '@/lib/adobe/requests/target-schema'
import { registryOutput } from './registry-output'
import { need, type CreatingStep } from './step'

export const profileSchemaStep: CreatingStep = {
  key: 'profile-schema',
  call: (inputs) => {
    const { adobeId, detail } = need(inputs, 'schema')
    return enableSchemaForProfileRequest(detail?.altId ?? adobeId)
  },
  answer: registryResource.transform(registryOutput),
  look: (inputs) => ({ kind: 'profile-schema', schemaId: need(inputs, 'schema').adobeId }),
  lookNeeds: ['schema'],
}
