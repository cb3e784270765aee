import { describe, expect, test } from 'vitest'
import { judgeHealth, type HealthFacts } from './health'

const now = new Date('2026-11-23T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const good = { status: 'success', recordsFailed: 0, startedAt: minutesAgo(5) } as const
const live: HealthFacts = {
  lifecycle: 'live', adobeState: 'enabled', gone: false, lastEnded: good, lastStartedAt: minutesAgo(5), lastDueAt: minutesAgo(5), once: false,
}

describe('judgeHealth', () => {
  test.each<[string, Partial<HealthFacts>]>([
    ['healthy', {}],
    ['setup', { lifecycle: 'provisioning' }],
    ['missing', { gone: true, adobeState: 'disabled' }],
    ['draft', { adobeState: 'draft' }],
    ['paused', { adobeState: 'disabled', lastDueAt: minutesAgo(600), lastStartedAt: undefined }],
    ['unknown', { adobeState: 'quarantined' }],
    ['healthy', { adobeState: 'updating' }],
    ['healthy', { adobeState: undefined }],
    ['waiting', { lastEnded: undefined, lastStartedAt: undefined, lastDueAt: undefined }],
    ['waiting', { lastEnded: undefined, lastStartedAt: undefined, lastDueAt: minutesAgo(9) }],
    ['late', { lastEnded: undefined, lastStartedAt: undefined, lastDueAt: minutesAgo(11) }],
    ['late', { lastStartedAt: minutesAgo(41), lastDueAt: minutesAgo(11) }],
    ['failing', { lastEnded: { ...good, status: 'failed' } }],
    ['degraded', { lastEnded: { ...good, status: 'partialSuccess' } }],
    ['degraded', { lastEnded: { ...good, recordsFailed: 1 } }],
    ['degraded', { lastEnded: { ...good, hasErrors: true } }],
    ['finished', { once: true }],
  ])('%s when %j', (health, facts) => expect(judgeHealth({ ...live, ...facts }, now)).toBe(health))
})
