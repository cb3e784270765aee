import { expect, test } from 'vitest'
import { gapsOf, toTarget, type TargetDraft } from './target-draft'

const begun: TargetDraft = { mode: 'each', classId: undefined, fieldGroupIds: [], title: '', schema: undefined, dataset: 'each' }

test('each mode asks for what it needs and no more', () => {
  expect(gapsOf(begun)).toEqual([])
  expect(gapsOf({ ...begun, mode: 'one' })).toEqual(['class', 'title'])
  expect(gapsOf({ ...begun, mode: 'one', classId: 'https://a', title: ' ' })).toEqual(['title'])
  expect(gapsOf({ ...begun, mode: 'existing' })).toEqual(['schema'])
})

test('a choice is sent only when nothing is missing, without what belongs to another mode', () => {
  expect(toTarget({ ...begun, mode: 'one' })).toBeUndefined()
  expect(toTarget({ ...begun, mode: 'existing', title: 'x' })).toBeUndefined()
  expect(toTarget({ ...begun, classId: 'https://a', title: 'x' })).toEqual({ mode: 'each' })
  expect(toTarget({ ...begun, mode: 'one', classId: 'https://a', title: ' All ' })).toEqual({ mode: 'one', title: 'All', classId: 'https://a', fieldGroupIds: [], dataset: 'each' })
})
