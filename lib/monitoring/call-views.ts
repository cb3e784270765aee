/** One try of one call as the journal's page shows it. Moments are ISO texts. */
export type CallView = {
  id: string
  method: string
  path: string
  stepKey?: string
  status?: number
  durationMs: number
  attempt: number
  requestId?: string
  startedAt: string
  requestBody?: unknown
  responseBody?: unknown
  error?: { kind: string; code?: string; message: string }
}

export type CallListView = { rows: CallView[]; next?: string }
