import { createAdobeClient, createAdobeShared, type AdobeClientOptions } from '@/lib/adobe/http'
import { json, testCredential } from './fake-adobe'

export type FlowOfTest = { id: string; name?: string; state: string; etag: string; createdAt: number; scheduleParams?: Record<string, unknown> }
export type RunOfTest = { id: string; flowId: string; startedAtMs: number; completedAtMs?: number; status: string; rows?: number; failed?: number }

/** A sandbox with flows and runs, as far as the sync asks for them: filtered, in pages, with a clock in `Date`. */
export class SandboxForTest {
  flows: FlowOfTest[] = []
  runs: RunOfTest[] = []
  nowMs = Date.parse('2026-11-24T10:00:00Z')
  pageSize = 2
  /** Answers every call with this status instead. */
  fails: number | undefined
  /** Paths and queries asked for, tokens apart. */
  asked: string[] = []
  onAsk: (path: string) => Promise<void> | void = () => undefined

  /** What `syncWorkspace` takes in the place of a real workspace. */
  readonly open = async (_: string, options: AdobeClientOptions) => {
    const clock = { now: () => new Date(this.nowMs) }
    return {
      client: createAdobeClient(testCredential, { ...options, clock, retry: { maxTries: 1 }, shared: createAdobeShared(clock) }),
    }
  }

  readonly fetch = (async (input: URL) => {
    const url = new URL(input)
    const date = { date: new Date(this.nowMs).toUTCString() }
    if (url.pathname.startsWith('/ims/')) return json({ access_token: 't', token_type: 'bearer', expires_in: 86399 }, 200, date)
    const path = url.pathname.replace('/data/foundation/flowservice', '')
    this.asked.push(`${path}${decodeURIComponent(url.search)}`)
    await this.onAsk(path)
    if (this.fails !== undefined) return json({ errorMessage: 'down', errorCode: '1103' }, this.fails, { ...date, 'x-request-id': 'req-1' })
    if (path === '/flows') return json(this.#page(this.flows, url, '/flows'), 200, date)
    if (path === '/runs') return json(this.#page(this.#runsSince(url), url, '/runs'), 200, date)
    const one = this.flows.find(({ id }) => path === `/flows/${id}`)
    return one ? json({ items: [one] }, 200, date) : json({ errorMessage: 'no such flow', errorCode: '1430' }, 404, date)
  }) as typeof fetch

  change(id: string, changes: Partial<FlowOfTest>) {
    this.flows = this.flows.map((flow) => (flow.id === id ? { ...flow, ...changes } : flow))
  }

  changeRun(id: string, changes: Partial<RunOfTest>) {
    this.runs = this.runs.map((run) => (run.id === id ? { ...run, ...changes } : run))
  }

  #runsSince(url: URL) {
    const since = Number(/startedAtUTC>=(\d+)/.exec(url.searchParams.getAll('property').join('&'))?.[1] ?? 0)
    return this.runs
      .filter(({ startedAtMs }) => startedAtMs >= since && startedAtMs <= this.nowMs)
      .map(({ id, flowId, startedAtMs, completedAtMs, status, rows = 10, failed = 0 }) => ({
        id,
        flowId,
        metrics: {
          durationSummary: { startedAtUTC: startedAtMs, ...(completedAtMs !== undefined && { completedAtUTC: completedAtMs }) },
          recordSummary: { inputRecordCount: rows, outputRecordCount: rows - failed, failedRecordCount: failed },
          statusSummary: { status, errors: [] },
        },
      }))
  }

  #page(items: readonly unknown[], url: URL, path: string) {
    const from = Number(url.searchParams.get('continuationToken') ?? 0)
    const next = from + this.pageSize
    return {
      items: items.slice(from, next),
      _links: next < items.length ? { next: { href: `${path}?continuationToken=${next}` } } : {},
    }
  }
}
