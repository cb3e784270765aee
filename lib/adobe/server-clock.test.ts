import { expect, test } from 'vitest'
import { createServerClock } from './server-clock'

const adobe = 'https://platform.adobe.io'
const at = (text: string) => Date.parse(text)

test('a server’s time goes on from its last answer, however far it is from ours', () => {
  const clock = createServerClock()
  clock.saw(adobe, 'Tue, 24 Nov 2026 12:00:00 GMT', at('2026-11-24T10:00:00Z'))
  expect(clock.nowMs(adobe, at('2026-11-24T10:00:05Z'))).toBe(at('2026-11-24T12:00:05Z'))
  clock.saw(adobe, 'Tue, 24 Nov 2026 09:00:00 GMT', at('2026-11-24T10:00:10Z'))
  expect(clock.nowMs(adobe, at('2026-11-24T10:00:10Z'))).toBe(at('2026-11-24T09:00:00Z'))
})

test('before an answer, and after one without a readable date, what was known holds', () => {
  const clock = createServerClock()
  expect(clock.nowMs(adobe, 1_000)).toBe(1_000)
  clock.saw(adobe, 'Tue, 24 Nov 2026 10:00:01 GMT', at('2026-11-24T10:00:00Z'))
  clock.saw(adobe, null, 5_000)
  clock.saw(adobe, 'yesterday', 5_000)
  expect(clock.nowMs(adobe, 1_000)).toBe(2_000)
})

test('servers do not share their clocks', () => {
  const clock = createServerClock()
  clock.saw(adobe, 'Tue, 24 Nov 2026 10:00:01 GMT', at('2026-11-24T10:00:00Z'))
  expect(clock.nowMs('https://elsewhere.adobe.io', 1_000)).toBe(1_000)
})
