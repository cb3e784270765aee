import { z } from 'zod'
import { definitionWords } from './definition-words'
import { flowDefinition } from './flow-definition'

/** A node of a JSON Schema (draft-07), as far as documents use it. */
export type SchemaNode = {
  [keyword: string]: unknown
  properties?: Record<string, SchemaNode>
  items?: SchemaNode
  oneOf?: SchemaNode[]
  anyOf?: SchemaNode[]
  additionalProperties?: boolean | SchemaNode
}

/** The newest document version this build reads and writes. */
export const documentVersion = 1

/** Where the app serves the schema, without signing in. The file is `public/schemas/flow-definition-1.json`. */
export const definitionSchemaPath = `/schemas/flow-definition-${documentVersion}.json`

/** The schema's own name, the same in every installation. */
export const definitionSchemaId = `urn:tributary:schema:flow-definition:${documentVersion}`

/**
 * The JSON Schema of a flow document, made from the zod schema that the app itself reads with. Draft-07, because that
 * is what editors know best. Fields that the format does not know are refused. Pure.
 */
export function definitionJsonSchema(): SchemaNode {
  const { $schema, ...made } = z.toJSONSchema(flowDefinition, { target: 'draft-07', io: 'output' }) as SchemaNode
  const root = describe(made, '')
  return {
    $schema,
    $id: definitionSchemaId,
    ...root,
    properties: { $schema: { type: 'string', ...definitionWords['$schema'] }, ...root.properties },
  }
}

/** Adds words to a node and all below it, and what zod's refinements say but its JSON Schema cannot. */
function describe(node: SchemaNode, path: string): SchemaNode {
  const { properties, items, oneOf, anyOf, ...rest } = node
  return {
    ...definitionWords[path],
    ...rest,
    ...refinements[path],
    ...(properties && { properties: describeAll(properties, path) }),
    ...(items && { items: describe(items, `${path}[]`) }),
    ...(oneOf && { oneOf: oneOf.map((branch) => describeBranch(branch, path)) }),
    ...(anyOf && { anyOf: anyOf.map((branch) => describeBranch(branch, path)) }),
  }
}

/** The names of a union's branches are those of their discriminators; the words stand at the union. */
function describeBranch(branch: SchemaNode, path: string): SchemaNode {
  const { title: _title, description: _description, ...rest } = describe(branch, path)
  return rest
}

function describeAll(properties: Record<string, SchemaNode>, path: string): Record<string, SchemaNode> {
  const home = path ? `${path}.` : ''
  // A field that may never be there needs no mention: unknown fields are refused anyway.
  const allowed = Object.entries(properties).filter(([, node]) => !isNever(node))
  return Object.fromEntries(allowed.map(([name, node]) => [name, describe(node, `${home}${name}`)]))
}

const isNever = (node: SchemaNode) => 'not' in node && Object.keys(node.not ?? {}).length === 0

const refinements: Record<string, SchemaNode> = {
  // The name is trimmed before it is measured.
  name: { pattern: String.raw`\S` },
  'target.schema.fieldGroupIds': { uniqueItems: true },
}
