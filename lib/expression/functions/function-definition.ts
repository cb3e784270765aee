import type { Node } from '../node'
import type { StepBudget } from '../regex/run-pattern'

export type ValueType =
  | 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'array' | 'object' | 'map' | 'any' | 'lambda'

export type FunctionGroup =
  | 'string' | 'regex' | 'hashing' | 'url' | 'date' | 'object' | 'array' | 'map' | 'logic' | 'aggregation'
  | 'conversion' | 'json' | 'special' | 'user-agent' | 'analytics'

export type ParameterDoc = {
  name: string
  type: ValueType
  required: boolean
  /** This parameter, or the pair it ends, may be given any number of times. */
  repeats?: boolean
  description: string
}

/** Inline documentation of one function, in our own words. */
export type FunctionDoc = {
  name: string
  group: FunctionGroup
  /** `lpad(INPUT, COUNT, PADDING)`; optional parameters in brackets, `…` where the last repeats. */
  signature: string
  parameters: ParameterDoc[]
  returns: ValueType
  description: string
  /** Where Adobe offers it: everywhere, only in destinations, only in Web SDK and Analytics flows. */
  availability: 'everywhere' | 'destinations' | 'web-sdk'
  /** Called as `receiver.name(…)`; the first parameter is the receiver. */
  isMethod: boolean
  /** Another name of the same function. */
  aliasOf?: string
  /** The arguments come in pairs, so that their number is even. */
  inPairs?: boolean
  /** Adobe keeps it only for old expressions; names what to use instead. */
  replacedBy?: string
  /** Why it cannot be computed outside Adobe, wholly or for some inputs. */
  localLimit?: string
}

/** What a function may use besides its arguments. */
export type FunctionContext = {
  record: Record<string, unknown>
  nowMs: number
  random: (() => number) | undefined
  uuid: (() => string) | undefined
  regexBudget: StepBudget
  /** Announces characters or elements about to be produced; throws once the whole evaluation made too many. */
  produce: (amount: number) => void
  evaluate: (node: Node) => unknown
}

export type FunctionDefinition = FunctionDoc & (
  | { run: (args: unknown[], context: FunctionContext) => unknown }
  | { runLazily: (args: Node[], context: FunctionContext) => unknown }
)

type Given = Omit<FunctionDoc, 'signature' | 'availability' | 'isMethod'> &
  Partial<Pick<FunctionDoc, 'availability' | 'isMethod'>> &
  ({ run: (args: unknown[], context: FunctionContext) => unknown }
    | { runLazily: (args: Node[], context: FunctionContext) => unknown })

/** Completes a definition with its signature and the usual defaults. */
export function defineFunction(given: Given): FunctionDefinition {
  const isMethod = given.isMethod ?? false
  const shown = isMethod ? given.parameters.slice(1) : given.parameters
  const list = shown
    .map(({ name, required, repeats }) => `${required ? name : `[${name}]`}${repeats === true ? ', …' : ''}`)
    .join(', ')
  const receiver = isMethod ? `${given.parameters[0]?.name ?? ''}.` : ''
  return {
    availability: 'everywhere', ...given, isMethod, signature: `${receiver}${given.name}(${list})`,
  }
}

/** The same function under a second name. */
export function aliasFunction(name: string, definition: FunctionDefinition): FunctionDefinition {
  return {
    ...definition, name, aliasOf: definition.name, signature: definition.signature.replace(definition.name, name),
  }
}

export const needed = (name: string, type: ValueType, description: string): ParameterDoc =>
  ({ name, type, required: true, description })
export const optional = (name: string, type: ValueType, description: string): ParameterDoc =>
  ({ name, type, required: false, description })
export const anyNumber = (name: string, type: ValueType, description: string, required = true): ParameterDoc =>
  ({ name, type, required, repeats: true, description })

/** How many arguments a function takes. */
export function arityOf(definition: FunctionDoc): { least: number; most: number } {
  const receiver = definition.isMethod ? 1 : 0
  const least = definition.parameters.filter((parameter) => parameter.required).length - receiver
  const repeats = definition.parameters.some((parameter) => parameter.repeats === true)
  return { least, most: repeats ? Infinity : definition.parameters.length - receiver }
}
