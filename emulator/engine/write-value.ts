import type { Json, JsonObject } from '../content/types'
import { convertValue, type ConversionProblem } from './convert-value'
import { formatSteps, type PathStep } from './path'
import { isJsonObject } from './read-source'
import { childOf, itemsOf, typeOf } from './schema-node'

export type WriteProblem = { path: string; reason: string }

/** Writes values into one output row, which grows as they need it. */
export type RowWriter = {
  /** Puts a value at a destination, in the schema's types. Answers what could not be put, part by part. */
  write(steps: readonly PathStep[], value: Json): WriteProblem[]
  /** The row without the gaps that indexes may have left in its lists. */
  finish(): JsonObject
}

type Container = JsonObject | Json[]

export function createRowWriter(schema: JsonObject): RowWriter {
  const root: JsonObject = {}
  return {
    write(steps, value) {
      const problems: WriteProblem[] = []
      place({ steps, at: 0, node: schema, value, problems }, root)
      return problems
    },
    finish: () => withoutGaps(root),
  }
}

type Placing = { steps: readonly PathStep[]; at: number; node: JsonObject; value: Json; problems: WriteProblem[] }

/** Goes one step down from a container, then on, or puts the value there. */
function place(placing: Placing, container: Container): void {
  const { steps, at, node, value } = placing
  const step = steps[at]
  if (step === undefined) return
  if (step.kind === 'every') {
    placeEvery(placing, container)
    return
  }
  const child = step.kind === 'name' ? childOf(node, step.name) : itemsOf(node)
  const isRightContainer = Array.isArray(container) === (step.kind === 'index')
  if (child === undefined || !isRightContainer) {
    placing.problems.push({ path: formatSteps(steps.slice(0, at + 1)), reason: 'the schema has no such field' })
    return
  }
  const slot = slotOf(container, step)
  const next = { ...placing, at: at + 1, node: child }
  if (at + 1 === steps.length) putInto(slot, next)
  else descend(slot, next, value)
}

/** `pi[*].names`: element n of the value goes to element n of the list. A single value goes to each one there is. */
function placeEvery(placing: Placing, container: Container): void {
  const items = itemsOf(placing.node)
  if (items === undefined || !Array.isArray(container)) {
    placing.problems.push({ path: formatSteps(placing.steps.slice(0, placing.at)), reason: 'the schema has no list there' })
    return
  }
  const values = Array.isArray(placing.value)
    ? placing.value
    : Array.from({ length: Math.max(1, container.length) }, () => placing.value)
  values.forEach((value, index) => {
    if (value === null) return
    const steps = placing.steps.with(placing.at, { kind: 'index', index })
    place({ ...placing, steps, value }, container)
  })
}

type Slot = { read(): Json | undefined; put(value: Json): void }

function slotOf(container: Container, step: Exclude<PathStep, { kind: 'every' }>): Slot {
  if (step.kind === 'index') {
    const list = Array.isArray(container) ? container : []
    return {
      read: () => list[step.index],
      put: (value) => {
        while (list.length < step.index) list.push(null)
        list[step.index] = value
      },
    }
  }
  const object = isJsonObject(container) ? container : {}
  return {
    read: () => (Object.hasOwn(object, step.name) ? object[step.name] : undefined),
    put: (value) => {
      object[step.name] = value
    },
  }
}

/** Goes into what the slot holds. A container made on the way stays only if something arrives in it. */
function descend(slot: Slot, placing: Placing, value: Json): void {
  const existing = slot.read()
  const isFit = typeOf(placing.node) === 'array' ? Array.isArray(existing) : isJsonObject(existing)
  const container: Container = isFit ? (existing as Container) : typeOf(placing.node) === 'array' ? [] : {}
  place({ ...placing, value }, container)
  const isFilled = Array.isArray(container) ? container.length > 0 : Object.keys(container).length > 0
  if (!isFit && isFilled) slot.put(container)
}

function putInto(slot: Slot, placing: Placing): void {
  const found: ConversionProblem[] = []
  const converted = convertValue(placing.value, placing.node, found)
  const base = formatSteps(placing.steps)
  for (const problem of found) {
    const separator = problem.path === '' || problem.path.startsWith('[') ? '' : '.'
    placing.problems.push({ path: `${base}${separator}${problem.path}`, reason: problem.reason })
  }
  if (converted === undefined) return
  const existing = slot.read()
  slot.put(isJsonObject(existing) && isJsonObject(converted) ? fillIn(existing, converted) : converted)
}

/** A copied object adds what is missing; what a mapping of its own has put there stays. */
function fillIn(existing: JsonObject, copied: JsonObject): JsonObject {
  const merged: JsonObject = { ...existing }
  for (const [name, value] of Object.entries(copied)) {
    const own = merged[name]
    if (own === undefined) merged[name] = value
    else if (isJsonObject(own) && isJsonObject(value)) merged[name] = fillIn(own, value)
  }
  return merged
}

function withoutGaps<T extends Json>(value: T): T
function withoutGaps(value: Json): Json {
  if (Array.isArray(value)) return value.filter((element) => element !== null).map((element) => withoutGaps(element))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutGaps(inner)])) as JsonObject
}
