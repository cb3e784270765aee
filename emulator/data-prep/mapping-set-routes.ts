import type { Hono } from 'hono'
import { z } from 'zod'

import type { JsonObject } from '../content/types'
import { readJson, requireObject, sendEmpty, sendJson, type AppContext, type AppEnv } from '../http'
import { asArray, asObject, asText, jsonObjectSchema, jsonSchema } from '../json'
import { expandSchema } from '../registry/lookup'
import type { World } from '../world'
import { badRequest, notFound } from './errors'
import { judgeMappings } from './judge-mappings'
import { keepMappingSet, showMapping, showMappingSet } from './keep-mapping-set'
import { findMappingSet, targetSchemaIdOf } from './lookup'
import { readMappingSet } from './read-mapping-set'

const mostPreviewed = 100
const previewForm = z.object({
  data: z.union([z.array(jsonObjectSchema).max(mostPreviewed, `holds at most ${mostPreviewed} rows`), jsonObjectSchema]),
  mappingSet: jsonSchema,
})

/** Mapping sets. Creation answers 200 and six fields, a change the whole set with new ids for its mappings. */
export function mountMappingSets(dataPrep: Hono<AppEnv>, world: World): void {
  const find = (c: AppContext): JsonObject => {
    const [id, version] = [c.req.param('id') ?? '', c.req.query('version')]
    const set = findMappingSet(world, c.get('caller').scope, id, version === undefined ? undefined : Number(version))
    if (set === undefined) throw notFound(`The mapping set ${id} does not exist in this sandbox.`)
    return set
  }
  const read = async (c: AppContext) => readMappingSet(world, c.get('caller').scope, await readJson(c, badRequest))

  dataPrep.get('/mappingSets', (c) => sendJson(listSets(world.store.list(c.get('caller').scope, 'mappingSets'), c)))

  dataPrep.post('/mappingSets', async (c) => {
    const set = keepMappingSet(world, c.get('caller'), await read(c))
    const { id, version, createdDate, modifiedDate, createdBy, modifiedBy } = set
    return sendJson(JSON.parse(JSON.stringify({ id, version, createdDate, modifiedDate, createdBy, modifiedBy })) as JsonObject)
  })

  dataPrep.post('/mappingSets/validate', async (c) => {
    const results = judgeMappings(world, await read(c))
    const validationResponse = results.map((errors) =>
      errors.length === 0 ? { status: 'SUCCESS', errors: null } : { status: 'FAILED', errors },
    )
    return sendJson({ validationResponse })
  })

  dataPrep.post('/mappingSets/preview', async (c) => {
    const parsed = previewForm.safeParse(requireObject(await readJson(c, badRequest), badRequest))
    if (!parsed.success) throw badRequest(`The preview is not valid: ${z.prettifyError(parsed.error)}`)
    const { mappings, schema } = readMappingSet(world, c.get('caller').scope, parsed.data.mappingSet)
    const rows = Array.isArray(parsed.data.data) ? parsed.data.data : [parsed.data.data]
    const mapped = world.engine.applyMapping({ mappings, schema, rows, nowMs: world.clock.now() })
    return sendJson(mapped.map(({ data, errors }) => ({ data, errors: errors.length === 0 ? null : errors })))
  })

  dataPrep.get('/mappingSets/:id', (c) => {
    const shown = showMappingSet(find(c))
    if (c.req.query('expandSchema') !== 'true') return sendJson(shown)
    const schema = expandSchema(world, c.get('caller').scope, targetSchemaIdOf(shown))
    return sendJson({ ...shown, outputSchema: { ...asObject(shown['outputSchema']), jsonSchema: schema ?? {} } })
  })

  dataPrep.put('/mappingSets/:id', async (c) => {
    const previous = find(c)
    const { status: _status, ...shown } = showMappingSet(keepMappingSet(world, c.get('caller'), await read(c), previous))
    return sendJson(shown)
  })

  dataPrep.delete('/mappingSets/:id', (c) => {
    const { id } = find(c)
    const user = world.store.list(c.get('caller').scope, 'flows').find((flow) => namesMapping(flow, String(id)))
    if (user !== undefined && world.switches.deleteInUse === 'refuse')
      throw badRequest(`The mapping set cannot be deleted: the flow ${asText(user['name'])} uses it.`)
    world.store.remove(c.get('caller').scope, 'mappingSets', String(id))
    return sendEmpty()
  })

  dataPrep.get('/mappingSets/:id/mappings', (c) => sendJson(asArray(find(c)['mappings']).map((one) => showMapping(asObject(one)))))

  dataPrep.get('/mappingSets/:id/mappings/:mappingId', (c) => {
    const found = asArray(find(c)['mappings']).map(asObject).find((one) => one['id'] === c.req.param('mappingId'))
    if (found === undefined) throw notFound(`The mapping ${c.req.param('mappingId')} does not exist in this set.`)
    return sendJson(showMapping(found))
  })
}

function namesMapping(flow: JsonObject, id: string): boolean {
  return asArray(flow['transformations']).some((one) => asObject(asObject(one)['params'])['mappingId'] === id)
}

/** A page by offset, newest first unless `orderBy` says otherwise. */
function listSets(all: JsonObject[], c: AppContext): JsonObject {
  const [limit, start] = [wholeNumber(c, 'limit', 10), wholeNumber(c, 'start', 0)]
  const name = c.req.query('name')
  const [, sign, field] = /^([-+ ]?)(createdDate|updatedDate|lastUpdateDate)$/.exec(c.req.query('orderBy') ?? '-lastUpdateDate') ?? []
  if (field === undefined) throw badRequest('orderBy is createdDate or updatedDate, with + or - before it.')
  const timeOf = (set: JsonObject) => Number(set[field === 'createdDate' ? 'createdDate' : 'modifiedDate'])
  const sorted = all
    .filter((set) => name === undefined || set['name'] === name)
    .toSorted((a, b) => (sign === '-' ? timeOf(b) - timeOf(a) : timeOf(a) - timeOf(b)))
  const page = sorted.slice(start, start + limit)
  return { data: page.map(showMappingSet), _page: { count: page.length, limit } }
}

function wholeNumber(c: AppContext, name: string, otherwise: number): number {
  const text = c.req.query(name) ?? String(otherwise)
  if (!/^\d+$/.test(text)) throw badRequest(`${name} is a whole number.`)
  return Number(text)
}
