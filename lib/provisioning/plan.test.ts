import { describe, expect, test } from 'vitest'
import { wholeAnswers } from '@/lib/flows/answers-for-test'
import { completeDraft } from '@/lib/flows/complete-draft'
import type { TargetAnswers } from '@/lib/flows/draft-answers'
import { mappingKey } from '@/lib/flows/mapping-key'
import { previewCalls } from './call-preview'
import { planFlow } from './plan'

const facts = {
  platformOrigin: 'https://platform.adobe.io', imsOrigin: 'https://ims-na1.adobelogin.com', orgId: 'ACME@AdobeOrg', clientId: 'c', scopes: 'openid', sandbox: 'dev',
}

function draftWith(target: TargetAnswers) {
  const answers = wholeAnswers()
  answers.target = { ...answers.target, ...target }
  const { verdict } = answers.mapping ?? {}
  if (verdict) answers.mapping = { ...answers.mapping, verdict: { ...verdict, key: mappingKey(answers.data, answers.target) ?? '' } }
  const complete = completeDraft(answers)
  if (!complete.ok) throw new Error(JSON.stringify(complete.error))
  return complete.data
}

describe('a plan into Profile', () => {
  const inProfile: TargetAnswers = { forProfile: true, primaryIdentity: { path: '_id', namespace: 'SKU' } }

  test('joins the union after identity and mapping, which can still be undone, and before the dataset is made', () => {
    const { definition, bindings } = draftWith(inProfile)
    const { steps } = planFlow(definition, bindings)
    expect(steps.find(({ key }) => key === 'profile-schema')).toMatchObject({
      mode: 'create', needs: ['schema', 'identity-descriptor', 'mapping-set'],
    })
    expect(steps.find(({ key }) => key === 'dataset')?.needs).toEqual(['schema', 'profile-schema'])
    const keys = steps.map(({ key }) => key)
    for (const { key, needs } of steps) for (const need of needs) expect(keys.indexOf(need), `${key} after ${need}`).toBeLessThan(keys.indexOf(key))
  })

  test('shows the calls: a patch of the schema, and a dataset with the tags of Profile and Identity Service', () => {
    const { definition, bindings } = draftWith(inProfile)
    const calls = previewCalls(definition, bindings, facts, { nowMs: 0, placeholder: (key) => `id-of-${key}` })
    expect(calls.find(({ stepKey }) => stepKey === 'profile-schema')?.preview).toMatchObject({
      method: 'PATCH',
      url: 'https://platform.adobe.io/data/foundation/schemaregistry/tenant/schemas/id-of-schema',
      body: [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }],
    })
    expect(calls.find(({ stepKey }) => stepKey === 'dataset')?.preview.body).toMatchObject({
      tags: { unifiedProfile: ['enabled:true'], unifiedIdentity: ['enabled:true'] },
    })
  })

  test('changes no schema that is there already', () => {
    const { definition, bindings } = draftWith({ schemaMode: 'existing', schemaId: 's', schemaInProfile: true, forProfile: true })
    expect(planFlow(definition, bindings).steps.map(({ key }) => key)).not.toContain('profile-schema')
    expect(definition.target.forProfile).toBe(true)
  })

  test('is not made unless it is asked for', () => {
    const { definition, bindings } = draftWith({ primaryIdentity: { path: '_id', namespace: 'SKU' } })
    expect(planFlow(definition, bindings).steps.map(({ key }) => key)).not.toContain('profile-schema')
    expect(JSON.stringify(previewCalls(definition, bindings, facts, { nowMs: 0 }))).not.toContain('unifiedProfile')
  })
})
