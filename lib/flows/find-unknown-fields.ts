import { nearestName } from '@/lib/expression/nearest-name'
import type { SchemaNode } from './definition-json-schema'
import { formatPath, type DocumentProblem } from './document-problem'

type Path = readonly PropertyKey[]

/**
 * Fields that the format does not know: they would be dropped silently, and are mostly typing errors. Each with the known
 * name that is nearest, where one is near. Pure.
 */
export function findUnknownFields(value: unknown, schema: SchemaNode, path: Path = []): DocumentProblem[] {
  const node = branchFor(value, schema)
  if (Array.isArray(value)) {
    const { items } = node
    return items ? value.flatMap((item, index) => findUnknownFields(item, items, [...path, index])) : []
  }
  if (!isObject(value)) return []
  const { properties = {}, additionalProperties } = node
  const known = Object.keys(properties)
  return Object.entries(value).flatMap(([name, inner]) => {
    const below = Object.hasOwn(properties, name) ? properties[name] : undefined
    if (below) return findUnknownFields(inner, below, [...path, name])
    return additionalProperties === false ? [unknown([...path, name], name, known.filter((other) => !(other in value)))] : []
  })
}

function unknown(path: Path, field: string, candidates: string[]): DocumentProblem {
  const nearest = nearestName(field, candidates)
  return {
    path: formatPath(path),
    area: 'documents',
    ...(nearest ? { code: 'unknown-field-near', values: { field, nearest } } : { code: 'unknown-field', values: { field } }),
  }
}

/** Of a union the branch whose constants the value carries; without one, a node that knows nothing and refuses nothing. */
function branchFor(value: unknown, schema: SchemaNode): SchemaNode {
  const branches = schema.oneOf ?? schema.anyOf
  if (!branches) return schema
  return branches.find((branch) => isObject(value) && carriesConstants(value, branch)) ?? {}
}

function carriesConstants(value: Record<string, unknown>, { properties = {} }: SchemaNode): boolean {
  const constants = Object.entries(properties).filter(([, node]) => 'const' in node)
  return constants.length > 0 && constants.every(([name, node]) => value[name] === node['const'])
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
