import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setupSteps } from '@/lib/paths'
import { wholeAnswers } from './answers-for-test'
import { completeDraft, firstIncompleteStep } from './complete-draft'
import { draftAnswers, type DraftAnswers } from './draft-answers'
import { flowDefinition } from './flow-definition'
import { findProblems, isStepOpen } from './step-problems'

const codes = (answers: DraftAnswers) => findProblems(answers).map(({ code }) => code)

describe('completeDraft', () => {
  test('makes a valid definition, with ids of the workspace in the bindings alone', () => {
    const result = completeDraft(wholeAnswers())
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    expect(flowDefinition.parse(result.data.definition)).toEqual(result.data.definition)
    expect(result.data.bindings).toEqual({ baseConnectionId: 'base-1', flowSpec: { id: 'flow-spec', version: '1.0' } })
    expect(JSON.stringify(result.data.definition)).not.toMatch(/base-1|flow-spec|c0ffee00/)
  })

  test('an empty draft begins at the source and lacks something of every step', () => {
    const result = completeDraft({})
    expect(firstIncompleteStep({})).toBe('source')
    expect(new Set(result.ok ? [] : result.error.map(({ step }) => step))).toEqual(
      new Set(setupSteps.filter((step) => step !== 'create')),
    )
  })

  test('once leaves out delta column, interval and backfill, even when they were answered', () => {
    const answers = wholeAnswers()
    answers.schedule = { ...answers.schedule, schedule: { frequency: 'once', interval: 30, backfill: true, start: 'as-soon-as-created' } }
    const result = completeDraft(answers)
    expect(result.ok && result.data.definition.schedule).toEqual({ frequency: 'once', start: 'as-soon-as-created' })
    expect(result.ok && 'deltaColumn' in result.data.definition.data).toBe(false)
  })

  test('an existing dataset counts only with an existing schema', () => {
    const answers = wholeAnswers()
    answers.target = { ...answers.target, datasetMode: 'existing', datasetId: 'old', datasetName: 'Products' }
    const result = completeDraft(answers)
    expect(result.ok && result.data.definition.target.dataset.mode).toBe('new')
    expect(result.ok && result.data.bindings.datasetId).toBeUndefined()
  })

  test('an existing schema and dataset become bindings', () => {
    const answers = wholeAnswers()
    answers.target = {
      ...answers.target, schemaMode: 'existing', schemaId: 'https://ns.adobe.com/t/schemas/1',
      datasetMode: 'existing', datasetId: 'd1', datasetName: 'Products',
    }
    expect(codes(answers)).toEqual(['mapping-unchecked'])
  })
})

describe('what is lacking', () => {
  test.each<[string, (answers: DraftAnswers) => void, string]>([
    ['no table', (a) => { delete a.data?.table }, 'table-missing'],
    ['no columns read yet', (a) => { delete a.data?.columns }, 'columns-missing'],
    ['class and schema of one title', (a) => { a.target = { ...a.target, rawSchema: { mode: 'adhoc', classTitle: 'X', schemaTitle: 'x ' } } }, 'titles-clash'],
    ['an identity without a namespace', (a) => { a.target = { ...a.target, primaryIdentity: { path: '_id', namespace: ' ' } } }, 'identity-incomplete'],
    ['no link', (a) => { a.mapping = { ...a.mapping, document: { version: 1, rows: [] } } }, 'mapping-empty'],
    ['errors in the mapping', (a) => { if (a.mapping?.verdict) a.mapping.verdict.errors = 2 }, 'mapping-errors'],
    ['another column than was checked', (a) => { a.data?.columns?.pop() }, 'mapping-unchecked'],
    ['another class than was checked', (a) => { if (a.target) a.target.classId = 'https://ns.adobe.com/xdm/context/profile' }, 'mapping-unchecked'],
    ['a recurring schedule without a delta column', (a) => { delete a.data?.deltaColumn }, 'delta-missing'],
    ['no name', (a) => { a.review = { name: '  ' } }, 'name-missing'],
  ])('%s', (_name, spoil, code) => {
    const answers = wholeAnswers()
    spoil(answers)
    expect(codes(answers)).toContain(code)
    expect(completeDraft(answers).ok).toBe(false)
  })

  test('taking any answer away never opens a later step, and never throws', () => {
    const leaves = Object.entries(wholeAnswers()).flatMap(([step, answers]) => Object.keys(answers ?? {}).map((key) => [step, key] as const))
    fc.assert(fc.property(fc.subarray(leaves), (removed) => {
      const answers = wholeAnswers() as Record<string, Record<string, unknown>>
      for (const [step, key] of removed) delete answers[step]?.[key]
      const draft = draftAnswers.parse(answers)
      const open = setupSteps.filter((step) => isStepOpen(step, draft))
      expect(open).toEqual(setupSteps.slice(0, open.length))
      expect(completeDraft(draft).ok).toBe(firstIncompleteStep(draft) === 'create')
    }))
  })

  test('a name that is too long is told at its step rather than thrown', () => {
    const answers = { ...wholeAnswers(), review: { name: 'x'.repeat(201) } }
    expect(completeDraft(answers)).toMatchObject({ ok: false, error: [{ step: 'review', code: 'malformed' }] })
  })
})
