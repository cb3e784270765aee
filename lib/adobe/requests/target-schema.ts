import type { AdobeCall } from '../types'
import { schemaRegistry, segment } from './paths'

type TargetSchema = {
  title: string
  description?: string | undefined
  classId: string
  fieldGroupIds: readonly string[]
}

/** Builds a schema of one class and its field groups, none named twice (Schema Registry `POST /tenant/schemas`). */
export function targetSchemaRequest({ title, description, classId, fieldGroupIds }: TargetSchema): AdobeCall {
  const parts = [...new Set([classId, ...fieldGroupIds])]
  return {
    method: 'POST',
    path: `${schemaRegistry}/tenant/schemas`,
    body: {
      title,
      description: description ?? '',
      type: 'object',
      'meta:class': classId,
      allOf: parts.map((id) => ({ $ref: id })),
    },
    label: 'schema',
  }
}

/**
 * Puts a schema into the union of its class, which is what enables it for Profile (Schema Registry `PATCH /tenant/schemas`).
 * Needs a primary identity (XDM-1528); is never taken back. `id` is the schema's `$id` or `meta:altId`.
 */
export const enableSchemaForProfileRequest = (id: string): AdobeCall => ({
  method: 'PATCH',
  path: `${schemaRegistry}/tenant/schemas/${segment(id)}`,
  body: [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }],
  // Setting the tag twice leaves it set.
  repeatable: true,
  label: 'profile-schema',
})

type IdentityDescriptor = {
  schemaId: string
  /** Field path as people and mappings write it: `personalEmail.address`. */
  path: string
  /** Code of the identity namespace, e.g. `Email`. */
  namespace: string
  isPrimary: boolean
}

/** Marks a field as an identity (Schema Registry `POST /tenant/descriptors`). At most one primary a schema. */
export function identityDescriptorRequest({ schemaId, path, namespace, isPrimary }: IdentityDescriptor): AdobeCall {
  return {
    method: 'POST',
    path: `${schemaRegistry}/tenant/descriptors`,
    body: {
      '@type': 'xdm:descriptorIdentity',
      'xdm:sourceSchema': schemaId,
      'xdm:sourceVersion': 1,
      'xdm:sourceProperty': descriptorPath(path),
      'xdm:namespace': namespace,
      'xdm:property': 'xdm:code',
      'xdm:isPrimary': isPrimary,
    },
    label: 'identity-descriptor',
  }
}

/** `a.b.c` as descriptors write it: `/a/b/c`, with array steps as in `items[*]` kept by name alone. */
export const descriptorPath = (path: string): string =>
  `/${path
    .replaceAll(/\[[^\]]*\]/g, '')
    .split('.')
    .join('/')}`
