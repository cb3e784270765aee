import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { previewCalls } from '@/lib/provisioning/call-preview'
import { wholeAnswers } from './answers-for-test'
import { takeColumns } from './cascades'
import { chooseColumns, chosenColumns, destinationsByColumn } from './choose-columns'
import { completeDraft } from './complete-draft'
import type { DataAnswers } from './draft-answers'
import { draftFromDefinition } from './draft-from-definition'
import type { SourceColumn } from './flow-definition'
import { mappingKey } from './mapping-key'
import { findProblems } from './step-problems'

const text = (name: string): SourceColumn => ({ name, type: 'string', xdm: { type: 'string' } })
const table = [text('Id'), text('Name'), { name: 'updatedAt', type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } }, text('Note')]
const answers: DataAnswers = { kind: 'table', table: 't', columns: table, deltaColumn: 'updatedAt' }
const names = fc.subarray(['Id', 'Name', 'updatedAt', 'Note'])

describe('choosing columns', () => {
  test('never leaves the delta column out, and what is left out is all that is missing', () => {
    fc.assert(fc.property(fc.array(fc.tuple(names, fc.boolean())), (steps) => {
      const after = steps.reduce((data, [some, isChosen]) => chooseColumns(data, table, some, isChosen), answers)
      const kept = (after.columns ?? []).map(({ name }) => name)
      expect(kept).toContain('updatedAt')
      expect([...kept, ...(after.leftOut ?? [])].toSorted()).toEqual(table.map(({ name }) => name).toSorted())
      expect(after.columns).toEqual(chosenColumns(table, after.leftOut))
    }))
  })

  test('and leaving them out again gives back the first answers', () => {
    fc.assert(fc.property(names, (some) => {
      expect(chooseColumns(chooseColumns(answers, table, some, false), table, some, true)).toEqual(answers)
    }))
  })

  test('is remembered when the table is read again, and a column that is new there is chosen', () => {
    const chosen = chooseColumns(answers, table, ['Note'], false)
    const later = takeColumns(chosen, [...table, text('Added')])
    expect(later.columns?.map(({ name }) => name)).toEqual(['Id', 'Name', 'updatedAt', 'Added'])
    expect(later.leftOut).toEqual(['Note'])
  })

  test('is told apart from columns that are not read yet', () => {
    const none = { ...wholeAnswers(), data: chooseColumns({ ...answers, deltaColumn: undefined }, table, table.map(({ name }) => name), false) }
    expect(findProblems(none).filter(({ step }) => step === 'data').map(({ code }) => code)).toEqual(['columns-none-chosen'])
  })
})

test('what a column is mapped to is found in links and in expressions, by its whole name', () => {
  const odd = [...table, text('Unit.Price')]
  const rows = [
    { id: '1', sourceType: 'ATTRIBUTE' as const, source: 'Id', destination: '_id' },
    { id: '2', sourceType: 'EXPRESSION' as const, source: 'concat(Id, "Name")', destination: 'a' },
    { id: '3', sourceType: 'STATIC' as const, source: 'Note', destination: 'b' },
    { id: '4', sourceType: 'ATTRIBUTE' as const, source: 'Unit\\.Price', destination: 'c' },
  ]
  expect([...destinationsByColumn(odd, { version: 1, rows })]).toEqual([['Id', ['_id', 'a']], ['Unit.Price', ['c']]])
})

test('raw schema and source connection have the chosen columns alone; the definition says what was left out and gives it back', () => {
  const draft = wholeAnswers()
  draft.data = chooseColumns(draft.data ?? {}, [...(draft.data?.columns ?? []), text('Secret_Note')], ['Secret_Note'], false)
  if (draft.mapping?.verdict) draft.mapping.verdict.key = mappingKey(draft.data, draft.target) ?? ''
  const complete = completeDraft(draft)
  if (!complete.ok) throw new Error(JSON.stringify(complete.error))
  const { definition, bindings } = complete.data
  expect(definition.data.leftOut).toEqual(['Secret_Note'])
  expect(draftFromDefinition(definition).data?.leftOut).toEqual(['Secret_Note'])
  const facts = { platformOrigin: 'https://platform.adobe.io', imsOrigin: 'https://ims', orgId: 'o', clientId: 'c', scopes: 's', sandbox: 'dev' }
  const calls = JSON.stringify(previewCalls(definition, bindings, facts, { nowMs: 0 }))
  expect(calls).toContain('updatedAt')
  expect(calls).not.toContain('Secret_Note')
})
