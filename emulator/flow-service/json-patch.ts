import type { Json, JsonObject } from '../content/types'
import { asText, isObject } from '../json'
import type { World } from '../world'
import { flowError } from './errors'

export type PatchRules = {
  /** Fields of the resource that may be patched. */
  allowed: readonly string[]
  /** Fields that exist but never change, with the code they are refused with. */
  fixed: Record<string, string>
}

type Operation = { op: 'add' | 'replace' | 'remove'; path: string[]; value: Json | undefined }

/** Applies a JSON Patch to a copy; operations may be written in upper case, and one alone may come without its list. */
export function applyPatch(world: World, doc: JsonObject, patch: Json, rules: PatchRules): JsonObject {
  const list = Array.isArray(patch) ? patch : [patch]
  if (list.length === 0) throw flowError(world, '1405-400', 'The patch has no operation.')
  const copy = structuredClone(doc)
  for (const item of list) applyOne(world, copy, readOperation(world, item, rules))
  return copy
}

/** The first step of each path that a patch names. */
export function patchedFields(patch: Json): Set<string> {
  const list = Array.isArray(patch) ? patch : [patch]
  return new Set(list.map((item) => asText(isObject(item) ? item['path'] : undefined).split('/')[1] ?? ''))
}

function readOperation(world: World, item: Json, rules: PatchRules): Operation {
  if (!isObject(item)) throw flowError(world, '1313-400', 'A patch is a list of operations.')
  const word = asText(item['op'])
  const op = word.toLowerCase()
  if (op !== 'add' && op !== 'replace' && op !== 'remove')
    throw flowError(world, '1434-400', `The patch operation ${word === '' ? '(none)' : word} is not supported.`)
  const pointer = asText(item['path'])
  if (!/^\/[^/]/.test(pointer)) throw flowError(world, '1365-400', `The path ${pointer} is not valid.`)
  const path = pointer.slice(1).split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const [root = ''] = path
  const refusal = rules.fixed[root]
  if (refusal !== undefined) throw flowError(world, refusal, `The field ${root} cannot be changed.`)
  if (!rules.allowed.includes(root)) throw flowError(world, '1455-400', `The field ${root} is not known here.`)
  if (op !== 'remove' && item['value'] === undefined)
    throw flowError(world, '1313-400', `The operation on ${pointer} has no value.`)
  return { op, path, value: item['value'] }
}

function applyOne(world: World, root: JsonObject, { op, path, value }: Operation): void {
  const invalid = () => flowError(world, '1365-400', `The path /${path.join('/')} leads nowhere.`)
  let at: Json | undefined = root
  for (const step of path.slice(0, -1)) at = Array.isArray(at) ? at[indexOf(step) ?? -1] : isObject(at) ? ownOf(at, step) : undefined
  const last = path.at(-1) ?? ''
  if (Array.isArray(at)) {
    const index = last === '-' && op === 'add' ? at.length : indexOf(last)
    if (index === undefined || index > at.length || (op !== 'add' && index === at.length)) throw invalid()
    if (op === 'remove') at.splice(index, 1)
    else at.splice(index, op === 'add' ? 0 : 1, value ?? null)
    return
  }
  if (!isObject(at) || last === '__proto__') throw invalid()
  if (op !== 'add' && !Object.hasOwn(at, last)) throw invalid()
  if (op === 'remove') delete at[last]
  else at[last] = value ?? null
}

const indexOf = (step: string) => (/^(0|[1-9]\d*)$/.test(step) ? Number(step) : undefined)
const ownOf = (object: JsonObject, name: string) => (Object.hasOwn(object, name) ? object[name] : undefined)
