import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import { hashText, makeHex } from '../ids'
import { asObject, asText } from '../json'
import type { World } from '../world'
import { checkDataset } from './check-dataset'

/** What the client decides; everything else of a dataset is Catalog's own. */
const clientFields = ['name', 'description', 'schemaRef', 'tags', 'fileDescription', 'enableErrorDiagnostics']

export function createDataset(world: World, caller: Caller, body: JsonObject): string {
  checkDataset(world, caller.scope, body)
  const id = makeHex(24)
  const viewId = makeHex(24)
  const now = world.clock.now()
  world.store.put(caller.scope, 'dataSets', id, {
    id,
    version: '1.0.0',
    imsOrg: world.installation.orgId,
    sandboxId: caller.sandbox.id,
    ...pick(body),
    fileDescription: { persisted: true, containerFormat: 'parquet', format: 'parquet', ...asObject(body['fileDescription']) },
    tags: { 'adobe/pqs/table': [tableName(asText(body['name']), id)], ...asObject(body['tags']) },
    created: now,
    updated: now,
    createdClient: caller.credential.clientId,
    createdUser: caller.credential.userId,
    updatedUser: caller.credential.userId,
    viewId,
    files: `@/dataSetFiles?dataSetId=${id}`,
    basePath: '@/dataSets/parquet',
    namespace: 'ACP',
    state: 'DRAFT',
  })
  return id
}

/** Keeps a changed dataset; what is Catalog's own stays as it was. */
export function changeDataset(world: World, caller: Caller, previous: JsonObject, changed: JsonObject): void {
  checkDataset(world, caller.scope, changed)
  const own = Object.fromEntries(Object.entries(previous).filter(([name]) => !clientFields.includes(name)))
  world.store.put(caller.scope, 'dataSets', asText(previous['id']), {
    ...own,
    ...pick(changed),
    version: nextVersion(asText(previous['version'])),
    updated: world.clock.now(),
    updatedUser: caller.credential.userId,
  })
}

/** Catalog's `E-Tag`, hyphen included. */
export const etagOf = (dataset: JsonObject): string => `"${hashText(JSON.stringify(dataset)).slice(0, 32)}"`

function pick(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => clientFields.includes(name)))
}

/** Query Service's name of the table: lower case, underscores, made unique by the end of the id. */
function tableName(name: string, id: string): string {
  const plain = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^_+|_+$/g, '')
  return `${plain || 'dataset'}_${id.slice(-4)}`
}

function nextVersion(version: string): string {
  const [major = '1', minor = '0', patch = '0'] = version.split('.')
  return `${major}.${minor}.${Number(patch) + 1}`
}
