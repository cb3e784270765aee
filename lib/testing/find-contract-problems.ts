import type { AdobeCall } from '@/lib/adobe/types'
import { createCallChecker } from './openapi-calls'

/** A call as the emulator's log has it (docs/emulator.md). */
export type LoggedCall = {
  method: string
  path: string
  requestBody?: unknown
  contentType?: string
  accept?: string
  ifMatch?: string
}

/** Where Adobe's files are wrong or silent about calls that its own guides make; the rest of a call is held against them. */
const gaps: readonly { call: RegExp; problem: RegExp; reason: string }[] = [
  { call: /\/explore$/, problem: /^query\.(preview|fileType|sourceParams): not described$/, reason: 'the explore guides send them' },
  { call: /POST .*\/descriptors$/, problem: /xdm:sourceVersion: must be string$/, reason: 'a number in the file’s own example' },
  { call: /POST .*\/dataSets$/, problem: /^query\.requestDataSource: not described$/, reason: 'all source guides send it' },
  { call: /DELETE .*\/mappingSets\/[^/]+$/, problem: /^path: .* has no DELETE/, reason: 'Adobe’s Python client sends it' },
  {
    call: /POST .*\/flows$/,
    problem: /(params\/mappingVersion|scheduleParams\/interval): must be string$/,
    reason: 'numbers in the flow specifications’ own schema and in newer guides',
  },
  { call: /\/action$/, problem: /^query\.subOp: required and missing$/, reason: 'no documented call sends it' },
  { call: /POST .*\/(sourceConnections|targetConnections|flows)$/, problem: /^query\.mode: not described$/, reason: 'the guide to drafts sends it' },
  { call: /PATCH /, problem: /^body\/\d+\/(op|value): must be/, reason: 'lower case and any value in JSON Patch and every guide' },
  {
    call: / \/data\/foundation\/(sandbox-management|export)\//,
    problem: /^path: no OpenAPI file/,
    reason: 'Adobe’s files for these services are not among those given',
  },
]

/** What is wrong with logged calls under Adobe's OpenAPI files in `directory`, each problem once, its call in front. */
export function findContractProblems(directory: string, calls: readonly LoggedCall[]): string[] {
  const check = createCallChecker(directory)
  const found = calls
    .filter(({ path }) => path.startsWith('/data/'))
    .flatMap((logged) => {
      const call = callOf(logged)
      const name = `${call.method} ${call.path}`
      const isGap = (problem: string) => gaps.some((gap) => gap.call.test(name) && gap.problem.test(problem))
      return check(call).filter((problem) => !isGap(problem)).map((problem) => `${name}: ${problem}`)
    })
  return [...new Set(found)]
}

function callOf({ method, path, requestBody, contentType, accept, ifMatch }: LoggedCall): AdobeCall {
  const url = new URL(path, 'https://platform.adobe.io')
  const names = [...new Set(url.searchParams.keys())]
  return {
    // The log holds what was sent, and nothing else is ever sent.
    method: method as AdobeCall['method'],
    path: url.pathname,
    query: Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name)])),
    ...(requestBody !== undefined && { body: requestBody }),
    ...(contentType !== undefined && { contentType }),
    ...(accept !== undefined && { accept }),
    ...(ifMatch !== undefined && { ifMatch }),
  }
}
