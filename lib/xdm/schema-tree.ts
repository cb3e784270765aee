import type { XdmField } from './field'
import { readXdmType } from './read-xdm-type'
import { resolvedNode, resolvedSchema, type ResolvedNode } from './resolved-schema'
import { mapKeySegment } from './xdm-path'

export type IdentityMark = {
  /** Dotted, or as a descriptor's `xdm:sourceProperty` has it: `/personalEmail/address`. */
  path: string
  primary: boolean
}

export type SchemaTreeOptions = {
  /** `_` + tenant id; read from the schema's own `meta:tenantNamespace` when left out. */
  tenantNamespace?: string
  identities?: readonly IdentityMark[]
}

/** Where a class with an identity map takes its identities; the key is the namespace. */
const identityMapId = `identityMap.${mapKeySegment}[*].id`

/** XDM nests a dozen levels at most; anything deeper is a type that contains itself. */
const deepestLevel = 24

type Context = { tenantNamespace: string | undefined; identities: ReadonlyMap<string, 'primary' | 'identity'> }

/** Where the walk stands: the path above, how deep, and the nodes it came through. */
type Place = { prefix: string; level: number; trail: ReadonlySet<unknown> }

/**
 * The field tree of a resolved schema (`xed-full` JSON), siblings in alphabetical order, names with an underscore first.
 * A value that is no schema gives an empty tree; a node that cannot be read is left out; never throws.
 */
export function buildSchemaTree(resolved: unknown, options: SchemaTreeOptions = {}): XdmField[] {
  const root = resolvedSchema.safeParse(resolved)
  if (!root.success) return []
  const marks = (options.identities ?? []).map(
    ({ path, primary }) => [plainPath(path), primary ? 'primary' : 'identity'] as const,
  )
  const context: Context = {
    tenantNamespace: options.tenantNamespace ?? root.data['meta:tenantNamespace'],
    identities: new Map(marks),
  }
  return childrenOf(root.data, { prefix: '', level: 1, trail: new Set([resolved]) }, context)
}

/** Without the marks of lists, so that a descriptor's path and the tree's meet. */
const plainPath = (path: string): string =>
  path.replace(/^\//, '').replaceAll('/', '.').replaceAll('[*]', '').replaceAll('.*', '')

function childrenOf(node: ResolvedNode, place: Place, context: Context): XdmField[] {
  if (place.level > deepestLevel) return []
  const properties = new Map<string, unknown>()
  const required = new Set<string>()
  collect(node, properties, required, 0)
  return [...properties]
    .toSorted(([a], [b]) => compareNames(a, b))
    .flatMap(([name, raw]) => readField(name, raw, required.has(name), place, context) ?? [])
}

function collect(node: ResolvedNode, properties: Map<string, unknown>, required: Set<string>, level: number): void {
  for (const [name, raw] of Object.entries(node.properties ?? {})) if (!properties.has(name)) properties.set(name, raw)
  for (const name of node.required ?? []) required.add(name)
  if (level > deepestLevel) return
  for (const part of node.allOf ?? []) {
    const read = resolvedNode.safeParse(part)
    if (read.success) collect(read.data, properties, required, level + 1)
  }
}

function readField(
  name: string, raw: unknown, required: boolean, { prefix, level, trail }: Place, context: Context,
): XdmField | undefined {
  const read = resolvedNode.safeParse(raw)
  // A resolved answer kept in memory may point back at itself; a second visit on one branch ends there.
  if (!read.success || trail.has(raw)) return undefined
  const node = read.data
  const path = prefix === '' ? name : `${prefix}.${name}`
  const type = readXdmType(node)
  const held = heldBy(node, type)
  const identity = context.identities.get(plainPath(path)) ?? (path === identityMapId ? 'identity' : undefined)
  return {
    path,
    name,
    type,
    ...(held ? { itemType: readXdmType(held) } : {}),
    ...facts(node, held),
    required,
    tenant: path.split('.', 1)[0] === context.tenantNamespace,
    ...(node['meta:status'] === 'deprecated' ? { deprecated: true } : {}),
    ...(identity ? { identity } : {}),
    children: readInside(node, held, { prefix: path, level: level + 1, trail: new Set(trail).add(raw) }, context),
  }
}

/** What an array's items or a map's values are. */
function heldBy(node: ResolvedNode, type: XdmField['type']): ResolvedNode | undefined {
  if (type !== 'array' && type !== 'map') return undefined
  const read = resolvedNode.safeParse(type === 'array' ? node.items : node.additionalProperties)
  return read.success ? read.data : undefined
}

function readInside(node: ResolvedNode, held: ResolvedNode | undefined, place: Place, context: Context): XdmField[] {
  const type = readXdmType(node)
  if (type === 'object') return childrenOf(node, place, context)
  if (type === 'array' && held) {
    return childrenOf(itemNode(held), { ...place, prefix: itemPath(place.prefix, held) }, context)
  }
  if (type !== 'map' || !held || place.level > deepestLevel) return []
  const value = readField(mapKeySegment, node.additionalProperties, false, place, context)
  return value ? [value] : []
}

/** Lists of lists: the innermost item carries the fields, each level its own `[*]`. */
function itemNode(held: ResolvedNode): ResolvedNode {
  const inner = heldBy(held, readXdmType(held))
  return readXdmType(held) === 'array' && inner ? itemNode(inner) : held
}

function itemPath(path: string, held: ResolvedNode): string {
  const inner = heldBy(held, readXdmType(held))
  return readXdmType(held) === 'array' && inner ? itemPath(`${path}[*]`, inner) : `${path}[*]`
}

/** Constraints of a list stand on its items: they are what a mapped value has to meet. */
function facts(node: ResolvedNode, held: ResolvedNode | undefined): Partial<XdmField> {
  const rules = held ?? node
  const values = (rules.enum ?? []).filter((value) => typeof value === 'string' || typeof value === 'number').map(String)
  return {
    ...(node.title !== undefined ? { title: node.title } : {}),
    ...(node.description !== undefined ? { description: node.description } : {}),
    ...(rules.format !== undefined ? { format: rules.format } : {}),
    ...(rules.pattern !== undefined ? { pattern: rules.pattern } : {}),
    ...(values.length > 0 ? { enum: values } : {}),
    ...(rules.minimum !== undefined ? { minimum: rules.minimum } : {}),
    ...(rules.maximum !== undefined ? { maximum: rules.maximum } : {}),
    ...(rules.maxLength !== undefined ? { maxLength: rules.maxLength } : {}),
  }
}

function compareNames(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  if (x !== y) return x < y ? -1 : 1
  return a < b ? -1 : Number(a > b)
}
