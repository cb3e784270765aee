import { z } from 'zod'
import type { PaymentsSource } from './payments-source'

/** One field of the form by which a source is connected. */
export type AuthField = {
  name: string
  kind: 'text' | 'secret' | 'number' | 'boolean' | 'choice'
  isRequired: boolean
  title?: string
  description?: string
  default?: string
  example?: string
  options?: string[]
}

const property = z.looseObject({
  type: z.unknown().optional(),
  format: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
  default: z.union([z.string(), z.number(), z.boolean()]).optional().catch(undefined),
  enum: z.array(z.union([z.string(), z.number()])).optional().catch(undefined),
  'ui:hidden': z.boolean().optional().catch(undefined),
})

const specification = z.looseObject({
  properties: z.record(z.string(), property).default({}),
  required: z.array(z.string()).default([]).catch([]),
})

/**
 * The form of an authentication specification's JSON Schema (Flow Service connection specification, `authSpec[].spec`).
 * Secrets are what it marks with `format: password`; hidden fields are left out; our own hints add defaults and examples.
 */
export function authFieldsOf(spec: unknown, hints: PaymentsSource['authFields'] = {}): AuthField[] {
  const parsed = specification.safeParse(spec)
  if (!parsed.success) return []
  const { properties, required } = parsed.data
  return Object.entries(properties)
    .filter(([, one]) => one['ui:hidden'] !== true)
    .map(([name, one]) => {
      const hint = hints[name]
      const fallback = one.default === undefined ? hint?.default : String(one.default)
      return {
        name,
        kind: kindOf(one),
        isRequired: required.includes(name),
        ...(one.title ? { title: one.title } : {}),
        ...(one.description ? { description: one.description } : {}),
        ...(fallback === undefined ? {} : { default: fallback }),
        ...(hint?.example ? { example: hint.example } : {}),
        ...(one.enum ? { options: one.enum.map(String) } : {}),
      }
    })
}

function kindOf({ type, format, enum: choices }: z.infer<typeof property>): AuthField['kind'] {
  if (format === 'password') return 'secret'
  if (choices) return 'choice'
  if (type === 'boolean') return 'boolean'
  return type === 'number' || type === 'integer' ? 'number' : 'text'
}

/** What the form must hold before it is sent; messages are keys under `setup.problems`. Values are texts as typed. */
export function authFormSchema(fields: readonly AuthField[]) {
  return z.object({
    name: z.string().trim().min(1, 'connection-name-missing').max(200, 'too-long'),
    params: z.object(Object.fromEntries(fields.map((field) => [field.name, authValue(field)]))),
  })
}

function authValue({ kind, isRequired }: AuthField) {
  if (kind === 'boolean') return z.boolean()
  const text = kind === 'secret' ? z.string() : z.string().trim()
  const filled = isRequired ? text.min(1, 'field-missing') : text
  return kind === 'number' ? filled.refine((value) => value === '' || Number.isFinite(Number(value)), 'not-a-number') : filled
}

/** The parameters as Adobe takes them: numbers as numbers, fields left empty absent. */
export function authParams(fields: readonly AuthField[], values: Record<string, string | boolean>) {
  const entries = fields.flatMap((field): [string, string | number | boolean][] => {
    const value = values[field.name]
    if (value === undefined || value === '') return []
    return [[field.name, field.kind === 'number' ? Number(value) : value]]
  })
  return Object.fromEntries(entries)
}
