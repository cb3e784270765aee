import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryDefinition } from '@/lib/testing/arbitrary-definition'
import { compareDefinitions } from './compare-definitions'
import { takeChangeable } from './take-changeable'

test('whatever a draft says, only what Adobe lets a living flow change is taken of it', () => {
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryDefinition, (flow, draft) => {
      expect(compareDefinitions(flow, takeChangeable(flow, draft)).filter(({ isPossible }) => !isPossible)).toEqual([])
    }),
  )
})

test('name, description and mapping are taken of it, and how often a repeating flow runs', () => {
  const repeating = arbitraryDefinition.filter(({ schedule }) => schedule.frequency !== 'once')
  fc.assert(
    fc.property(repeating, repeating, (flow, draft) => {
      const { frequency, interval } = draft.schedule
      const { name, description, mapping, schedule } = takeChangeable(flow, draft)
      expect({ name, description, mapping }).toEqual({ name: draft.name, description: draft.description, mapping: draft.mapping })
      expect(schedule).toEqual({ ...flow.schedule, frequency, interval })
    }),
  )
})
