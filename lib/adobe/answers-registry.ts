import { z } from 'zod'

/** A registry resource as written (`xed`) or as just created. */
export const registryResource = z.looseObject({
  $id: z.string().min(1),
  'meta:altId': z.string().optional(),
  'meta:resourceType': z.string().optional(),
  'meta:class': z.string().optional(),
  /** `_<class id>`: the key under which an ad-hoc class keeps its fields. */
  'meta:datasetNamespace': z.string().optional(),
  'meta:tenantNamespace': z.string().optional(),
  'meta:extends': z.array(z.string()).optional(),
  'meta:intendedToExtend': z.array(z.string()).optional(),
  'meta:immutableTags': z.array(z.string()).optional(),
  title: z.string().optional(),
  description: z.string().nullish(),
  version: z.string().optional(),
})
export type RegistryResource = z.infer<typeof registryResource>

export const registryPage = z.looseObject({
  results: z.array(registryResource).default([]),
  /** `next` is a value of the sort property, not an offset. */
  _page: z.looseObject({ next: z.union([z.string(), z.number()]).nullish(), count: z.number().optional() }).nullish(),
})

/** `GET /stats`; its `classUsage` has two forms in Adobe's documents and is not read. */
export const registryStats = z.looseObject({ imsOrg: z.string().optional(), tenantId: z.string().min(1) })

export const identityDescriptor = z.looseObject({
  '@id': z.string(),
  '@type': z.string(),
  'xdm:sourceSchema': z.string().optional(),
  'xdm:sourceProperty': z.union([z.string(), z.array(z.string())]).optional(),
  'xdm:namespace': z.string().optional(),
  'xdm:isPrimary': z.boolean().optional(),
})
export type IdentityDescriptor = z.infer<typeof identityDescriptor>

/** A created or replaced descriptor: the whole of it, or its `@id` alone. */
export const descriptorCreated = z.looseObject({ '@id': z.string().min(1) })

/** Descriptors keyed by type; a type without any is absent. Newer forms answer `results`. */
export const descriptorsByType = z.looseObject({
  'xdm:descriptorIdentity': z.array(identityDescriptor).optional(),
  results: z.array(identityDescriptor).optional(),
})
