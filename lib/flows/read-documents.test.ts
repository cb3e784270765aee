import { expect, test } from 'vitest'
import { completeDraft } from './complete-draft'
import { wholeAnswers } from './answers-for-test'
import { readDocuments } from './read-documents'

const complete = completeDraft(wholeAnswers())
if (!complete.ok) throw new Error('The example draft is not whole.')
const { definition } = complete.data

test('a file with one document keeps its name, a list names each by its place', () => {
  expect(readDocuments('a.json', JSON.stringify(definition))).toMatchObject([{ name: 'a.json', read: { ok: true, data: definition } }])
  expect(readDocuments('all.json', `\uFEFF ${JSON.stringify([definition, definition])}`).map(({ name, read }) => [name, read.ok])).toEqual([['all.json [1]', true], ['all.json [2]', true]])
})

test('what is wrong is said of each by itself', () => {
  const [good, bad] = readDocuments('all.json', JSON.stringify([definition, { kind: 'something' }]))
  expect(good?.read.ok).toBe(true)
  expect(bad).toMatchObject({ name: 'all.json [2]', read: { ok: false, error: [{ code: 'other-kind' }] } })
})

test('an empty list, an unfinished one and no JSON are refused with a reason', () => {
  expect(readDocuments('a', '[]')).toMatchObject([{ read: { ok: false, error: [{ code: 'nothing' }] } }])
  expect(readDocuments('a', '[{')).toMatchObject([{ read: { ok: false, error: [{ code: 'not-json' }] } }])
  expect(readDocuments('a', 'x')).toMatchObject([{ read: { ok: false, error: [{ code: 'not-json' }] } }])
})
