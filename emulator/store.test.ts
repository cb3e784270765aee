import fc from 'fast-check'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { Store } from './store'

const scope = { org: 'o', sandbox: 's' }
const kinds = ['flows', 'runs', 'schedules'] as const

type Model = Map<string, number>
type Step = { kind: (typeof kinds)[number]; id: string; value: number | undefined }
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(...kinds),
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    value: fc.option(fc.nat(1000), { nil: undefined }),
  }),
  { maxLength: 60 },
)

function apply(store: Store, model: Model, { kind, id, value }: Step): void {
  if (value === undefined) {
    store.remove(scope, kind, id)
    model.delete(`${kind}/${id}`)
  } else {
    store.put(scope, kind, id, { value })
    model.set(`${kind}/${id}`, value)
  }
}

function contents(store: Store): Record<string, unknown> {
  const pairs = kinds.flatMap((kind) => ['a', 'b', 'c', 'd'].map((id) => [`${kind}/${id}`, store.get(scope, kind, id)?.['value']] as const))
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined))
}

test.each([
  ['never folded', 1_000_000],
  ['folded again and again', 100],
])('whatever was put and removed is there after a restart, the log %s', (_case, longBytes) => {
  fc.assert(
    fc.property(steps, (list) => {
      const dir = mkdtempSync(join(tmpdir(), 'store-'))
      try {
        const model: Model = new Map()
        const store = new Store(dir, longBytes)
        for (const step of list) apply(store, model, step)
        const created = kinds.slice(0, 2).map((kind) => store.count(scope, kind as 'flows').created)
        store.close()
        const reopened = new Store(dir, longBytes)
        expect(contents(reopened)).toEqual(Object.fromEntries(model))
        expect(kinds.slice(0, 2).map((kind) => reopened.count(scope, kind as 'flows').created)).toEqual(created)
        reopened.close()
      } finally {
        rmSync(dir, { recursive: true })
      }
    }),
    { numRuns: 40 },
  )
})

test('a log that says the same again and again does not grow for ever', () => {
  const dir = mkdtempSync(join(tmpdir(), 'store-'))
  const store = new Store(dir, 2_000)
  for (let n = 0; n < 1_000; n++) store.put(scope, 'flows', 'one', { n })
  expect(statSync(join(dir, 'log.jsonl')).size).toBeLessThan(3_000)
  store.close()
  rmSync(dir, { recursive: true })
})

test('what a transaction changes is in the log wholly or not at all', () => {
  const dir = mkdtempSync(join(tmpdir(), 'store-'))
  const store = new Store(dir)
  store.transaction(() => {
    store.put(scope, 'flows', 'a', {})
    store.transaction(() => store.put(scope, 'runs', 'b', {}))
  })
  store.close()
  const reopened = new Store(dir)
  expect([reopened.list(scope, 'flows').length, reopened.list(scope, 'runs').length]).toEqual([1, 1])
  reopened.close()
  rmSync(dir, { recursive: true })
})
