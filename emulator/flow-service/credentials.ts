import type { ConnectionSpec } from '../content/connection-specs/connection-spec'
import type { Json, JsonObject } from '../content/types'
import { asArray, asObject } from '../json'

/** Stands in the store where a secret was given: the emulator never needs it again and so never keeps it. */
const placeholder = '[kept by the emulator]'

/**
 * What is stored of credentials: plain parameters, a placeholder for each secret, and whether they work. The emulated
 * providers let everybody in whose parameters do not contain the word "wrong".
 */
export function keepSecrets(changed: JsonObject, spec: ConnectionSpec, before: JsonObject | undefined): JsonObject {
  if (changed['auth'] === undefined) return {}
  const auth = asObject(changed['auth'])
  const params = asObject(auth['params'])
  const secrets = secretNames(spec, auth['specName'])
  const stays = Object.values(params).some((value) => value === placeholder)
  const works = !Object.values(params).some(isWrong) && (!stays || before?.['_works'] !== false)
  const kept = Object.entries(params).map(([name, value]): [string, Json] => [name, secrets.has(name) ? placeholder : value])
  return { auth: { ...auth, params: Object.fromEntries(kept) }, _works: works }
}

/** A base connection as it is answered: no secret, no book-keeping. */
export function withoutSecrets(doc: JsonObject): JsonObject {
  const { _works, auth, ...rest } = doc
  if (auth === undefined) return rest
  const params = Object.entries(asObject(asObject(auth)['params'])).filter(([, value]) => value !== placeholder)
  return { ...rest, auth: { ...asObject(auth), params: Object.fromEntries(params) } }
}

/** Whether the source would let these credentials in. */
export const credentialsWork = (connection: JsonObject | undefined): boolean => connection?.['_works'] === true

const isWrong = (value: Json) => typeof value === 'string' && /wrong/i.test(value)

function secretNames(spec: ConnectionSpec, specName: Json | undefined): Set<string> {
  const authSpec = asArray(spec['authSpec']).map(asObject).find((one) => one['name'] === specName)
  const properties = Object.entries(asObject(asObject(authSpec?.['spec'])['properties']))
  return new Set(properties.filter(([, property]) => asObject(property)['format'] === 'password').map(([name]) => name))
}
