import { z } from 'zod'
import type { PaymentsSource } from './payments-source'

/** One field of the form by which a source is connected. */
export type AuthField = {
  /** Its key in the form: names may hold dots, which forms take for levels. */
  id: string
  /** Where its value goes in the parameters; more than one name inside an object. */
  path: string[]
  /** The last of the path. */
  name: string
  kind: 'text' | 'secret' | 'number' | 'boolean' | 'choice' | 'json'
  isRequired: boolean
  title?: string
  description?: string
  default?: string
  example?: string
  options?: string[]
}

/** What was typed or chosen, by the field's id. */
export type AuthValues = Record<string, string | boolean>

const scalar = z.union([z.string(), z.number(), z.boolean()])

const property = z.looseObject({
  type: z.unknown().optional(),
  format: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  default: scalar.optional().catch(undefined),
  const: scalar.optional().catch(undefined),
  enum: z.array(scalar).min(1).optional().catch(undefined),
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  required: z.array(z.string()).optional().catch(undefined),
  'ui:hidden': z.boolean().optional().catch(undefined),
})

type Property = z.infer<typeof property>
type Level = { path: string[]; isRequired: boolean }

/** How deep objects within objects become fields of their own; below, they are typed as JSON. */
const deepest = 3

const read = (value: unknown): Property => property.safeParse(value).data ?? {}

/**
 * The form of an authentication specification's JSON Schema (Flow Service connection specification, `authSpec[].spec`).
 * Secrets are what it marks with `format: password`; hidden fields are left out; our own hints add defaults and examples.
 */
export function authFieldsOf(spec: unknown, hints: PaymentsSource['authFields'] = {}): AuthField[] {
  return fieldsOf(read(spec), { path: [], isRequired: true }, hints).map((field, index) => ({ id: `f${index}`, ...field }))
}

function fieldsOf(object: Property, level: Level, hints: PaymentsSource['authFields']): Omit<AuthField, 'id'>[] {
  const known = object.properties ?? {}
  const required = object.required ?? []
  // What is required without being described can still be typed.
  const names = new Set([...Object.keys(known), ...required])
  return [...names].flatMap((name) => {
    const one = read(known[name])
    if (one['ui:hidden'] === true) return []
    const inner = { path: [...level.path, name], isRequired: level.isRequired && required.includes(name) }
    const opens = one.properties && Object.keys(one.properties).length > 0 && inner.path.length < deepest
    return opens ? fieldsOf(one, inner, hints) : [fieldOf(name, one, inner, hints[name])]
  })
}

function fieldOf(name: string, one: Property, { path, isRequired }: Level, hint: PaymentsSource['authFields'][string] | undefined): Omit<AuthField, 'id'> {
  const fixed = one.const === undefined ? undefined : String(one.const)
  const fallback = fixed ?? hint?.default ?? (one.default === undefined ? undefined : String(one.default))
  const options = fixed === undefined ? one.enum?.map(String) : [fixed]
  return {
    path,
    name,
    kind: kindOf(one, options !== undefined),
    isRequired,
    ...(one.title ? { title: one.title } : {}),
    ...(one.description ? { description: one.description } : {}),
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(hint?.example ? { example: hint.example } : {}),
    ...(options ? { options: [...new Set(options)] } : {}),
  }
}

/** Several types are allowed; the first that is not `null` says how the field looks. */
const typeNamed = (type: unknown): unknown => (Array.isArray(type) ? type.find((each) => each !== 'null') : type)

function kindOf({ type, format, properties }: Property, hasOptions: boolean): AuthField['kind'] {
  const named = typeNamed(type)
  if (named === 'boolean') return 'boolean'
  if (hasOptions) return 'choice'
  if (named === 'object' || named === 'array' || properties) return 'json'
  if (named === 'number' || named === 'integer') return 'number'
  return format === 'password' ? 'secret' : 'text'
}

/** What the form must hold before it is sent; messages are keys under `setup.problems`. Values are texts as typed. */
export function authFormSchema(fields: readonly AuthField[]) {
  return z.object({
    name: z.string().trim().min(1, 'connection-name-missing').max(200, 'too-long'),
    params: authValuesSchema(fields),
  })
}

/** The credentials alone, as when they are replaced. */
export const authValuesSchema = (fields: readonly AuthField[]) =>
  z.object(Object.fromEntries(fields.map((field) => [field.id, authValue(field)])))

function authValue({ kind, isRequired }: AuthField) {
  if (kind === 'boolean') return z.boolean()
  // What was chosen is sent as the specification spells it, blanks included; a secret as it was typed.
  const text = kind === 'secret' || kind === 'choice' ? z.string() : z.string().trim()
  const filled = isRequired ? text.min(1, 'field-missing') : text
  if (kind === 'number') return filled.refine((value) => value === '' || Number.isFinite(Number(value)), 'not-a-number')
  return kind === 'json' ? filled.refine((value) => value === '' || readJson(value) !== undefined, 'not-json') : filled
}

/** An object or a list written as JSON; undefined for anything else. */
function readJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** What a form begins with. */
export const emptyAuthValues = (fields: readonly AuthField[]): AuthValues =>
  Object.fromEntries(fields.map(({ id, kind, default: value }) => [id, kind === 'boolean' ? value === 'true' : (value ?? '')]))

/** The parameters as Adobe takes them: numbers as numbers, objects as objects, fields left empty absent. */
export function authParams(fields: readonly AuthField[], values: AuthValues): Record<string, unknown> {
  const params: Record<string, unknown> = {}
  for (const field of fields) {
    const value = paramOf(field, values[field.id])
    if (value !== undefined) put(params, field.path, value)
  }
  return params
}

function paramOf({ kind }: AuthField, value: string | boolean | undefined): unknown {
  if (value === undefined || value === '') return undefined
  if (kind === 'number') return Number(value)
  return kind === 'json' && typeof value === 'string' ? readJson(value) : value
}

function put(target: Record<string, unknown>, [name, ...rest]: string[], value: unknown): void {
  if (name === undefined) return
  if (rest.length === 0) return define(target, name, value)
  const known = Object.hasOwn(target, name) ? target[name] : undefined
  const inner = typeof known === 'object' && known !== null ? (known as Record<string, unknown>) : {}
  put(inner, rest, value)
  define(target, name, inner)
}

/** Assignment would not make a field of its own out of a name like `__proto__`. */
const define = (target: Record<string, unknown>, name: string, value: unknown) =>
  void Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true })
