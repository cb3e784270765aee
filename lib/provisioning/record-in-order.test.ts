import { expect, test } from 'vitest'
import { LeaseLost } from '@/lib/data/lease-lost'
import type { Made, Reused } from './ledger'
import { recordInOrder } from './record-in-order'

const made = (rowId: string): Made => ({ rowId, kind: 'dataset', output: { adobeId: rowId }, resent: false })
const found: Reused = { stepKey: 'flow-spec', kind: 'flow-spec', name: 'spec', adobeId: 'spec', inputHash: '', isWork: true }

/** A ledger whose writes end when told to. */
function slowLedger() {
  const writes: string[] = []
  const ends: (() => void)[] = []
  const write = (what: string) => {
    writes.push(what)
    return new Promise<void>((resolve) => ends.push(resolve))
  }
  const ledger = { recordMade: (all: readonly Made[]) => write(all.map(({ rowId }) => rowId).join('+')), recordReused: () => write('found') }
  const untilWrites = async (count: number) => {
    while (writes.length < count) await new Promise((resolve) => setImmediate(resolve))
  }
  return { ledger, writes, untilWrites, endOne: () => ends.shift()?.() }
}

test('one write is under way at a time, and what comes in meanwhile is written together after it', async () => {
  const { ledger, writes, untilWrites, endOne } = slowLedger()
  const records = recordInOrder(ledger)
  records.add({ type: 'made', made: made('a') })
  await untilWrites(1)
  records.add({ type: 'made', made: made('b') })
  records.add({ type: 'made', made: made('c') })
  records.add({ type: 'found', found })
  endOne()
  await untilWrites(2)
  endOne()
  await untilWrites(3)
  expect(writes).toEqual(['a', 'b+c', 'found'])
  endOne()
  await records.settle()
})

test('what is taken out for a write of the caller’s own is not written twice, and comes after all before it', async () => {
  const { ledger, writes, untilWrites, endOne } = slowLedger()
  const records = recordInOrder(ledger)
  records.add({ type: 'made', made: made('a') })
  await untilWrites(1)
  records.add({ type: 'made', made: made('b') })
  const rest = records.takeRest()
  endOne()
  expect((await rest).map(({ rowId }) => rowId)).toEqual(['b'])
  expect(writes).toEqual(['a'])
})

test('after a write that was refused nothing more is written, and whoever waits hears of it', async () => {
  const writes: string[] = []
  const records = recordInOrder({
    recordMade: async (all) => {
      writes.push(...all.map(({ rowId }) => rowId))
      throw new LeaseLost()
    },
    recordReused: async () => undefined,
  })
  records.add({ type: 'made', made: made('a') })
  await expect(records.settle()).rejects.toBeInstanceOf(LeaseLost)
  expect(records.hasFailed()).toBe(true)
  records.add({ type: 'made', made: made('b') })
  await expect(records.takeRest()).rejects.toBeInstanceOf(LeaseLost)
  expect(writes).toEqual(['a'])
})
