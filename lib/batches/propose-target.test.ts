import { describe, expect, test } from 'vitest'
import { proposeNames } from '@/lib/flows/propose-names'
import { objectHintFor } from '@/lib/sources/object-hint'
import { stripe } from '@/lib/sources/stripe'
import { groupsFor, proposeSharedSchema, proposeTarget } from './propose-target'

const names = proposeNames('Stripe', 'charges', { date: '2026-11-24', short: 'abcd' })
const charges = objectHintFor(stripe, 'charges')
const hints = (stripe.resources ?? []).map((object) => objectHintFor(stripe, object))

describe('the target of one flow of a batch', () => {
  test('is a schema of its own by the source’s advice, and leaves class and fields open where there is none', () => {
    expect(proposeTarget({ mode: 'each' }, names, charges)).toMatchObject({ schemaMode: 'build', schemaTitle: names.targetSchema, classId: charges?.classId, datasetName: names.dataset })
    expect(proposeTarget({ mode: 'each' }, names, undefined)).not.toHaveProperty('classId')
  })

  test('is the one schema for all, with a dataset of its own or one for all', () => {
    const one = { mode: 'one' as const, title: 'All', classId: 'https://a', fieldGroupIds: ['https://b'] }
    expect(proposeTarget({ ...one, dataset: 'each' }, names, charges)).toMatchObject({ schemaTitle: 'All', classId: 'https://a', fieldGroupIds: ['https://b'], datasetName: names.dataset })
    expect(proposeTarget({ ...one, dataset: 'one' }, names, charges)).toMatchObject({ datasetName: 'All' })
  })

  test('always describes its raw columns under titles of its own', () => {
    const existing = { mode: 'existing' as const, schemaId: 'https://s', title: 'There', classId: 'https://a', dataset: 'one' as const }
    expect(proposeTarget(existing, names, undefined)).toMatchObject({ schemaMode: 'existing', schemaId: 'https://s', rawSchema: { mode: 'adhoc', classTitle: names.rawClass } })
  })
})

test('one schema for all takes the class most of them are advised, with every field group advised for it', () => {
  const advice = proposeSharedSchema(hints)
  expect(advice?.classId).toBe(charges?.classId)
  expect(advice?.fieldGroupIds).toEqual(groupsFor(hints, charges?.classId ?? ''))
  expect(new Set(advice?.fieldGroupIds).size).toBe(advice?.fieldGroupIds.length)
  expect(proposeSharedSchema([undefined])).toBeUndefined()
})
