import type { Json, JsonObject } from '../content/types'
import { readJson, requireObject, type AppContext } from '../http'
import { asText, isObject } from '../json'
import type { World } from '../world'
import { flowError } from './errors'

/** The body of a creation: an object that carries no state and no field that the resource does not have. */
export async function readBody(world: World, c: AppContext, known: readonly string[]): Promise<JsonObject> {
  const body = requireObject(await readAny(world, c), (detail) => flowError(world, '1452-400', detail))
  if (Object.keys(body).length === 0) throw flowError(world, '1405-400', 'The request body is empty.')
  if ('state' in body) throw flowError(world, '1410-400', 'The state cannot be set by the request body.')
  for (const key of Object.keys(body)) {
    if (!known.includes(key)) throw flowError(world, '1455-400', `The field ${key} is not known here.`)
  }
  return body
}

export function readAny(world: World, c: AppContext): Promise<Json> {
  return readJson(c, (detail, empty) => flowError(world, empty ? '1405-400' : '1452-400', detail))
}

export function requireText(world: World, body: JsonObject, field: string): string {
  const value = body[field]
  if (value === undefined || value === null) throw missing(world, field)
  if (typeof value !== 'string') throw flowError(world, '1452-400', `The field ${field} must be a string.`)
  if (value.trim() === '') throw missing(world, field)
  return value
}

export function optionalText(world: World, body: JsonObject, field: string): JsonObject {
  const value = body[field]
  if (value === undefined) return {}
  if (typeof value !== 'string') throw flowError(world, '1452-400', `The field ${field} must be a string.`)
  return { [field]: value }
}

export function requireField(world: World, body: JsonObject, field: string): JsonObject {
  const value = body[field]
  if (value === undefined || value === null) throw missing(world, field)
  if (!isObject(value)) throw flowError(world, '1452-400', `The field ${field} must be an object.`)
  return value
}

export const missing = (world: World, field: string) => flowError(world, '1304-400', `The mandatory field ${field} is missing.`)

/** `{id, version?}` as a resource refers to a specification; without a version the newest is meant. */
export function requireSpecRef<T extends { id: string; version: string }>(
  world: World,
  body: JsonObject,
  field: string,
  find: (id: string) => T | undefined,
): T {
  const ref = requireField(world, body, field)
  const id = requireText(world, ref, 'id')
  const spec = find(id)
  if (spec === undefined) throw flowError(world, '1413-400', `There is no ${field} with the id ${id}.`)
  const version = ref['version']
  if (version !== undefined && version !== spec.version)
    throw flowError(world, '1413-400', `The ${field} ${id} has no version ${asText(version) || JSON.stringify(version)}.`)
  return spec
}

/** `?mode=draft`, or nothing. */
export function isDraftMode(world: World, c: AppContext): boolean {
  const mode = c.req.query('mode')
  if (mode === undefined) return false
  if (mode.toLowerCase() !== 'draft') throw flowError(world, '1452-400', `The mode ${mode} is not known.`)
  return true
}

export function requireDraftSupport(world: World, ...specs: JsonObject[]): void {
  for (const spec of specs) {
    const attributes = spec['attributes']
    if (isObject(attributes) && attributes['isDraftModeSupported'] === true) continue
    throw flowError(world, '1368-400', `The specification ${asText(spec['name'])} does not support drafts.`)
  }
}
