import fc from 'fast-check'
import { expect, test } from 'vitest'

import { DueQueue, type Due } from './due-queue'

const due = fc.record({ atMs: fc.integer({ min: 0, max: 50 }), key: fc.string({ maxLength: 2 }) })
const inOrder = (a: Due, b: Due) => a.atMs - b.atMs || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

test('what is pushed in any order, with pops in between, comes out oldest first', () => {
  fc.assert(
    fc.property(fc.array(due), fc.array(due), fc.nat(20), (first, second, pops) => {
      const queue = new DueQueue<Due>()
      for (const one of first) queue.push(one)
      const model = [...first].sort(inOrder)
      const early = Array.from({ length: pops }, () => queue.pop())
      expect(early).toEqual(Array.from({ length: pops }, () => model.shift()))
      for (const one of second) queue.push(one)
      const rest = [...model, ...second].sort(inOrder)
      expect(rest.map(() => queue.pop())).toEqual(rest)
      expect(queue.pop()).toBeUndefined()
    }),
  )
})
