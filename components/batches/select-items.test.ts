import { expect, test } from 'vitest'
import type { BatchItem } from '@/lib/batches/batch-view'
import { listReasons, selectItems } from './select-items'

const item = (name: string, more: Partial<BatchItem>): BatchItem => ({ id: name, name, object: `Shop.${name}`, state: 'live', done: 0, total: 0, problems: [], ...more })
const failed = (name: string, code: string) => item(name, { state: 'failed', error: { code, retryable: true } })

const items = [
  item('Orders', {}),
  failed('Orders 2023', 'adobe.forbidden'),
  failed('Refunds 2023', 'adobe.title-taken'),
  failed('Refunds 2024', 'adobe.title-taken'),
  item('Plans', { state: 'lacking', step: 'mapping' }),
]
const names = (asked: Partial<Parameters<typeof selectItems>[1]>) => selectItems(items, { state: undefined, reason: undefined, text: '', ...asked }).map(({ name }) => name)

test('those that need somebody are found together, by state, by reason, and by words in any order', () => {
  expect(names({})).toHaveLength(5)
  expect(names({ state: 'attention' })).toEqual(['Orders 2023', 'Refunds 2023', 'Refunds 2024', 'Plans'])
  expect(names({ state: 'failed', reason: 'adobe.title-taken' })).toEqual(['Refunds 2023', 'Refunds 2024'])
  expect(names({ text: '2023 shop.refunds' })).toEqual(['Refunds 2023'])
  expect(names({ text: '2023', reason: 'step.mapping' })).toEqual([])
})

test('reasons are told with how many have them, the most frequent first, of those in the state alone', () => {
  expect(listReasons(items, undefined).map(({ key, count }) => [key, count])).toEqual([['adobe.title-taken', 2], ['adobe.forbidden', 1], ['step.mapping', 1]])
  expect(listReasons(items, 'lacking').map(({ key }) => key)).toEqual(['step.mapping'])
  expect(listReasons(items, 'live')).toEqual([])
})
