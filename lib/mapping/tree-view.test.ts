import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paymentTargets } from '@/lib/testing/mapping-facts'
import { branchesAbove, selectFields } from './select-fields'
import { layTree } from './tree-view'

const all = (): boolean => true
const shown = (query: string, filter?: (field: { path: string }) => boolean): string[] => {
  const selection = selectFields(paymentTargets, query, filter)
  const open = selection ? branchesAbove(paymentTargets, selection.matched) : new Set<string>()
  return layTree({ tree: paymentTargets, isOpen: (path) => open.has(path), selection }).rows.map((row) => row.path)
}

describe('a search', () => {
  test('keeps what is above a match and opens it', () => {
    expect(shown('transactionid')).toEqual([
      'commerce', 'commerce.order', 'commerce.order.payments', 'commerce.order.payments[*].transactionID',
    ])
  })

  test('takes words in any order from the whole path, one of them from the name', () => {
    expect(shown('price order')).toEqual(['commerce', 'commerce.order', 'commerce.order.priceTotal'])
  })

  test('shows a matching object closed, with its inside there to be opened where nothing in it matches', () => {
    expect(shown('personalEmail')).toEqual(['personalEmail'])
    expect(selectFields(paymentTargets, 'personalEmail')?.kept.has('personalEmail.address')).toBe(true)
    expect(shown('order')).toEqual(['commerce', 'commerce.order', 'commerce.order.orderType'])
  })

  test('joins with a filter', () => {
    expect(shown('', (field) => field.path === 'timestamp' || field.path === 'tags')).toEqual(['tags', 'timestamp'])
    expect(shown('time', (field) => field.path === 'tags')).toEqual([])
  })

  test('that finds nothing shows nothing, and an empty one everything', () => {
    expect(shown('zzz')).toEqual([])
    expect(selectFields(paymentTargets, '  ')).toBeUndefined()
  })
})

describe('the laid tree', () => {
  test('gives every row its place', () => {
    const view = layTree({ tree: paymentTargets, isOpen: all })
    for (const [path, place] of view.places) expect(view.rows[place]?.path).toBe(path)
    expect(view.places.size).toBe(view.rows.length)
  })

  test('reuses every row that an opening or closing does not touch', () => {
    const paths = layTree({ tree: paymentTargets, isOpen: all }).rows.map((row) => row.path)
    fc.assert(fc.property(fc.subarray(paths), fc.constantFrom(...paths), (open, toggled) => {
      const before = new Set(open)
      const after = new Set(open)
      if (!after.delete(toggled)) after.add(toggled)
      const first = layTree({ tree: paymentTargets, isOpen: (path) => before.has(path) })
      const second = layTree({ tree: paymentTargets, isOpen: (path) => after.has(path) }, first)
      const redrawn = second.rows.filter((row) => {
        const isAbove = toggled === row.path || toggled.startsWith(`${row.path}.`) || toggled.startsWith(`${row.path}[`)
        const old = first.rows[first.places.get(row.path) ?? -1]
        return !isAbove && old !== undefined && row !== old
      })
      expect(redrawn).toEqual([])
      expect(second).toEqual(layTree({ tree: paymentTargets, isOpen: (path) => after.has(path) }))
    }), { seed: 4, numRuns: 60 })
  })
})
