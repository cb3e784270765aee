import { buildRequest } from '@/lib/adobe/build-request'
import type { AdobeCall, AdobeCredentialFacts } from '@/lib/adobe/types'
import type { Ajv } from 'ajv'
import { asObject, findOperation, inWords, join, loadSpecs, resolve, type Json, type Operation, type Spec } from './openapi-specs'

/** Any will do: only whether a header is there matters. No secret, and no client behind it: browsers' tests load this too. */
const anyCredential: AdobeCredentialFacts = {
  platformOrigin: 'https://platform.adobe.io',
  imsOrigin: 'https://ims-na1.adobelogin.com',
  orgId: 'ACME@AdobeOrg',
  clientId: 'client-id',
  scopes: 'openid',
  sandbox: 'dev',
}

type Parameter = { name: string; in: string; required?: boolean; schema?: unknown; type?: string; enum?: unknown[] }

/**
 * Holds calls against Adobe's OpenAPI files in `directory`; answers what each finds wrong, in words that begin with
 * the place.
 */
export function createCallChecker(directory: string): (call: AdobeCall) => string[] {
  const { ajv, specs } = loadSpecs(directory)
  return (call) => {
    const spec = specs.find(({ base }) => call.path.startsWith(`${base}/`))
    if (!spec) return [`path: no OpenAPI file describes ${call.path}`]
    const operation = findOperation(spec, call.method, call.path)
    if (!operation) return [`path: ${spec.file} has no ${call.method} ${call.path}`]
    return [...checkParameters(spec, operation, call), ...checkBody(ajv, spec, operation, call)]
  }
}

function checkParameters(spec: Spec, operation: Operation, call: AdobeCall): string[] {
  const parameters = [operation.shared, operation.value['parameters']]
    .flatMap((list) => (Array.isArray(list) ? list : []))
    .map((one) => resolve(spec, one) as Parameter)
  const headers = { authorization: 'Bearer x', ...buildRequest(anyCredential, call)?.headers } as Record<
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
