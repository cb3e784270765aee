import type { Json, JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { credentialsWork } from './credentials'
import { deltaColumnOf, findTransformation } from './check-flow'
import { endOf } from './flow-ends'
import type { Job } from './schedule-book'
import { tablePathOf } from './source-params'
import { asDelivered, findTable } from './source-tables'
import { kindOfSource } from './specs'

/** Rows as the source handed them over, or why it did not. */
export type Reading = { ok: true; rows: JsonObject[]; path: string } | { ok: false; message: string }

/** Copies a window of the source: the columns that the source connection names, nothing else. */
export function readWindow(world: World, scope: Scope, flow: JsonObject, job: Job): Reading {
  const source = world.store.get(scope, 'sourceConnections', endOf(flow, 'sourceConnectionIds'))
  if (source === undefined) return refused('the source connection does not exist any more')
  const connection = world.store.get(scope, 'connections', asText(source['baseConnectionId']))
  if (!credentialsWork(connection)) return refused('the source does not let the credentials of the base connection in')
  const specId = asText(asObject(source['connectionSpec'])['id'])
  const path = tablePathOf(asObject(source['params']))
  const table = findTable(world, specId, path)
  if (table === undefined) return refused(`the source has no ${path}`)
  const known = table.columns.map(({ name }) => name)
  const kind = kindOfSource(world, specId)
  const columns = asArray(asObject(source['params'])['columns']).map((column) => asText(asObject(column)['name']))
  const strange = [...columns, ...deltaColumns(flow, job)].find((name) => !known.includes(name))
  if (kind === 'table' && strange !== undefined) return refused(`${path} has no column ${strange}`)
  const fault = kind === 'table' ? deltaFault(flow, job, table.columns) : undefined
  if (fault !== undefined) return refused(fault)
  const isFull = kind === 'rest' && world.switches.restRuns === 'full'
  const rows = table.rowsBetween(isFull ? 0 : job.fromMs, job.toMs)
  const taken = kind === 'table' && columns.length > 0 ? rows.map((row) => only(row, columns)) : rows
  return { ok: true, rows: asDelivered(kind, taken), path }
}

const refused = (reason: string): Reading => ({ ok: false, message: `Copying from the source failed: ${reason}.` })

function deltaColumns(flow: JsonObject, job: Job): string[] {
  return [job.deltaColumn ?? deltaColumnOf(flow)].filter((name) => name !== undefined)
}

/** Only one format of delta columns is supported, and the column must hold a moment. */
function deltaFault(flow: JsonObject, job: Job, columns: { name: string; xdm: { format?: string } }[]): string | undefined {
  const [name] = deltaColumns(flow, job)
  const column = columns.find((one) => one.name === name)
  if (column !== undefined && column.xdm.format !== 'date-time') return `the delta column ${column.name} holds no date and time`
  const format: Json | undefined = asObject(findTransformation(flow, 'Copy')?.['deltaColumn'])['dateFormat']
  return format === undefined || format === 'yyyy-MM-dd HH:mm:ss' ? undefined : `the date format ${asText(format)} is not supported`
}

function only(row: JsonObject, columns: string[]): JsonObject {
  return Object.fromEntries(columns.map((name) => [name, row[name] ?? null]))
}
