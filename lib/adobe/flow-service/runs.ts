import 'server-only'
import { z } from 'zod'
import { succeed, type Result } from '@/lib/result'
import { createdRun } from '../answers'
import { runItem, type RunItem } from '../answers-runs'
import { retriggerRunRequest, runNowRequest } from '../requests/run'
import { dataOf, mapData } from '../results'
import type { AdobeClient, AdobeError } from '../types'
import { getItem, listPage, type Page } from './items'

export type RunsQuery = {
  flowId?: string
  /** Only runs that began at or after this moment (epoch ms). */
  startedSinceMs?: number
  limit?: number
  continuationToken?: string
}

/**
 * A page of runs, of one flow or of the whole sandbox. Runs appear two to three minutes after their scheduled start.
 */
export function listRuns(
  client: AdobeClient,
  { flowId, startedSinceMs, limit, continuationToken }: RunsQuery,
): Promise<Result<Page<RunItem>, AdobeError>> {
  const conditions = [
    ...(flowId === undefined ? [] : [`flowId==${flowId}`]),
    ...(startedSinceMs === undefined ? [] : [`metrics.durationSummary.startedAtUTC>=${startedSinceMs}`]),
  ]
  return listPage(client, 'runs', runItem, {
    conditions,
    ...(limit !== undefined && { limit }),
    ...(continuationToken !== undefined && { continuationToken }),
  })
}

export const getRun = (client: AdobeClient, id: string): Promise<Result<RunItem, AdobeError>> =>
  getItem(client, 'runs', runItem, id)

/** Starts a run by hand; only flows scheduled `once` allow it (1386-400). Windows in epoch seconds. */
export async function runNow(
  client: AdobeClient,
  args: Parameters<typeof runNowRequest>[0],
): Promise<Result<{ id: string }, AdobeError>> {
  const answer = dataOf(await client.request(runNowRequest(args), createdRun))
  return mapData(answer, ({ id }) => ({ id }))
}

/** Runs the same window once more. */
export async function retriggerRun(client: AdobeClient, runId: string): Promise<Result<void, AdobeError>> {
  const answer = await client.request(retriggerRunRequest(runId), z.unknown())
  return answer.ok ? succeed(undefined) : answer
}
