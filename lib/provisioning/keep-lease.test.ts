import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renewLease, type Lease } from '@/lib/data/leases'
import { keepLease } from './keep-lease'

vi.mock('@/lib/data/leases', () => ({ renewLease: vi.fn<typeof renewLease>() }))
const lease: Lease = { provisioningId: 'p', flowId: 'f', workspaceId: 'w', kind: 'create', owner: 'one', fence: 1, requestedById: null, isFirst: true, batchId: null }
const times = { leaseMs: 400, renewMs: 100 }

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] }))
afterEach(() => vi.useRealTimers())

test('a lease that is renewed in time is never halted', async () => {
  vi.mocked(renewLease).mockResolvedValue('held')
  const kept = keepLease(lease, times)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(kept.isHalted()).toBe(false)
  kept.end()
})

test('work that was halted by a lapsed lease stays halted when a late renewal comes through', async () => {
  let answer: (state: 'held') => void = () => undefined
  vi.mocked(renewLease).mockImplementation(() => new Promise((resolve) => (answer = resolve)))
  const kept = keepLease(lease, times)
  await vi.advanceTimersByTimeAsync(450)
  expect(kept.isHalted()).toBe(true)
  answer('held')
  await vi.advanceTimersByTimeAsync(0)
  expect(kept.isHalted()).toBe(true)
  kept.end()
})

test('a machine that slept through its lease begins nothing when it wakes, although its own clock stood still', () => {
  vi.mocked(renewLease).mockResolvedValue('held')
  const kept = keepLease(lease, times)
  vi.setSystemTime(Date.now() + 60_000)
  expect(kept.isHalted()).toBe(true)
  kept.end()
})
