import { z } from 'zod'

/** A keyword that is not as expected is left out: one odd keyword must not hide the whole schema. */
const text = z.string().optional().catch(undefined)
const figure = z.number().optional().catch(undefined)
const nodes = z.record(z.string(), z.unknown()).optional().catch(undefined)

/**
 * One node of a schema, class or field group as the Schema Registry answers it with Accept `xed-full`: `$ref` and
 * `allOf` already worked into `properties`. (Schema Registry API, "lookup"; field constraints guide for the keywords.)
 */
export const resolvedNode = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional().catch(undefined),
  'meta:xdmType': text,
  'meta:status': text,
  title: text,
  description: text,
  format: text,
  pattern: text,
  enum: z.array(z.unknown()).optional().catch(undefined),
  minimum: figure,
  maximum: figure,
  maxLength: figure,
  required: z.array(z.string()).optional().catch(undefined),
  properties: nodes,
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  /** Absent in a fully resolved answer; followed all the same where a registry leaves it. */
  allOf: z.array(z.unknown()).optional().catch(undefined),
})

export type ResolvedNode = z.infer<typeof resolvedNode>

/** The root: a node with the registry's facts about the resource itself. */
export const resolvedSchema = resolvedNode.extend({
  $id: text,
  'meta:tenantNamespace': text,
})

export type ResolvedSchema = z.infer<typeof resolvedSchema>
