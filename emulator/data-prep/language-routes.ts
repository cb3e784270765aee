import type { Hono } from 'hono'
import { z } from 'zod'

import { checkExpression, evaluateExpression, functions, operators, parseExpression } from '../../lib/expression/expression'
import { readJson, sendJson, type AppEnv } from '../http'
import { jsonObjectSchema } from '../json'
import type { World } from '../world'
import { badRequest } from './errors'

const form = z.object({
  expression: z.string().min(1),
  mappingSetId: z.string().optional(),
  /** A record as JSON text. */
  sampleData: z.string().optional(),
  sampleDataType: z.string().optional(),
})

/** The expression language: what it knows, and whether an expression is one of it. */
export function mountLanguage(dataPrep: Hono<AppEnv>, world: World): void {
  dataPrep.post('/languages/el/validate', async (c) => {
    const parsed = form.safeParse(await readJson(c, badRequest))
    if (!parsed.success) throw badRequest(`The call is not valid: ${z.prettifyError(parsed.error)}`)
    const problem = findProblem(parsed.data.expression, readSample(parsed.data.sampleData), world.clock.now())
    if (world.switches.expressionAnswer === 'boolean') return sendJson(problem === undefined)
    return sendJson({ validationStatus: problem === undefined ? 'succeeded' : 'failed', error: problem ?? 'none' })
  })

  dataPrep.get('/languages/el/functions', () => sendJson(functions.filter(({ isMethod }) => !isMethod).map(describeFunction)))

  dataPrep.get('/languages/el/operators', () =>
    sendJson(operators.map(({ symbol, description, example }) => ({ operatorSymbol: symbol, description, example }))),
  )
}

function readSample(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined || text === '') return undefined
  try {
    return jsonObjectSchema.parse(JSON.parse(text))
  } catch {
    throw badRequest('sampleData is a JSON object written as text.')
  }
}

function findProblem(expression: string, sample: Record<string, unknown> | undefined, nowMs: number): string | undefined {
  const parsed = parseExpression(expression)
  if (!parsed.ok) return parsed.error.message
  const error = checkExpression(parsed.ast, { sourceLength: expression.length }).find(({ severity }) => severity === 'error')
  if (error !== undefined || sample === undefined) return error?.message
  const result = evaluateExpression(parsed.ast, sample, { nowMs, random: Math.random })
  return result.ok ? undefined : result.error.message
}

function describeFunction({ group, name, description, signature, returns, parameters }: (typeof functions)[number]) {
  const params = parameters.map((one, position) => ({ name: one.name, description: one.description, type: one.type, dataType: one.type, position }))
  return { category: group, function: name, description, syntax: signature, returns, returnType: returns, params }
}
