import fs from 'node:fs'
import path from 'node:path'
import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { buildRequest } from '@/lib/adobe/build-request'
import type { AdobeCall } from '@/lib/adobe/types'
import { testCredential } from './fake-adobe'

type Json = Record<string, unknown>
type Parameter = { name: string; in: string; required?: boolean; schema?: unknown; type?: string; enum?: unknown[] }
type Spec = { file: string; base: string; document: Json }

const files = {
  '/data/foundation/flowservice': 'flow-service.yaml',
  '/data/foundation/schemaregistry': 'schema-registry.yaml',
  '/data/foundation/catalog': 'catalog.yaml',
  '/data/foundation/conversion': 'data-prep.yaml',
}

/**
 * Holds calls against Adobe's OpenAPI files in `directory`; answers what each finds wrong, in words that begin with
 * the place.
 */
export function createCallChecker(directory: string): (call: AdobeCall) => string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, logger: false })
  // ajv-formats is CommonJS: its default export hides under `default` in some loaders.
  const formats = addFormats as unknown as ((ajv: Ajv) => void) & { default?: (ajv: Ajv) => void }
  ;(formats.default ?? formats)(ajv)
  const specs: Spec[] = Object.entries(files).map(([base, file]) => {
    const document: Json = parse(fs.readFileSync(path.join(directory, file), 'utf8'))
    ajv.addSchema({ ...asObject(withoutExamples(document)), $id: `https://specs.test/${file}` })
    return { file, base, document }
  })

  return (call) => {
    const spec = specs.find(({ base }) => call.path.startsWith(`${base}/`))
    if (!spec) return [`path: no OpenAPI file describes ${call.path}`]
    const operation = findOperation(spec, call)
    if (!operation) return [`path: ${spec.file} has no ${call.method} ${call.path}`]
    return [...checkParameters(spec, operation, call), ...checkBody(ajv, spec, operation, call)]
  }
}

type Operation = { pointer: string[]; value: Json; shared: unknown }

function findOperation({ base, document }: Spec, call: AdobeCall): Operation | undefined {
  const given = call.path.slice(base.length).replace(/\/$/, '').split('/')
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
    const method = call.method.toLowerCase()
    if (method in item)
      return { pointer: ['paths', template, method], value: asObject(item[method]), shared: item['parameters'] }
  }
  return undefined
}

function checkParameters(spec: Spec, operation: Operation, call: AdobeCall): string[] {
  const parameters = [operation.shared, operation.value['parameters']]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((one) => resolve(spec, one) as Parameter)
  const headers = { authorization: 'Bearer x', ...buildRequest(testCredential, call)?.headers } as Record<
    string,
    string
  >
  const missing = parameters.filter(({ name, in: place, required }) => {
    if (!required) return false
    if (place === 'header') return headers[name.toLowerCase()] === undefined
    return place === 'query' && call.query?.[name] === undefined
  })
  const known = new Set(parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name))
  const unknown = Object.keys(call.query ?? {}).filter((name) => !known.has(name))
  return [
    ...missing.map(({ in: place, name }) => `${place}.${name}: required and missing`),
    ...unknown.map((name) => `query.${name}: not described`),
  ]
}

function checkBody(ajv: Ajv, spec: Spec, { pointer, value }: Operation, call: AdobeCall): string[] {
  const place = bodyPointer(spec, pointer, value, call)
  if (call.body === undefined) return []
  if (!place) return ['body: not described']
  const validate = ajv.compile({ $ref: `https://specs.test/${spec.file}#${place}` })
  // What is sent is JSON: undefined properties do not exist in it.
  return validate(JSON.parse(JSON.stringify(call.body))) ? [] : (validate.errors ?? []).map(inWords)
}

/** JSON Pointer to the body's schema, in OpenAPI 3 or Swagger 2. */
function bodyPointer(spec: Spec, pointer: string[], operation: Json, call: AdobeCall): string | undefined {
  if (operation['requestBody'] !== undefined) {
    const type = call.contentType ?? 'application/json'
    const content = asObject(asObject(operation['requestBody'])['content'])
    if (content[type] === undefined || asObject(content[type])['schema'] === undefined) return undefined
    return join([...pointer, 'requestBody', 'content', type, 'schema'])
  }
  const list = Array.isArray(operation['parameters']) ? operation['parameters'] : []
  for (const [index, one] of list.entries()) {
    const reference = asObject(one)['$ref']
    if (asObject(resolve(spec, one))['in'] !== 'body') continue
    return typeof reference === 'string'
      ? `${reference.slice(1)}/schema`
      : join([...pointer, 'parameters', String(index), 'schema'])
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

function resolve({ document }: Spec, value: unknown): unknown {
  const reference = asObject(value)['$ref']
  if (typeof reference !== 'string') return value
  return reference
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => asObject(at)[key], document)
}

const join = (keys: string[]) =>
  keys.map((key) => `/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
const inWords = ({ instancePath, message }: ErrorObject) => `body${instancePath}: ${message ?? ''}`
const asObject = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
