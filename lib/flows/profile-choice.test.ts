import { describe, expect, test } from 'vitest'
import { wholeAnswers } from './answers-for-test'
import { completeDraft } from './complete-draft'
import type { TargetAnswers } from './draft-answers'
import { draftFromDefinition } from './draft-from-definition'
import { entersProfile, profileChoice } from './profile-choice'
import { findProblems } from './step-problems'

const existing: TargetAnswers = { schemaMode: 'existing', schemaId: 's', datasetMode: 'new' }

describe('whether records can go into Profile', () => {
  test.each<[string, TargetAnswers, ReturnType<typeof profileChoice>, boolean]>([
    ['a schema to be built joins it', { schemaMode: 'build', forProfile: true }, { kind: 'free', changesSchema: true }, true],
    ['a schema to be built stays out of it', { schemaMode: 'build' }, { kind: 'free', changesSchema: true }, false],
    ['an enabled schema takes a new dataset', { ...existing, schemaInProfile: true, forProfile: true }, { kind: 'free', changesSchema: false }, true],
    ['a schema that is not enabled is not changed', { ...existing, forProfile: true }, { kind: 'barred', by: 'schema' }, false],
    ['an enabled dataset decides it', { ...existing, datasetMode: 'existing', datasetId: 'd', datasetInProfile: true }, { kind: 'given' }, true],
    ['a dataset that is not enabled bars it', { ...existing, schemaInProfile: true, datasetMode: 'existing', datasetId: 'd', forProfile: true }, { kind: 'barred', by: 'dataset' }, false],
    ['nothing is said before a schema is chosen', { schemaMode: 'existing', forProfile: true }, { kind: 'open' }, false],
  ])('%s', (_name, target, choice, enters) => {
    expect(profileChoice(target)).toEqual(choice)
    expect(entersProfile(target)).toBe(enters)
  })
})

describe('a built schema for Profile', () => {
  const answersFor = (target: TargetAnswers) => {
    const answers = wholeAnswers()
    answers.target = { ...answers.target, forProfile: true, ...target }
    return answers
  }

  test('needs a primary identity', () => {
    expect(findProblems(answersFor({}))).toEqual([{ step: 'target', field: 'primaryIdentity', code: 'profile-needs-identity' }])
  })

  test('needs that identity mapped', () => {
    const unmapped = answersFor({ primaryIdentity: { path: 'productID', namespace: 'SKU' } })
    expect(findProblems(unmapped)).toEqual([
      { step: 'mapping', field: 'document', code: 'profile-identity-unmapped', values: { path: 'productID' } },
    ])
    expect(findProblems(answersFor({ primaryIdentity: { path: '_id', namespace: 'SKU' } }))).toEqual([])
  })

  test('is written into the definition, and comes back from it', () => {
    const complete = completeDraft(answersFor({ primaryIdentity: { path: '_id', namespace: 'SKU' } }))
    if (!complete.ok) throw new Error(JSON.stringify(complete.error))
    expect(complete.data.definition.target.forProfile).toBe(true)
    expect(draftFromDefinition(complete.data.definition).target?.forProfile).toBe(true)
  })
})
