import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Json, JsonObject, RegistryDefinition } from '../types'
import { toCompatibleForm, type FragmentLookup } from './compatibility'
import { altIdOf, globalLibraryVersion } from './identifiers'
import { annotateXdmTypes, isJsonObject } from './xdm-type'

/** Folder of the public set → kind in the registry. Whatever stands elsewhere is a data type. */
const kinds: Record<string, RegistryDefinition['meta:resourceType']> = {
  behaviors: 'behaviors',
  classes: 'classes',
  fieldgroups: 'mixins',
  datatypes: 'datatypes',
}

type PublicFile = { id: string; title: string; kind: RegistryDefinition['meta:resourceType']; schema: JsonObject }

/**
 * Reads every definition below `<xdmDir>/components` (the layout of the public XDM repository)
 * and answers them in the registry's compatibility form.
 * Throws when the folder is missing or a file in it is not JSON: whoever names a folder wants to know.
 */
export function readPublicDefinitions(xdmDir: string): RegistryDefinition[] {
  const root = join(xdmDir, 'components')
  if (!existsSync(root)) throw new Error(`No XDM definitions in ${xdmDir}: it has no folder "components".`)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.schema.json'))
    .sort()
    .map((name) => readPublicFile(root, name))
    .filter((file) => file !== undefined)
  const byId = new Map(files.map((file) => [file.id, file]))
  const lookup: FragmentLookup = (id, fragment) => {
    const part = followPointer(byId.get(id)?.schema, fragment)
    const qualified = part === undefined ? undefined : qualifyReferences(part, id)
    return isJsonObject(qualified) ? qualified : undefined
  }
  return files.map((file) => toRegistryDefinition(file, lookup))
}

function readPublicFile(root: string, name: string): PublicFile | undefined {
  const path = join(root, name)
  const schema = parseJson(path)
  if (!isJsonObject(schema) || typeof schema['$id'] !== 'string' || typeof schema['title'] !== 'string') return undefined
  const folder = relative(root, path).split(sep)[0] ?? ''
  return { id: schema['$id'], title: schema['title'], kind: kinds[folder] ?? 'datatypes', schema }
}

function parseJson(path: string): Json {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Json
  } catch (cause) {
    throw new Error(`The XDM definition ${path} is not JSON.`, { cause })
  }
}

function followPointer(schema: JsonObject | undefined, pointer: string): JsonObject | undefined {
  let current: Json | undefined = schema
  for (const step of pointer.split('/').filter((part) => part !== '')) {
    current = isJsonObject(current) ? current[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
  }
  return isJsonObject(current) ? current : undefined
}

/** A copied part keeps meaning its own file's definitions. */
function qualifyReferences(value: Json, id: string): Json {
  if (Array.isArray(value)) return value.map((item) => qualifyReferences(item, id))
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).map(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' && inner.startsWith('#')
      ? [key, `${id}${inner}`]
      : [key, qualifyReferences(inner, id)],
  )
  return Object.fromEntries(entries) as JsonObject
}

function toRegistryDefinition(file: PublicFile, lookup: FragmentLookup): RegistryDefinition {
  const compatible = annotateXdmTypes(toCompatibleForm(file.schema, lookup))
  return {
    'meta:extensible': false,
    'meta:abstract': false,
    ...compatible,
    $id: file.id,
    'meta:altId': altIdOf(file.id),
    'meta:resourceType': file.kind,
    version: globalLibraryVersion,
    title: file.title,
    'meta:containerId': 'global',
  }
}
