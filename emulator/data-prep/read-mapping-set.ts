import { z } from 'zod'

import type { Json, JsonObject } from '../content/types'
import type { MappingRow } from '../engine/types'
import { jsonObjectSchema } from '../json'
import { expandSchema } from '../registry/lookup'
import type { Scope } from '../store'
import type { World } from '../world'
import { badRequest } from './errors'

/** Words written by clients, and the media types that answers show in their place. */
const sourceTypes: Record<string, MappingRow['sourceType']> = {
  ATTRIBUTE: 'ATTRIBUTE',
  EXPRESSION: 'EXPRESSION',
  STATIC: 'STATIC',
  'text/x.schema-path': 'ATTRIBUTE',
  'text/x.aep-xl': 'EXPRESSION',
  'text/plain': 'STATIC',
}

const text = z.string()
const mappingForm = z.looseObject({
  sourceType: z.enum(Object.keys(sourceTypes)).optional(),
  source: text.optional(),
  sourceAttribute: text.optional(),
  destination: text.optional(),
  destinationXdmPath: text.optional(),
  name: text.nullish(),
  description: text.nullish(),
})

const setForm = z.looseObject({
  name: text.nullish(),
  version: z.int().optional(),
  xdmSchema: text.optional(),
  xdmVersion: text.optional(),
  outputSchema: z.looseObject({ schemaRef: z.looseObject({ id: text, contentType: text.optional() }) }).optional(),
  inputSchema: jsonObjectSchema.nullish(),
  tags: z.array(jsonObjectSchema).nullish(),
  mappings: z.array(mappingForm).min(1).max(5_000),
})

export type GivenMapping = MappingRow & { name?: string; description?: string }

/** A mapping set as a client writes it, its two spellings made one. */
export type GivenSet = {
  name: string | undefined
  schemaId: string
  contentType: string
  /** The target schema in `xed-full` form. */
  schema: JsonObject
  inputSchema: JsonObject | undefined
  tags: JsonObject[]
  mappings: GivenMapping[]
}

/** Reads and checks the form of a mapping set; whether each mapping can be carried out is another question. */
export function readMappingSet(world: World, scope: Scope, body: Json): GivenSet {
  const parsed = setForm.safeParse(body)
  if (!parsed.success) throw badRequest(`The mapping set is not valid: ${z.prettifyError(parsed.error)}`)
  const { name, xdmSchema, outputSchema, inputSchema, tags, mappings } = parsed.data
  const schemaId = outputSchema?.schemaRef.id ?? xdmSchema
  if (schemaId === undefined) throw badRequest('The mapping set names no target schema (outputSchema.schemaRef.id).')
  const schema = expandSchema(world, scope, schemaId)
  if (schema === undefined) throw badRequest(`The target schema ${schemaId} does not exist in this sandbox.`)
  return {
    name: name ?? undefined,
    schemaId,
    contentType: outputSchema?.schemaRef.contentType ?? 'application/vnd.adobe.xed-full+json;version=1',
    schema,
    inputSchema: inputSchema ?? undefined,
    tags: tags ?? [],
    mappings: mappings.map(readMapping),
  }
}

function readMapping(given: z.infer<typeof mappingForm>, index: number): GivenMapping {
  const source = given.source ?? given.sourceAttribute
  const destination = given.destination ?? given.destinationXdmPath
  if (source === undefined || destination === undefined)
    throw badRequest(`The mapping at position ${index} needs a source and a destination.`)
  return {
    sourceType: sourceTypes[given.sourceType ?? 'ATTRIBUTE'] ?? 'ATTRIBUTE',
    source,
    destination,
    ...(given.name && { name: given.name }),
    ...(given.description && { description: given.description }),
  }
}
