import fs from 'node:fs'
import path from 'node:path'

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The folder of the public XDM definitions, when the machine has it. */
export const publicXdmFolder = (): string | undefined => process.env['XDM_DIR'] || undefined

function readDefinitions(folder: string): Map<string, Json> {
  const root = path.join(folder, 'components')
  const names = fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.schema.json'))
  const read = names.map((name): unknown => JSON.parse(fs.readFileSync(path.join(root, name), 'utf8')))
  return new Map(read.filter(isObject).map((schema) => [String(schema['$id']), schema]))
}

/** Adobe's compatibility form of a name: no `xdm:` prefix, `@id` as `_id`. */
const plainName = (name: string): string => name.replace(/^xdm:/, '').replace(/^@/, '_').replaceAll(':', '_')

function resolve(node: unknown, home: Json, all: ReadonlyMap<string, Json>, trail: readonly string[]): Json {
  if (!isObject(node)) return {}
  let whole: Json = { ...node, properties: {} }
  const join = (part: Json): void => {
    whole = {
      ...part, ...whole,
      properties: { ...(part['properties'] as Json | undefined), ...(whole['properties'] as Json) },
      required: [...((part['required'] as string[] | undefined) ?? []), ...((whole['required'] as string[] | undefined) ?? [])],
    }
  }
  for (const [name, inner] of Object.entries(isObject(node['properties']) ? node['properties'] : {})) {
    (whole['properties'] as Json)[plainName(name)] = resolve(inner, home, all, trail)
  }
  whole['required'] = ((node['required'] as string[] | undefined) ?? []).map(plainName)
  for (const key of ['items', 'additionalProperties']) {
    if (isObject(node[key])) whole[key] = resolve(node[key], home, all, trail)
  }
  const reference = node['$ref']
  if (typeof reference === 'string' && !trail.includes(reference)) join(follow(reference, home, all, [...trail, reference]))
  for (const part of Array.isArray(node['allOf']) ? node['allOf'] : []) join(resolve(part, home, all, trail))
  delete whole['$ref']
  delete whole['allOf']
  if (Object.keys(whole['properties'] as Json).length === 0) delete whole['properties']
  return whole
}

function follow(reference: string, home: Json, all: ReadonlyMap<string, Json>, trail: readonly string[]): Json {
  const [id = '', pointer = ''] = reference.split('#')
  const document = id === '' ? home : all.get(id)
  const target = pointer.split('/').filter(Boolean).reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), document)
  return document ? resolve(target, document, all, trail) : {}
}

/**
 * Public definitions as `xed-full` JSON would answer them, for tests of real size. A plain resolver of its own, apart
 * from the emulator's; throws when the folder cannot be read.
 */
export function resolvePublicDefinitions(folder: string, ids: readonly string[]): unknown[] {
  const all = readDefinitions(folder)
  return ids.map((id) => resolve(all.get(id), all.get(id) ?? {}, all, [id]))
}

/** The ids of every public field group. */
export const publicFieldGroupIds = (folder: string): string[] =>
  [...readDefinitions(folder)].filter(([, schema]) => 'meta:intendedToExtend' in schema).map(([id]) => id)
