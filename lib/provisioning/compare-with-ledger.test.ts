import { describe, expect, test } from 'vitest'
import type { ResourceRow } from '@/lib/data/resources'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { completeDraft } from '@/lib/flows/complete-draft'
import { compareWithLedger } from './compare-with-ledger'
import { dependentsOf, planFlow } from './plan'
import type { StepKey } from './step-keys'

const complete = completeDraft(wholeAnswers())
if (!complete.ok) throw new Error('The example draft is not whole.')
const plan = planFlow(complete.data.definition, complete.data.bindings)
const hashes = new Map(plan.steps.map(({ key }) => [key, `hash of ${key}`]))

const rowOf = (stepKey: StepKey, change: Partial<ResourceRow> = {}): ResourceRow => ({
  id: stepKey, stepKey, kind: stepKey, marker: stepKey, name: stepKey, state: 'created', adobeId: stepKey, detail: {}, inputHash: `hash of ${stepKey}`,
  intendedAt: new Date(0), superseded: false, released: false, isShared: false, isShareable: false, ...change,
})
const allRows = (change: Partial<Record<StepKey, Partial<ResourceRow>>> = {}) => plan.steps.map(({ key }) => rowOf(key, change[key]))
const outdatedOf = (rows: ResourceRow[], of = plan) => new Set(compareWithLedger(of, hashes, rows).outdated.map(({ id }) => id))

test('what says what the plan wants is kept, whether it is done or only begun', () => {
  const { kept, outdated } = compareWithLedger(plan, hashes, allRows({ flow: { state: 'intended' }, dataset: { state: 'failed' } }))
  expect([...kept.keys()]).toEqual(plan.steps.map(({ key }) => key))
  expect(outdated).toEqual([])
})

describe('outdated is', () => {
  test.each(plan.steps.map(({ key }) => key))('%s when its inputs have changed, with all that was built on it and nothing else', (key) => {
    expect(outdatedOf(allRows({ [key]: { inputHash: 'another' } }))).toEqual(new Set([key, ...dependentsOf(plan, key)]))
  })

  test.each(['deleted', 'deleting', 'undeletable'] as const)('what is %s, with all that was built on it', (state) => {
    expect(outdatedOf(allRows({ schema: { state } }))).toEqual(new Set(['schema', ...dependentsOf(plan, 'schema')]))
  })

  test('what was built on something that has no row at all', () => {
    expect(outdatedOf(allRows().filter(({ stepKey }) => stepKey !== 'dataset'))).toEqual(dependentsOf(plan, 'dataset'))
  })

  test('a row whose step is gone from the plan', () => {
    const without = { steps: plan.steps.filter(({ key }) => key !== 'mapping-set') }
    expect(outdatedOf(allRows(), without)).toEqual(new Set(['mapping-set']))
  })
})

test('what was superseded before counts neither way', () => {
  const { kept, outdated } = compareWithLedger(plan, hashes, [...allRows(), rowOf('schema', { id: 'old', superseded: true, inputHash: 'old' })])
  expect(kept.get('schema')?.id).toBe('schema')
  expect(outdated).toEqual([])
})
