import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv'
import type { Schedule } from './schedule'
import { answeredParams } from './schedule-params'

export type ScheduleField = 'frequency' | 'interval' | 'start' | 'backfill'

/** One thing the specification does not allow. Message keys `schedule.problems.<code>`. */
export type ScheduleProblem = {
  field: ScheduleField
  code: 'start-passed' | 'interval-below' | 'interval-above' | 'interval-needed' | 'not-allowed' | 'unknown-frequency' | 'refused'
  values: Record<string, string | number>
}

const fieldOf: Record<string, ScheduleField> = {
  startTime: 'start',
  frequency: 'frequency',
  interval: 'interval',
  backfill: 'backfill',
}

const compiled = new WeakMap<object, ValidateFunction>()

/**
 * Holds a schedule against the JSON Schema that the flow specification carries (`scheduleSpec`, or its inner `spec`), which
 * is the only judge of frequencies and intervals; that a start has not passed is Adobe's rule 1360-400 besides.
 * Compiles the schema, which a strict content security policy forbids in a browser: call it on the server.
 * @throws when `scheduleSpec` is no JSON Schema at all.
 */
export function checkSchedule(schedule: Schedule, scheduleSpec: unknown, nowMs: number): ScheduleProblem[] {
  const params = answeredParams(schedule, nowMs)
  const problems: ScheduleProblem[] = []
  if (params.startTime * 1000 < nowMs) problems.push({ field: 'start', code: 'start-passed', values: {} })
  const validate = validatorOf(scheduleSpec)
  if (validate && !validate(params)) {
    for (const error of validate.errors ?? []) {
      const problem = explain(error, schedule)
      if (problem) problems.push(problem)
    }
    // A schema may refuse without naming a field (for example through a bare `not`): say so rather than nothing.
    if (problems.length === 0) problems.push({ field: 'frequency', code: 'refused', values: { frequency: schedule.frequency } })
  }
  return withoutRepeats(problems)
}

function validatorOf(scheduleSpec: unknown): ValidateFunction | undefined {
  if (!isObject(scheduleSpec)) return undefined
  const schema = isObject(scheduleSpec.spec) ? scheduleSpec.spec : scheduleSpec
  const known = compiled.get(schema)
  if (known) return known
  // Unknown keywords and formats are Adobe's business (`ui:…`); `verbose` hands the refusing schema to `explain`.
  const { $schema: _dialect, $id: _id, ...bare } = schema
  const validate = new Ajv({ strict: false, allErrors: true, verbose: true, validateFormats: false, logger: false }).compile(bare)
  compiled.set(schema, validate)
  return validate
}

function explain(error: ErrorObject, schedule: Schedule): ScheduleProblem | undefined {
  const frequency = schedule.frequency
  const field = fieldOf[error.instancePath.split('/')[1] ?? '']
  const limit = Number(error.params.limit)
  if (field === 'interval' && (error.keyword === 'minimum' || error.keyword === 'exclusiveMinimum')) {
    return { field, code: 'interval-below', values: { frequency, limit: error.keyword === 'minimum' ? limit : limit + 1 } }
  }
  if (field === 'interval' && (error.keyword === 'maximum' || error.keyword === 'exclusiveMaximum')) {
    return { field, code: 'interval-above', values: { frequency, limit: error.keyword === 'maximum' ? limit : limit - 1 } }
  }
  if (error.keyword === 'required') {
    const missing = fieldOf[String(error.params.missingProperty)]
    if (missing === 'interval') return { field: 'interval', code: 'interval-needed', values: { frequency } }
    return missing && { field: missing, code: 'refused', values: { frequency } }
  }
  if (error.keyword === 'not') return forbiddenField(error.schema, schedule)
  if (field === 'frequency' && (error.keyword === 'enum' || error.keyword === 'const')) {
    return { field, code: 'unknown-frequency', values: { frequency } }
  }
  return field && { field, code: 'refused', values: { frequency } }
}

/** `not: { required: [...] }`, alone or under `anyOf`, is how the specification forbids a field for `once`. */
function forbiddenField(schema: unknown, schedule: Schedule): ScheduleProblem | undefined {
  if (!isObject(schema)) return undefined
  const branches = [schema, ...(Array.isArray(schema.anyOf) ? schema.anyOf.filter(isObject) : [])]
  const names = branches.flatMap((branch) => (Array.isArray(branch.required) ? branch.required.map(String) : []))
  const name = names.find((each) => each in schedule)
  const field = name === undefined ? undefined : fieldOf[name]
  return field && { field, code: 'not-allowed', values: { frequency: schedule.frequency } }
}

function withoutRepeats(problems: ScheduleProblem[]): ScheduleProblem[] {
  const seen = new Set<string>()
  return problems.filter(({ field, code }) => {
    const key = `${field} ${code}`
    return seen.has(key) ? false : seen.add(key)
  })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
