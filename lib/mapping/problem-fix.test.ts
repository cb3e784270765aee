import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentSources, paymentTargets as targets, sourceField } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import { checkMapping } from './checks'
import { addLink, setExpression } from './commands'
import { emptyMapping, type MappingDocument } from './mapping-document'
import { findFix, linkFix, missingField } from './problem-fix'
import { indexSources } from './source-index'
import { suggestForTarget } from './suggest/suggest-mapping'

const sources = [...paymentSources, sourceField('created', 'integer', ['1679090539'])]
const facts = (document: MappingDocument) => ({ document, sources, targets, sourceIndex: indexSources(sources), targetIndex: indexFields(targets) })

/** What a document says of its rows after the fix of its first problem with a row. */
function mend(document: MappingDocument): { code: string; row: string; left: string[] } {
  const problem = checkMapping({ document, sources, targets }).find(({ rowId }) => rowId !== undefined)
  const fix = problem && findFix(problem, facts(document))
  const after = fix?.after ?? document
  return {
    code: fix?.code ?? 'none',
    row: after.rows.map(({ source, destination }) => `${source} → ${destination}`).join(),
    left: checkMapping({ document: after, sources, targets }).flatMap(({ rowId, code }) => (rowId ? [code] : [])),
  }
}

describe('a fix mends the problem it is offered for', () => {
  test.each<[string, MappingDocument, string]>([
    ['a number onto a date', addLink(emptyMapping, 'created', 'timestamp'), 'bridge'],
    ['small letters where capitals are asked for', addLink(emptyMapping, 'Currency', 'commerce.order.currencyCode'), 'bridge'],
    ['one value into every item', addLink(emptyMapping, 'Fee', 'commerce.order.payments[*].paymentAmount'), 'usePath'],
    ['every item into one value', addLink(emptyMapping, 'items[*].id', 'commerce.order.purchaseID'), 'firstItem'],
    ['a column misspelt', addLink(emptyMapping, 'Curency', 'commerce.order.purchaseID'), 'useColumn'],
    ['a path misspelt', addLink(emptyMapping, 'Transaction_Id', 'commerce.order.purchaseId2'), 'usePath'],
    ['a map without its key', addLink(emptyMapping, 'Payer.Email', 'identityMap.{key}[0].id'), 'nameKey'],
    ['a function misspelt', setExpression(emptyMapping, 'commerce.order.purchaseID', 'uper(Currency)'), 'replaceName'],
    ['a field misspelt in an expression', setExpression(emptyMapping, 'commerce.order.purchaseID', 'upper(Curency)'), 'replaceName'],
  ])('%s', (_what, document, code) => {
    const mended = mend(document)
    expect(mended).toMatchObject({ code, left: [] })
  })

  test('what is needed and missing is linked to the likeliest column', () => {
    const [problem] = checkMapping({ document: emptyMapping, sources, targets }).filter(({ path }) => path === 'timestamp')
    const proposed = problem && suggestForTarget(missingField(problem) ?? '', facts(emptyMapping))
    const fix = proposed && linkFix(proposed, emptyMapping)
    expect(fix?.after.rows).toHaveLength(1)
    expect(checkMapping({ document: fix?.after ?? emptyMapping, sources, targets }).some(({ path }) => path === 'timestamp')).toBe(false)
  })
})

test('looking for a fix never throws, whatever stands in the rows', () => {
  const text = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('items[*].id', 'upper(', 'commerce.order.payments[*]', '{key}', 'identityMap.{key}'))
  const row = fc.record({ sourceType: fc.constantFrom('ATTRIBUTE' as const, 'STATIC' as const, 'EXPRESSION' as const), source: text, destination: text })
  fc.assert(fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
    const document = { version: 1 as const, rows: rows.map((one, at) => ({ id: `r${at}`, ...one })) }
    const fixes = checkMapping({ document, sources, targets }).map((problem) => findFix(problem, facts(document)))
    expect(fixes.every((fix) => fix === undefined || fix.after !== document)).toBe(true)
  }), { seed: 31, numRuns: 60 })
})
