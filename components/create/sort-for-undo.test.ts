import { expect, test } from 'vitest'
import type { ProvisioningStepView } from '@/lib/provisioning/provisioning-view'
import { sortForUndo } from './sort-for-undo'

const step = (key: ProvisioningStepView['key'], rest: Partial<ProvisioningStepView>): ProvisioningStepView => ({
  key, kind: key, name: key, needs: [], mode: 'create', state: 'waiting', ...rest,
})

test('undoing names what was made, last first, what may have been made, and what is never touched', () => {
  const { goes, unsure, stays } = sortForUndo([
    step('base-connection', { mode: 'reuse', state: 'reused', adobeId: 'b' }),
    step('flow-spec', { mode: 'look-up', state: 'done', adobeId: 'f' }),
    step('schema', { state: 'done', adobeId: 's' }),
    step('dataset', { state: 'done', adobeId: 'd' }),
    step('mapping-set', { state: 'failed', error: { code: 'in-doubt', retryable: true } }),
    step('target-connection', { state: 'failed', error: { code: 'adobe.field-missing', retryable: false } }),
    step('flow', {}),
  ])
  expect(goes.map(({ key }) => key)).toEqual(['dataset', 'schema'])
  expect(unsure.map(({ key }) => key)).toEqual(['mapping-set'])
  expect(stays.map(({ key }) => key)).toEqual(['base-connection'])
})

test('undoing says of a schema that has joined Profile that it stays, with its identity', () => {
  const steps = ['schema', 'identity-descriptor', 'profile-schema', 'dataset'] as const
  const { goes, stays } = sortForUndo(steps.map((key) => step(key, { state: 'done', adobeId: key })))
  expect(goes.map(({ key }) => key)).toEqual(['dataset'])
  expect(stays.map(({ key }) => key)).toEqual(['schema', 'identity-descriptor', 'profile-schema'])
})
