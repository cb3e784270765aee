import { conversionFunctions } from './conversion'
import { dateFunctions } from './date'
import type { FunctionDefinition, FunctionDoc } from './function-definition'
import { logicFunctions } from './logic'
import { regexFunctions } from './regex'
import { stringFunctions } from './string'

const definitions: readonly FunctionDefinition[] = [
  ...stringFunctions, ...regexFunctions, ...dateFunctions, ...logicFunctions, ...conversionFunctions,
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
