import { z } from 'zod'

import type { Json, JsonObject } from './content/types'
import { copyJson, equalJson, isObject, jsonSchema } from './json'

/** RFC 6902, the three operations that Adobe's registry and Catalog document; names of operations in any case. */
const operationsSchema = z.array(
  z.object({
    op: z.string().toLowerCase().pipe(z.enum(['add', 'replace', 'remove', 'test'])),
    path: z.string(),
    value: jsonSchema.optional(),
  }),
)

export type PatchResult = { ok: true; document: JsonObject } | { ok: false; detail: string }

/** Applies a JSON Patch to a copy; either all of its operations or none. */
export function applyJsonPatch(document: JsonObject, patch: Json): PatchResult {
  const operations = operationsSchema.safeParse(patch)
  if (!operations.success) return { ok: false, detail: `The body is not a JSON Patch: ${z.prettifyError(operations.error)}` }
  const copy = copyJson(document)
  for (const { op, path, value } of operations.data) {
    const steps = readPointer(path)
    if (steps === undefined || steps.length === 0) return refuse(`The path "${path}" is not a JSON Pointer into the resource.`)
    if (op !== 'remove' && value === undefined) return refuse(`The operation ${op} on "${path}" has no value.`)
    const problem = change(copy, steps, op, value)
    if (problem !== undefined) return refuse(`The operation ${op} on "${path}" cannot be applied: ${problem}.`)
  }
  return { ok: true, document: copy }
}

const refuse = (detail: string): PatchResult => ({ ok: false, detail })

function readPointer(path: string): string[] | undefined {
  if (!path.startsWith('/')) return undefined
  const steps = path.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  return steps.includes('__proto__') ? undefined : steps
}

function change(root: JsonObject, steps: string[], op: string, value: Json | undefined): string | undefined {
  let parent: Json | undefined = root
  for (const step of steps.slice(0, -1)) parent = Array.isArray(parent) ? parent[Number(step)] : isObject(parent) ? parent[step] : undefined
  const last = steps.at(-1) ?? ''
  if (Array.isArray(parent)) return changeArray(parent, last, op, value)
  if (!isObject(parent)) return 'there is nothing at its parent'
  const exists = Object.hasOwn(parent, last)
  if (op === 'test') return equalJson(parent[last], value) ? undefined : 'the value differs'
  if (op !== 'add' && !exists) return 'there is nothing there'
  if (op === 'remove') delete parent[last]
  else parent[last] = value ?? null
  return undefined
}

function changeArray(list: Json[], step: string, op: string, value: Json | undefined): string | undefined {
  const index = step === '-' ? list.length : /^(0|[1-9]\d*)$/.test(step) ? Number(step) : -1
  if (index < 0 || index > list.length || (op !== 'add' && index === list.length)) return `the list has no element ${step}`
  if (op === 'test') return equalJson(list[index], value) ? undefined : 'the value differs'
  if (op === 'add') list.splice(index, 0, value ?? null)
  else if (op === 'remove') list.splice(index, 1)
  else list[index] = value ?? null
  return undefined
}
