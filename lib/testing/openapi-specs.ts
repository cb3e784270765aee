import fs from 'node:fs'
import path from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

export type Json = Record<string, unknown>
export type Spec = { file: string; base: string; document: Json }
export type Operation = { pointer: string[]; value: Json; shared: unknown }

const files = {
  '/data/foundation/flowservice': 'flow-service.yaml',
  '/data/foundation/schemaregistry': 'schema-registry.yaml',
  '/data/foundation/catalog': 'catalog.yaml',
  '/data/foundation/conversion': 'data-prep.yaml',
}

/** Adobe's OpenAPI files in `directory`, and a validator which knows them as `https://specs.test/{file}`. */
export function loadSpecs(directory: string): { ajv: Ajv; specs: Spec[] } {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false })
  // ajv-formats is CommonJS: its default export hides under `default` in some loaders.
  const formats = addFormats as unknown as ((ajv: Ajv) => void) & { default?: (ajv: Ajv) => void }
  ;(formats.default ?? formats)(ajv)
  const specs = Object.entries(files).map(([base, file]) => {
    const document: Json = parse(fs.readFileSync(path.join(directory, file), 'utf8'))
    ajv.addSchema({ ...asObject(withoutExamples(document)), $id: `https://specs.test/${file}` })
    return { file, base, document }
  })
  return { ajv, specs }
}

/** The operation of a method and path (with its base); where several templates fit, the most literal one. */
export function findOperation({ base, document }: Spec, method: string, path: string): Operation | undefined {
  const given = path.slice(base.length).replace(/\/$/, '').split('/')
  const literals = (template: string) => template.split('/').filter((part) => !part.startsWith('{')).length
  const candidates = Object.keys(asObject(document['paths']))
    .filter((template) => {
      const parts = template.replace(/\/$/, '').split('/')
      return (
        parts.length === given.length && parts.every((part, index) => part.startsWith('{') || part === given[index])
      )
    })
    .sort((a, b) => literals(b) - literals(a))
  for (const template of candidates) {
    const item = asObject(asObject(document['paths'])[template])
    const name = method.toLowerCase()
    if (name in item)
      return { pointer: ['paths', template, name], value: asObject(item[name]), shared: item['parameters'] }
  }
  return undefined
}

/** Examples hold resources with `$id`s of their own, which ajv would take for schemas. */
function withoutExamples(value: unknown, parent = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutExamples(item))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([key, inner]) =>
      parent === 'properties' ||
      !(['example', 'examples'].includes(key) || (key === '$id' && typeof inner === 'string')),
  )
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutExamples(inner, key)]))
}

/** What a local `$ref` names, or the value itself. */
export function resolve({ document }: Spec, value: unknown): unknown {
  const reference = asObject(value)['$ref']
  if (typeof reference !== 'string') return value
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => asObject(at)[key], document)
}

/** A JSON Pointer as the fragment of an address. */
export const join = (keys: string[]) =>
  keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
export const inWords = ({ instancePath, message }: ErrorObject) => `body${instancePath}: ${message ?? ''}`
export const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
