import type { AdobeCall } from '../types'
import { schemaRegistry } from './paths'

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
