import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDefinition } from '@/lib/testing/arbitrary-definition'
import { checkDefinition } from './check-definition'
import { completeDraft } from './complete-draft'
import { draftAnswers, type DraftAnswers } from './draft-answers'
import { draftFromDefinition } from './draft-from-definition'
import type { Bindings, FlowDefinition } from './flow-definition'
import { mappingKey } from './mapping-key'
import { firstIncompleteStep } from './step-problems'

const workspaceId = 'c0ffee00-0000-4000-8000-000000000001'

function bindingsFor({ target }: FlowDefinition): Bindings {
  return {
    baseConnectionId: 'base-1',
    flowSpec: { id: 'spec', version: '1.0' },
    ...(target.schema.mode === 'existing' && { schemaId: 'https://ns.adobe.com/t/schemas/1' }),
    ...(target.dataset.mode === 'existing' && { datasetId: 'dataset-1' }),
  }
}

/** The mapping step's part: it has looked at the mapping beside its trees and found nothing. */
const looked = (answers: DraftAnswers): DraftAnswers => ({
  ...answers,
  mapping: {
    ...answers.mapping,
    verdict: { key: mappingKey(answers.data, answers.target) ?? '', mapped: 1, required: 0, requiredMapped: 0, errors: 0, warnings: 0 },
  },
})

test('definition → draft → definition changes nothing, and the bindings stay', () => {
  fc.assert(
    fc.property(arbitraryDefinition, (definition) => {
      const bindings = bindingsFor(definition)
      const answers = draftFromDefinition(definition, { workspaceId, bindings })
      expect(draftAnswers.parse(answers)).toEqual(answers)
      expect(completeDraft(looked(answers))).toEqual({ ok: true, data: { definition, bindings, workspaceId } })
    }),
  )
})

test('without bindings the draft lacks what belongs to the workspace, and begins there', () => {
  fc.assert(
    fc.property(arbitraryDefinition, (definition) => {
      expect(firstIncompleteStep(draftFromDefinition(definition))).toBe('source')
      expect(JSON.stringify(draftFromDefinition(definition))).not.toContain(workspaceId)
    }),
  )
})

describe('checkDefinition', () => {
  test('finds nothing in what the wizard completes', () => {
    fc.assert(
      fc.property(arbitraryDefinition, (definition) => {
        expect(checkDefinition(definition)).toEqual([])
      }),
    )
  })

  test('names the rule between answers that a document breaks, and its place', () => {
    const [definition] = fc.sample(arbitraryDefinition.filter(({ data, target }) => data.kind === 'table' && target.schema.mode === 'build'), { numRuns: 1, seed: 7 })
    if (definition?.data.kind !== 'table') throw new Error('sampled so')
    const { deltaColumn: _gone, ...data } = definition.data
    const broken: FlowDefinition = {
      ...definition,
      data,
      rawSchema: { mode: 'adhoc', classTitle: 'same', schemaTitle: 'Same ' },
      target: { ...definition.target, dataset: { mode: 'existing', name: 'old' } },
      mapping: { version: 1, rows: [] },
      schedule: { frequency: 'hour', start: 'as-soon-as-created' },
    }
    expect(checkDefinition(broken).map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'mapping.rows mapping-empty',
      'rawSchema.schemaTitle titles-clash',
      'schedule.frequency delta-missing',
      'schedule.interval interval-missing',
      'target.dataset.mode dataset-without-schema',
    ])
  })
})
