import type { Json, JsonObject, SampleSource, SampleTable } from '../content/types'
import type { AppContext } from '../http'
import { asObject, asText, isObject } from '../json'
import type { World } from '../world'
import { credentialsWork } from './credentials'
import { flowError } from './errors'
import { findSampleSource, newestRows } from './source-tables'
import { kindOfSource } from './specs'

/** Rows that a preview shows. */
const previewRows = 100

/** `GET /connections/{id}/explore`: the account's tables, one table's columns, or one REST resource's fields. */
export function exploreConnection(world: World, c: AppContext, connection: JsonObject): Json {
  const objectType = requireQuery(world, c, 'objectType').toLowerCase()
  if (!['root', 'table', 'file', 'folder', 'rest'].includes(objectType))
    throw flowError(world, '1358-400', `The objectType ${objectType} is not known.`)
  const specId = asText(asObject(connection['connectionSpec'])['id'])
  const source = findSampleSource(world, specId)
  const kind = source?.kind ?? kindOfSource(world, specId)
  const isFit = kind === 'rest' ? objectType === 'rest' : objectType === 'root' || objectType === 'table'
  if (!isFit) throw flowError(world, '1336-400', `This source cannot be explored with the objectType ${objectType}.`)
  if (c.req.query('filters') !== undefined) throw flowError(world, '1353-400', 'This source does not filter.')
  if (!credentialsWork(connection)) throw flowError(world, '1334-400', 'The source does not let these credentials in.')
  if (objectType === 'root') return (source?.tables ?? []).map(rootEntry)
  const withRows = c.req.query('preview')?.toLowerCase() === 'true'
  return objectType === 'rest'
    ? describeResource(world, source, readResourcePath(world, c), withRows)
    : describeTable(world, source, requireQuery(world, c, 'object'), withRows)
}

const rootEntry = ({ name, path }: SampleTable): JsonObject => ({ type: 'table', name, path, canPreview: true, canFetchSchema: true })

function describeTable(world: World, source: SampleSource | undefined, path: string, withRows: boolean): JsonObject {
  const table = source?.tables.find((one) => one.path === path)
  if (table === undefined) throw flowError(world, '1330-400', `No columns were found for the table ${path}.`)
  const data = withRows ? { data: newestRows(table, world.clock.now(), previewRows) } : {}
  return { format: 'flat', schema: { columns: table.columns as Json }, ...data }
}

/** Records of a REST resource stand below `data`, and so do their fields. */
function describeResource(world: World, source: SampleSource | undefined, path: string, withRows: boolean): JsonObject {
  const resource = source?.resources.find((one) => one.path === path)
  if (resource === undefined) throw flowError(world, '1330-400', `No fields were found for the resource ${path}.`)
  const data = withRows ? { data: newestRows(resource, world.clock.now(), previewRows) } : {}
  return { format: 'hierarchical', schema: resource.schema, ...data }
}

/** `sourceParams` is the Base64 of `{"resourcePath": …}`. */
function readResourcePath(world: World, c: AppContext): string {
  const text = requireQuery(world, c, 'sourceParams')
  const unreadable = () => flowError(world, '1389-400', 'sourceParams is not the Base64 of a JSON object.')
  if (!/^[A-Za-z0-9+/_ -]+=*$/.test(text)) throw unreadable()
  let params: unknown
  try {
    params = JSON.parse(Buffer.from(text.replaceAll(' ', '+'), 'base64').toString())
  } catch {
    throw unreadable()
  }
  if (!isObject(params)) throw unreadable()
  const path = asText(params['resourcePath'])
  if (path === '') throw flowError(world, '1337-400', 'sourceParams names no resourcePath.')
  return path
}

function requireQuery(world: World, c: AppContext, name: string): string {
  const value = c.req.query(name) ?? ''
  if (value === '') throw flowError(world, '1337-400', `The query parameter ${name} is missing or empty.`)
  return value
}
