import type { Hono } from 'hono'

import type { JsonObject } from '../content/types'
import { readJson, requireObject, sendEmpty, sendJson, type AppContext, type AppEnv } from '../http'
import { makeHex } from '../ids'
import { asText } from '../json'
import type { World } from '../world'
import { checkDescriptorAccept, readDescriptorAccept, type DescriptorView } from './accept'
import { checkDescriptor } from './check-descriptor'
import { badRequest, registryError } from './errors'
import { readListQuery, takePage } from './list-query'

/** `/tenant/descriptors`: what is said about fields of schemas, identities above all. */
export function mountDescriptors(registry: Hono<AppEnv>, world: World): void {
  registry.get('/:container{(?:global|tenant)}/descriptors', (c) => {
    const view = readDescriptorAccept(world, c.req.header('accept'))
    const all = c.req.param('container') === 'tenant' ? world.store.list(c.get('caller').scope, 'descriptors') : []
    const page = takePage(all, readListQuery(new URL(c.req.url).searchParams))
    return sendJson(view.paged ? { results: page.results.map((one) => show(one, view)) } : byType(page.results, view))
  })

  registry.post('/tenant/descriptors', async (c) => {
    const body = await readDescriptor(c)
    checkDescriptor(world, c.get('caller').scope, body)
    return sendJson(keep(world, c, makeHex(40), body), 201)
  })

  registry.get('/tenant/descriptors/:id', (c) => {
    checkDescriptorAccept(world, c.req.header('accept'))
    return sendJson(find(world, c))
  })

  registry.put('/tenant/descriptors/:id', async (c) => {
    const id = asText(find(world, c)['@id'])
    const body = await readDescriptor(c)
    checkDescriptor(world, c.get('caller').scope, body, id)
    const kept = keep(world, c, id, body)
    return world.switches.descriptorPut === '201' ? sendJson({ '@id': id }, 201) : sendJson(kept)
  })

  registry.delete('/tenant/descriptors/:id', (c) => {
    world.store.remove(c.get('caller').scope, 'descriptors', asText(find(world, c)['@id']))
    return sendEmpty()
  })
}

const readDescriptor = async (c: AppContext) => requireObject(await readJson(c, badRequest), badRequest)

function find(world: World, c: AppContext): JsonObject {
  const id = c.req.param('id') ?? ''
  const found = world.store.get(c.get('caller').scope, 'descriptors', id)
  if (found === undefined) throw registryError(world, 'XDM-1016-404', `The descriptor ${id} does not exist in this sandbox.`)
  return found
}

function keep(world: World, c: AppContext, id: string, body: JsonObject): JsonObject {
  const { scope, sandbox } = c.get('caller')
  const descriptor: JsonObject = {
    ...body,
    '@id': id,
    imsOrg: world.installation.orgId,
    version: '1',
    'meta:containerId': 'tenant',
    'meta:sandboxId': sandbox.id,
    'meta:sandboxType': sandbox.type,
  }
  world.store.put(scope, 'descriptors', id, descriptor)
  return descriptor
}

const show = (descriptor: JsonObject, { form }: DescriptorView) =>
  form === 'objects' ? descriptor : form === 'ids' ? asText(descriptor['@id']) : `/tenant/descriptors/${asText(descriptor['@id'])}`

/** Keyed by type; a type without descriptors is absent. */
function byType(descriptors: JsonObject[], view: DescriptorView): JsonObject {
  const types = [...new Set(descriptors.map((one) => asText(one['@type'])))]
  return Object.fromEntries(types.map((type) => [type, descriptors.filter((one) => one['@type'] === type).map((one) => show(one, view))]))
}
