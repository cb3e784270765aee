import 'server-only'
import type { FlowItem } from '@/lib/adobe/answers'
import { getFlow, listFlowsPage } from '@/lib/adobe/flow-service/flows'
import { listRuns } from '@/lib/adobe/flow-service/runs'
import { isNotFound } from '@/lib/adobe/results'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { fail, succeed, type Result } from '@/lib/result'
import { readAdobeSchedule } from './adobe-schedule'
import type { FlowInAdobe } from './judge-flow'
import { adobeRun, toRunRecord, type RunRecord } from './run-record'

const pageSize = 100
/** A hundred thousand flows or runs in one look are beyond any sandbox; the next look goes on. */
const mostPages = 1000
/** Flows that a list does not name are asked for one by one before they count as gone; more than these wait for the next look. */
const mostQuestions = 50

export type Interrupted = 'interrupted'
/** Told between pages; false stops. */
export type KeepGoing = () => Promise<boolean>

/**
 * What Adobe says of these flows, by Adobe's id: listed in pages for the whole sandbox, not one by one. A value of
 * undefined means that it is certain that the flow is gone; an id that is absent could not be settled this time.
 */
export async function readFlows(
  client: AdobeClient,
  wanted: ReadonlySet<string>,
  knownGone: ReadonlySet<string>,
  keepGoing: KeepGoing,
): Promise<Result<Map<string, FlowInAdobe | undefined>, AdobeError | Interrupted>> {
  const found = new Map<string, FlowInAdobe | undefined>()
  let token: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await listFlowsPage(client, { limit: pageSize, ...(token !== undefined && { continuationToken: token }) })
    if (!answer.ok) return answer
    for (const item of answer.data.items) if (wanted.has(item.id)) found.set(item.id, toFlowInAdobe(item))
    const next = answer.data.continuationToken
    if (next === undefined || next === token) break
    if (!(await keepGoing())) return fail('interrupted')
    token = next
  }
  const unlisted = [...wanted].filter((id) => !found.has(id))
  for (const id of unlisted.filter((id) => knownGone.has(id))) found.set(id, undefined)
  for (const id of unlisted.filter((id) => !knownGone.has(id)).slice(0, mostQuestions)) {
    const answer = await getFlow(client, id)
    if (answer.ok) found.set(id, toFlowInAdobe(answer.data))
    else if (isNotFound(answer.error)) found.set(id, undefined)
    else return answer
  }
  return succeed(found)
}

function toFlowInAdobe(item: FlowItem): FlowInAdobe {
  return {
    state: item.state,
    etag: item.etag,
    schedule: readAdobeSchedule(item.scheduleParams),
    createdAt: item.createdAt === undefined || item.createdAt <= 0 ? undefined : new Date(item.createdAt),
  }
}

/**
 * Hands every run of the sandbox that began at or after `since` to `take`, page by page, so that what was read is kept
 * even when a later page fails.
 */
export async function readRuns(
  client: AdobeClient,
  since: Date,
  take: (runs: RunRecord[]) => Promise<void>,
  keepGoing: KeepGoing,
): Promise<Result<number, AdobeError | Interrupted>> {
  let token: string | undefined
  let count = 0
  for (let page = 0; page < mostPages; page++) {
    const answer = await listRuns(client, {
      startedSinceMs: since.getTime(),
      limit: pageSize,
      ...(token !== undefined && { continuationToken: token }),
    })
    if (!answer.ok) return answer
    const runs = answer.data.items.flatMap((item) => {
      const parsed = adobeRun.safeParse(item)
      return parsed.success ? [toRunRecord(parsed.data)] : []
    })
    await take(runs)
    count += runs.length
    const next = answer.data.continuationToken
    if (next === undefined || next === token) break
    if (!(await keepGoing())) return fail('interrupted')
    token = next
  }
  return succeed(count)
}
