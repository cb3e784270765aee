// Needs: the target schema, which this flow has built itself.
// Creates: the descriptor that makes a field the schema's primary identity (Schema Registry).
// Recognised by: schema, field and namespace; it carries no text, and the schema is nobody else's.
// Undone by: DELETE /tenant/descriptors/{id}.
import { descriptorCreated } from '@/lib/adobe/answers-registry'
import { identityDescriptorRequest } from '@/lib/adobe/requests/target-schema'
import { need, type CreatingStep, type StepInputs } from './step'

export const identityDescriptorStep: CreatingStep = {
  key: 'identity-descriptor',
  call: (inputs) => identityDescriptorRequest({ ...fieldOf(inputs), isPrimary: true }),
  answer: descriptorCreated.transform((made) => ({ adobeId: made['@id'] })),
  look: (inputs) => ({ kind: 'identity-descriptor', ...fieldOf(inputs) }),
  lookNeeds: ['schema'],
}

function fieldOf(inputs: StepInputs) {
  const { schema } = inputs.definition.target
  const identity = schema.mode === 'build' ? schema.primaryIdentity : undefined
  if (!identity) throw new Error('The definition names no primary identity.')
  return { schemaId: need(inputs, 'schema').adobeId, path: identity.path, namespace: identity.namespace }
}
