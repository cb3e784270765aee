import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDefinition } from '@/lib/testing/arbitrary-definition'
import { wholeAnswers } from './answers-for-test'
import { compareDefinitions } from './compare-definitions'
import { completeDraft } from './complete-draft'
import type { FlowDefinition } from './flow-definition'

function definition(): FlowDefinition {
  const completed = completeDraft(wholeAnswers())
  if (!completed.ok) throw new Error('the whole draft completes')
  return completed.data.definition
}

/** As a database or an editor gives it back: keys in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, shuffled(inner)]))
}

test('a definition does not differ from itself, however its keys are ordered and its mapping rows numbered', () => {
  fc.assert(
    fc.property(arbitraryDefinition, (one) => {
      const same = shuffled(one) as FlowDefinition
      const rows = same.mapping.rows.map((row, index) => ({ ...row, id: `other ${index}` }))
      expect(compareDefinitions(one, { ...same, mapping: { version: 1, rows } })).toEqual([])
    }),
  )
})

test('two definitions that say different things differ', () => {
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryDefinition, (one, other) => {
      fc.pre(one.name !== other.name)
      expect(compareDefinitions(one, other).map(({ path }) => path)).toContain('name')
    }),
  )
})

describe('what can change in a flow that lives', () => {
  test.each<[string, Partial<FlowDefinition>, string, boolean]>([
    ['the description', { description: 'new' }, 'description', true],
    ['the interval', { schedule: { frequency: 'minute', interval: 60, start: 'as-soon-as-created', backfill: true } }, 'schedule.interval', true],
    ['the frequency', { schedule: { frequency: 'hour', interval: 30, start: 'as-soon-as-created', backfill: true } }, 'schedule.frequency', true],
    ['not backfill', { schedule: { frequency: 'minute', interval: 30, start: 'as-soon-as-created', backfill: false } }, 'schedule.backfill', false],
    ['the mapping', { mapping: { version: 1, rows: [{ id: 'a', sourceType: 'ATTRIBUTE', source: 'x', destination: '_id' }] } }, 'mapping.rows', true],
    ['the name', { name: 'new' }, 'name', true],
    ['not the way the columns are described', { rawSchema: { mode: 'columns-only' } }, 'rawSchema.mode', false],
  ])('%s', (_, change, path, isPossible) => {
    expect(compareDefinitions(definition(), { ...definition(), ...change })).toContainEqual(expect.objectContaining({ path, isPossible }))
  })

  test('not from repeating to once', () => {
    const once = { ...definition(), schedule: { frequency: 'once' as const, start: 'as-soon-as-created' as const } }
    expect(compareDefinitions(definition(), once).every(({ isPossible }) => !isPossible)).toBe(true)
  })
})
