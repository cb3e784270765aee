import { describe, expect, test } from 'vitest'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { completeDraft } from '@/lib/flows/complete-draft'
import { planFlow } from '@/lib/provisioning/plan'
import { groupIntoWaves } from './call-waves'

function planOf(change: (answers: ReturnType<typeof wholeAnswers>) => void = () => undefined) {
  const answers = wholeAnswers()
  change(answers)
  const complete = completeDraft(answers)
  if (!complete.ok) throw new Error(complete.error.map(({ code }) => code).join())
  return planFlow(complete.data.definition, complete.data.bindings)
}

describe('the waves of calls', () => {
  test('hold what may go out at the same time, four deep for the whole chain', () => {
    expect(groupIntoWaves(planOf()).map((wave) => wave.toSorted())).toEqual([
      ['adhoc-class', 'flow-spec', 'schema'],
      ['adhoc-schema', 'dataset', 'mapping-set'],
      ['source-connection', 'target-connection'],
      ['flow'],
    ])
  })

  test('never put a call before one it waits for, nor leave one out', () => {
    const plan = planOf()
    const waves = groupIntoWaves(plan)
    const waveOf = (key: string) => waves.findIndex((wave) => wave.some((one) => one === key))
    const sent = plan.steps.filter(({ mode }) => mode !== 'reuse')
    expect(waves.flat()).toHaveLength(sent.length)
    for (const { key, needs } of sent) for (const need of needs) expect(waveOf(need), `${need} before ${key}`).toBeLessThan(waveOf(key))
  })
})
