import { aggregationFunctions } from './aggregation'
import { analyticsFunctions } from './analytics'
import { arrayFunctions } from './array'
import { conversionFunctions } from './conversion'
import { dateFunctions } from './date'
import type { FunctionDefinition, FunctionDoc } from './function-definition'
import { hashingFunctions } from './hashing'
import { jsonFunctions } from './json'
import { logicFunctions } from './logic'
import { mapFunctions } from './map'
import { objectFunctions } from './object'
import { regexFunctions } from './regex'
import { specialFunctions } from './special'
import { stringFunctions } from './string'
import { urlFunctions } from './url'
import { userAgentFunctions } from './user-agent'

const definitions: readonly FunctionDefinition[] = [
  ...stringFunctions, ...regexFunctions, ...hashingFunctions, ...urlFunctions, ...dateFunctions, ...objectFunctions,
  ...arrayFunctions, ...mapFunctions, ...logicFunctions, ...aggregationFunctions, ...conversionFunctions,
  ...jsonFunctions, ...specialFunctions, ...userAgentFunctions, ...analyticsFunctions,
]

const byName = new Map(definitions.map((definition) => [definition.name, definition]))

/** The documentation of every function of the language, methods included. */
export const functions: readonly FunctionDoc[] = definitions

export function findFunction(name: string): FunctionDefinition | undefined {
  const definition = byName.get(name)
  return definition?.isMethod === true ? undefined : definition
}

export function findMethod(name: string): FunctionDefinition | undefined {
  const definition = byName.get(name)
  return definition?.isMethod === true ? definition : undefined
}
