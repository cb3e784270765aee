import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'

import type { Json, JsonObject } from '../content/types'
import type { World } from '../world'
import { flowError } from './errors'

const ajv = new Ajv({ strict: false, allErrors: false, logger: false, formats: { password: true } })
const compiled = new WeakMap<JsonObject, ValidateFunction>()

function compile(schema: JsonObject): ValidateFunction {
  const known = compiled.get(schema)
  if (known !== undefined) return known
  const made = ajv.compile(schema)
  compiled.set(schema, made)
  return made
}

/** Holds a value against a specification's JSON Schema; values are never repeated in the error, they may be secret. */
export function checkAgainst(world: World, schema: JsonObject, value: Json, place: string): void {
  const validate = compile(schema)
  if (validate(value)) return
  const [error] = validate.errors ?? []
  if (error !== undefined) throw faultOf(world, error, place)
}

function faultOf(world: World, error: ErrorObject, place: string) {
  const at = `${place}${error.instancePath.replaceAll('/', '.')}`
  if (error.keyword === 'required') {
    const field = String((error.params as { missingProperty?: unknown }).missingProperty)
    return flowError(world, '1304-400', `The mandatory field ${at}.${field} is missing.`)
  }
  if (error.keyword === 'minLength') return flowError(world, '1304-400', `The mandatory field ${at} is empty.`)
  if (error.keyword === 'additionalProperties') {
    const field = String((error.params as { additionalProperty?: unknown }).additionalProperty)
    return flowError(world, '1455-400', `The field ${at}.${field} is not known here.`)
  }
  return flowError(world, '1452-400', `${at} ${error.message ?? 'is not valid'}.`)
}
