import { dayMs, samplesStartMs } from '../content/samples/support/time'
import type { JsonObject, SampleTable } from '../content/types'
import { asArray, asObject, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { credentialsWork } from './credentials'
import { deltaColumnOf, findTransformation } from './check-flow'
import { endOf, readEnds } from './flow-ends'
import type { Job } from './schedule-book'
import { tablePathOf } from './source-params'
import { findResource, findTable } from './source-tables'

/** How much of the samples is computed at a time. */
const sliceMs = 2 * dayMs

/** Rows as the source handed them over, or why it did not. */
export type Reading = { ok: true; rows: JsonObject[]; path: string } | { ok: false; message: string }

/** Copies a window of the source: the columns that the source connection names, nothing else. */
export async function readWindow(world: World, scope: Scope, flow: JsonObject, job: Job): Promise<Reading> {
  const source = world.store.get(scope, 'sourceConnections', endOf(flow, 'sourceConnectionIds'))
  if (source === undefined) return refused('the source connection does not exist any more')
  const { baseConnectionId, connectionSpecId, sourceParams } = readEnds(flow)
  const connection = world.store.get(scope, 'connections', baseConnectionId)
  if (!credentialsWork(connection)) return refused('the source does not let the credentials of the base connection in')
  const path = tablePathOf(sourceParams)
  // A window may end years ahead; what comes after the copy has begun is not there yet.
  const toMs = Math.min(job.toMs, job.startMs)
  const resource = findResource(world, connectionSpecId, path)
  if (resource !== undefined) {
    const isFull = world.switches.restRuns === 'full'
    return { ok: true, rows: await readSlices(resource, isFull ? 0 : job.fromMs, toMs), path }
  }
  const table = findTable(world, connectionSpecId, path)
  if (table === undefined) return refused(`the source has no ${path}`)
  const columns = asArray(sourceParams['columns']).map((column) => asText(asObject(column)['name']))
  const fault = findFault(flow, job, table, columns)
  if (fault !== undefined) return refused(fault)
  const all = await readSlices(table, job.fromMs, toMs)
  const rows = rowsByDelta(all, table, job, job.deltaColumn ?? deltaColumnOf(flow))
  return { ok: true, rows: columns.length > 0 ? rows.map((row) => only(row, columns)) : rows, path }
}

/** The rows whose delta column lies in the window. A column that never moves on, as one of creation, misses changes. */
function rowsByDelta(rows: JsonObject[], table: SampleTable, job: Job, delta: string | undefined): JsonObject[] {
  if (delta === undefined || delta === table.deltaColumn) return rows
  return rows.filter((row) => {
    const at = Date.parse(asText(row[delta]))
    return at > job.fromMs && at <= job.toMs
  })
}

/** Samples are computed while they are read: in slices, between which whoever waits gets an answer. */
async function readSlices(of: Pick<SampleTable, 'rowsBetween'>, fromMs: number, toMs: number): Promise<JsonObject[]> {
  const rows: JsonObject[] = []
  for (let at = fromMs; at < toMs; ) {
    const next = Math.min(toMs, Math.max(at, samplesStartMs) + sliceMs)
    rows.push(...of.rowsBetween(at, next))
    at = next
    await new Promise((resolve) => setImmediate(resolve))
  }
  return rows
}

const refused = (reason: string): Reading => ({ ok: false, message: `Copying from the source failed: ${reason}.` })

/** Columns that the table does not have, and delta columns by which nothing can be told new from old. */
function findFault(flow: JsonObject, job: Job, table: SampleTable, columns: string[]): string | undefined {
  const delta = job.deltaColumn ?? deltaColumnOf(flow)
  const known = new Map(table.columns.map((column) => [column.name, column]))
  const strange = [...columns, ...(delta === undefined ? [] : [delta])].find((name) => !known.has(name))
  if (strange !== undefined) return `${table.path} has no column ${strange}`
  if (delta === undefined) return undefined
  if (known.get(delta)?.xdm.format !== 'date-time') return `the delta column ${delta} holds no date and time`
  const format = asObject(findTransformation(flow, 'Copy')?.['deltaColumn'])['dateFormat']
  return format === undefined || format === 'yyyy-MM-dd HH:mm:ss' ? undefined : `the date format ${asText(format)} is not supported`
}

function only(row: JsonObject, columns: string[]): JsonObject {
  return Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))
}
