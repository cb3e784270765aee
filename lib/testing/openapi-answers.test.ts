import { describe, expect, test } from 'vitest'
import { tourEmulator } from '@/emulator/testing/tour'
import { createAnswerChecker } from './openapi-answers'

type Exception = { answers: string[]; problems: RegExp; reason: string }

/** Where Adobe's files are wrong or silent. Each must still be found, so that none outlives its reason. */
const exceptions: Exception[] = [
  {
    answers: ['behaviors', 'global classes', 'field groups of a class', 'schemas'],
    problems: /^body\/(_page|_links)\/next: must be string$/,
    reason: 'null on the last page in every sample of the guides',
  },
  {
    answers: ['identity descriptor', 'descriptors', 'a descriptor'],
    problems: /xdm:sourceVersion: must be string$/,
    reason: 'typed as text, yet a number in the file’s own example and in the guide',
  },
  {
    answers: ['mapping set', 'mapping sets', 'a mapping set', 'mapping set anew'],
    problems: /(createdDate|modifiedDate): must be string$|sourceType: must be equal to one of the allowed values$/,
    reason: 'epoch milliseconds and text/x.schema-path in every sample of the guide',
  },
  { answers: ['its mappings'], problems: /^body: must be object$/, reason: 'the guide shows the list that the words promise' },
  {
    answers: ['validation of mappings'],
    problems: /^body\/validationResponse\/\d+\/errors: must be array$/,
    reason: 'null for a mapping without errors in the guide',
  },
  { answers: ['preview of mappings'], problems: /^body: must be object$/, reason: 'the guide shows one element for each row' },
  { answers: ['validation of an expression'], problems: /^body: must be boolean$/, reason: 'the guide shows an object; a switch turns it' },
  {
    answers: ['connection specifications', 'a connection specification'],
    problems: /uiAttributes\/(category|icon): must be string$/,
    reason: 'objects in the file’s own example and in every answer shown',
  },
  { answers: ['a table'], problems: /^body: must be array$/, reason: 'the file describes the root alone; a table is format, schema and data' },
  { answers: ['flow specifications'], problems: /transformationSpecs: must be object$/, reason: 'a list in every answer shown' },
  {
    answers: ['batches'],
    problems: /tags\/acp_(enableErrorDiagnostics|partialIngestionPercent): must be array$/,
    reason: 'bare values in the guide to error diagnostics',
  },
  {
    answers: ['flows', 'a flow'],
    problems: /(scheduleParams\/interval|params\/mappingVersion): must be string$/,
    reason: 'answered as they were sent, and newer guides send numbers',
  },
]

const directory = process.env.ADOBE_SPECS_DIR
const check = directory === undefined ? undefined : createAnswerChecker(directory)
if (!check) console.info('Contract tests of answers skipped: ADOBE_SPECS_DIR is not set.')

const answers = await tourEmulator()

describe.runIf(check)('the emulator’s answers are valid under Adobe’s OpenAPI files', () => {
  test.each(answers.map((answer) => [answer.label, answer] as const))('%s', (label, answer) => {
    const found = check?.(answer) ?? []
    const allowed = exceptions.filter(({ answers: named }) => named.includes(label))
    expect(found.filter((problem) => !allowed.some(({ problems }) => problems.test(problem)))).toEqual([])
    expect(allowed.filter(({ problems }) => !found.some((problem) => problems.test(problem)))).toEqual([])
  })

  test('a wrong answer is noticed', () => {
    const dataset = { method: 'POST', path: '/data/foundation/catalog/dataSets', status: 201, body: { id: 'x' } }
    expect(check?.(dataset)).toEqual(['body: must be array'])
    expect(check?.({ ...dataset, status: 418 })).toEqual(['status: 418 is not described'])
  })
})
