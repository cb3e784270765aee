import { describe, expect, test } from 'vitest'
import { paymentSources, paymentTargets } from '@/lib/testing/mapping-facts'
import { checkMapping } from '@/lib/mapping/checks'
import { addLink, setStatic } from '@/lib/mapping/commands'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { resolveLinks } from '@/lib/mapping/mapping-links'
import { indexSources } from '@/lib/mapping/source-index'
import { indexFields } from '@/lib/xdm/field-index'
import { bundleLinks } from './link-bundles'
import { placeLinks } from './link-geometry'

const payments = 'commerce.order.payments'
const document = setStatic(
  addLink(addLink(addLink(emptyMapping, 'Transaction_Id', `${payments}[0].transactionID`), 'Transaction_Id', `${payments}[0].paymentAmount`), 'Fee', 'commerce.order.priceTotal'),
  'commerce.order.currencyCode', 'EUR',
)
const problems = checkMapping({ document, sources: paymentSources, targets: paymentTargets })
const links = resolveLinks(document, problems, indexSources(paymentSources), indexFields(paymentTargets))
const sourcePlaces: Record<string, number> = { Transaction_Id: 0, Fee: 9 }
const sourceEnd = (path: string) => {
  const place = sourcePlaces[path]
  return place === undefined ? undefined : { place, isFolded: false }
}

describe('bundleLinks', () => {
  test('links whose ends fall on the same rows are drawn as one, in the worst of their states', () => {
    const bundles = bundleLinks(links, sourceEnd, () => ({ place: 3, isFolded: true }))
    expect(bundles.map(({ key, rowIds, state }) => [key, rowIds, state])).toEqual([
      ['0>3', ['r1', 'r2'], 'warning'], ['9>3', ['r3'], 'good'],
    ])
  })

  test('a constant has no curve, and an end that a search hides is kept as unknown', () => {
    const bundles = bundleLinks(links, sourceEnd, () => undefined)
    expect(bundles).toHaveLength(3)
    expect(bundles.every(({ target }) => target === undefined)).toBe(true)
  })
})

describe('placeLinks', () => {
  const window = { top: 0, bottom: 100, scrollTop: 0, rowHeight: 20 }
  const windows = { source: { ...window, edge: 50 }, target: { ...window, edge: 150 } }
  const bundles = bundleLinks(links, sourceEnd, (path) => ({ place: path.endsWith('priceTotal') ? 1 : 2, isFolded: false }))

  test('two visible ends make a curve at the middle of their rows; an end below becomes a stub at its row that says so', () => {
    const { curves, stubs } = placeLinks(bundles, windows)
    expect(curves.map(({ y0, y1 }) => [y0, y1])).toEqual([[10, 50]])
    expect(stubs.map(({ side, place, isAbove, isBelow }) => [side, place, isAbove, isBelow])).toEqual([['target', 1, false, true]])
  })

  test('scrolling moves ends by just so much, and what leaves the window goes', () => {
    const scrolled = placeLinks(bundles, { ...windows, source: { ...windows.source, scrollTop: 100 } })
    expect(scrolled.curves.map(({ y0, y1 }) => [y0, y1])).toEqual([[90, 30]])
    expect(scrolled.stubs.map(({ side, isAbove }) => [side, isAbove])).toEqual([['target', true]])
  })
})
