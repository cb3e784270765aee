import { beforeEach, describe, expect, test } from 'vitest'

import { asArray, asObject, asText } from '../json'
import { openTestEmulator, type TestEmulator } from '../testing/test-emulator'
import { expandSchema } from './lookup'

const profile = 'https://ns.adobe.com/xdm/context/profile'
const event = 'https://ns.adobe.com/xdm/context/experienceevent'
const commerce = 'https://ns.adobe.com/xdm/context/experienceevent-commerce'
const person = 'https://ns.adobe.com/xdm/context/profile-person-details'
const contact = 'https://ns.adobe.com/xdm/context/profile-personal-details'
const adhoc = 'https://ns.adobe.com/xdm/data/adhoc'
const full = 'application/vnd.adobe.xed-full+json; version=1'
const raw = 'application/vnd.adobe.xed+json; version=1'

let emulator: TestEmulator
beforeEach(async () => {
  emulator = await openTestEmulator()
})

const makeSchema = async (title: string, ...parts: string[]) => {
  const body = { title, type: 'object', description: '', allOf: parts.map((part) => ({ $ref: part })) }
  return emulator.registry('POST', '/tenant/schemas', { body })
}
const path = (kind: string, id: unknown) => `/tenant/${kind}/${encodeURIComponent(String(id))}`
const identity = (schema: string, property = '/personalEmail/address', more = {}) => ({
  '@type': 'xdm:descriptorIdentity',
  'xdm:sourceSchema': schema,
  'xdm:sourceVersion': 1,
  'xdm:sourceProperty': property,
  'xdm:namespace': 'Email',
  'xdm:property': 'xdm:code',
  'xdm:isPrimary': true,
  ...more,
})

describe('Accept headers', () => {
  test.each([undefined, '*/*', 'application/json', 'application/vnd.adobe.xed+json; version=1', 'application/vnd.adobe.xed-full+json'])(
    'a list refuses %s with XDM-1006',
    async (accept) => {
      const answer = await emulator.registry('GET', '/global/classes', { headers: { accept } })
      expect(answer.status).toBe(400)
      expect(answer.body['type']).toBe('http://ns.adobe.com/aep/errors/XDM-1006-400')
      expect(asObject(answer.body['report'])['detailed-message']).toBe(answer.body['detail'])
    },
  )

  const wrong = ['application/vnd.adobe.xed+json', 'application/vnd.adobe.xed-id+json; version=1', 'application/vnd.adobe.xed-full+json;version=2']
  test.each([undefined, ...wrong])(
    'a look-up refuses %s with XDM-1007',
    async (accept) => {
      const answer = await emulator.registry('GET', `/global/classes/${encodeURIComponent(profile)}`, { headers: { accept } })
      expect(answer.body['type']).toBe('http://ns.adobe.com/aep/errors/XDM-1007-400')
    },
  )

  test('descriptors want xdm where everything else wants xed', async () => {
    expect((await emulator.registry('GET', '/tenant/descriptors')).body['type']).toMatch(/XDM-1008-400$/)
    const right = await emulator.registry('GET', '/tenant/descriptors', { accept: 'application/vnd.adobe.xdm+json' })
    expect(right.body).toEqual({})
  })

  test('an id in the path is the encoded $id or the alternative id', async () => {
    for (const id of [encodeURIComponent(profile), '_xdm.context.profile']) {
      expect((await emulator.registry('GET', `/global/classes/${id}`, { accept: raw })).body['$id']).toBe(profile)
    }
    expect((await emulator.registry('GET', '/tenant/classes/_xdm.context.profile', { accept: raw })).status).toBe(404)
  })
})

describe('resolving', () => {
  test('a class with field groups becomes one tree of properties', async () => {
    const made = await makeSchema('Payments', event, commerce, person)
    expect(made.status).toBe(201)
    const { body } = await emulator.registry('GET', path('schemas', made.body['$id']), { accept: full })
    const properties = asObject(body['properties'])
    expect(body['allOf']).toBeUndefined()
    expect(body['required']).toEqual(expect.arrayContaining(['_id', 'timestamp']))
    expect(asObject(properties['timestamp'])['format']).toBe('date-time')
    const order = asObject(asObject(asObject(properties['commerce'])['properties'])['order'])
    expect(asObject(order['properties'])['currencyCode']).toMatchObject({ type: 'string', pattern: '^[A-Z]{3}$' })
    expect(body['title']).toBe('Payments')
    expect(JSON.stringify(body)).not.toContain('"$ref"')
  })

  test('a field called title outlives the view without text', async () => {
    const group = {
      title: 'Books',
      type: 'object',
      'meta:intendedToExtend': [profile],
      allOf: [{ properties: { [`_${emulator.tenant}`]: { type: 'object', properties: { title: { type: 'string', title: 'Title' } } } } }],
    }
    const made = await emulator.registry('POST', '/tenant/fieldgroups', { body: group })
    const accept = 'application/vnd.adobe.xed-full-notext+json; version=1'
    const { body } = await emulator.registry('GET', path('fieldgroups', made.body['$id']), { accept })
    const own = asObject(asObject(asObject(body['properties'])[`_${emulator.tenant}`])['properties'])
    expect(own['title']).toEqual({ type: 'string', 'meta:xdmType': 'string' })
    expect(body['title']).toBeUndefined()
  })

  test('a change of a field group shows in the schemas that use it', async () => {
    const tenant = `_${emulator.tenant}`
    const fields = (names: string[]) => ({
      title: 'Loyalty',
      type: 'object',
      'meta:intendedToExtend': [profile],
      definitions: { own: { properties: { [tenant]: { properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])) } } } },
      allOf: [{ $ref: '#/definitions/own' }],
    })
    const group = await emulator.registry('POST', '/tenant/fieldgroups', { body: fields(['tier']) })
    const schema = await makeSchema('Members', profile, asText(group.body['$id']))
    const { scope } = { scope: { org: emulator.orgId, sandbox: 'prod' } }
    const shown = () => {
      const expanded = expandSchema(emulator.world, scope, asText(schema.body['$id']))
      return Object.keys(asObject(asObject(asObject(expanded?.['properties'])[tenant])['properties']))
    }
    expect(shown()).toEqual(['tier'])
    await emulator.registry('PUT', path('fieldgroups', group.body['$id']), { body: fields(['tier', 'since']) })
    expect(shown()).toEqual(['tier', 'since'])
  })
})

describe('ad-hoc classes', () => {
  const fields = { Product_Id: { type: 'string' }, price: { type: 'number' } }
  const columns = { title: 'Columns', type: 'object', allOf: [{ $ref: adhoc }, { properties: { _adhoc: { properties: fields } } }] }

  test('come back with their own namespace in place of _adhoc, and schemas over them carry it', async () => {
    const made = await emulator.registry('POST', '/tenant/classes', { body: columns })
    const hex = asText(made.body['$id']).split('/').at(-1)
    expect(hex).toMatch(/^[0-9a-f]{32}$/)
    expect(made.body['meta:datasetNamespace']).toBe(`_${hex}`)
    expect(JSON.stringify(made.body)).not.toContain('"_adhoc"')
    const schema = await makeSchema('Columns schema', asText(made.body['$id']))
    const classId = made.body['$id']
    expect(schema.body).toMatchObject({ 'meta:class': classId, 'meta:extends': [classId, adhoc], 'meta:datasetNamespace': `_${hex}` })
    const { body } = await emulator.registry('GET', path('schemas', schema.body['$id']), { accept: full })
    expect(asObject(body['properties'])[`_${hex}`]).toMatchObject({ type: 'object', properties: { Product_Id: { 'meta:xdmType': 'string' } } })
  })

  test('are left out where a list asks for it', async () => {
    const made = await emulator.registry('POST', '/tenant/classes', { body: columns })
    await makeSchema('Columns schema', asText(made.body['$id']))
    await makeSchema('People', profile)
    const query = `?property=${encodeURIComponent(`meta:extends!=${adhoc}`)}&orderby=title`
    const { body } = await emulator.registry('GET', `/tenant/schemas${query}`, { accept: 'application/vnd.adobe.xed-id+json' })
    expect(asArray(body['results']).map((one) => asObject(one)['title'])).toEqual(['People'])
  })
})

describe('strictness', () => {
  test.each([
    ['no class', { title: 'A', allOf: [{ $ref: commerce }] }, /exactly one class/],
    ['two classes', { title: 'A', allOf: [{ $ref: event }, { $ref: profile }] }, /exactly one class/],
    ['an unknown reference', { title: 'A', allOf: [{ $ref: profile }, { $ref: 'https://ns.adobe.com/xdm/nothing' }] }, /leads to no resource/],
    ['a field group of another class', { title: 'A', allOf: [{ $ref: profile }, { $ref: commerce }] }, /not made for the class/],
    ['fields of its own', { title: 'A', allOf: [{ $ref: profile }, { properties: { a: { type: 'string' } } }] }, /references/],
    ['no title', { allOf: [{ $ref: profile }] }, /title is missing/],
    ['another class in meta:class', { title: 'A', 'meta:class': event, allOf: [{ $ref: profile }] }, /meta:class/],
  ])('a schema with %s is refused', async (_case, body, detail) => {
    const answer = await emulator.registry('POST', '/tenant/schemas', { body })
    expect(answer.status).toBe(400)
    expect(answer.body['detail']).toMatch(detail)
    expect(emulator.world.store.count({ org: emulator.orgId, sandbox: 'prod' }, 'schemas').created).toBe(0)
  })

  test('titles are unique over all kinds, and free again after a deletion', async () => {
    const first = await makeSchema('One title', profile)
    const clash = await emulator.registry('POST', '/tenant/classes', { body: { title: 'One title', allOf: [{ $ref: adhoc }] } })
    expect(clash.body['type']).toMatch(/XDM-1521-400$/)
    expect(clash.body['detail']).toContain(String(first.body['$id']))
    expect((await emulator.registry('DELETE', path('schemas', first.body['$id']))).status).toBe(204)
    expect((await makeSchema('One title', profile)).status).toBe(201)
  })

  test('custom fields stand under the tenant', async () => {
    const body = { title: 'Loose', 'meta:intendedToExtend': [profile], allOf: [{ properties: { loose: { type: 'string' } } }] }
    const answer = await emulator.registry('POST', '/tenant/fieldgroups', { body })
    expect(answer.body['type']).toMatch(/XDM-1021-400$/)
  })

  const oddNames = ['Product.Id', 'First Name', '_id', 'Größe', '']
  test.each(oddNames)('a custom field is not called "%s", in an ad-hoc class no more than elsewhere', async (name) => {
    const allOf = [{ $ref: adhoc }, { properties: { _adhoc: { properties: { [name]: { type: 'string' } } } } }]
    expect((await emulator.registry('POST', '/tenant/classes', { body: { title: 'Odd', allOf } })).body['detail']).toMatch(/field name/)
  })

  test('a body that is no JSON, or comes without its type, is a 400', async () => {
    expect((await emulator.registry('POST', '/tenant/schemas', { body: '{' })).status).toBe(400)
    const untyped = await emulator.registry('POST', '/tenant/schemas', { body: '{}', headers: { 'content-type': undefined } })
    expect(untyped.body['detail']).toBe('A valid content-type must be specified')
  })

  test('one sandbox does not see the resources of another', async () => {
    const made = await makeSchema('Mine', profile)
    const other = await emulator.registry('GET', path('schemas', made.body['$id']), { accept: raw, sandbox: 'dev' })
    expect(other.body).toMatchObject({ status: 404, type: 'http://ns.adobe.com/aep/errors/XDM-1012-404' })
  })
})

test('a class of one’s own takes the field groups that name it, and no others', async () => {
  const tenant = `_${emulator.tenant}`
  const fields = (name: string) => ({ properties: { [tenant]: { properties: { [name]: { type: 'string' } } } } })
  const own = { title: 'Terminal', allOf: [{ $ref: 'https://ns.adobe.com/xdm/data/record' }, fields('serial')] }
  const made = await emulator.registry('POST', '/tenant/classes', { body: own })
  const classId = asText(made.body['$id'])
  const group = { title: 'Terminal place', 'meta:intendedToExtend': [classId], allOf: [fields('city')] }
  const place = await emulator.registry('POST', '/tenant/fieldgroups', { body: group })
  expect((await makeSchema('Wrong', classId, person)).body['detail']).toMatch(/not made for the class/)
  const schema = await makeSchema('Terminals', classId, asText(place.body['$id']))
  const { body } = await emulator.registry('GET', path('schemas', schema.body['$id']), { accept: full })
  expect(Object.keys(asObject(body['properties']))).toEqual(['_id', tenant])
  expect(Object.keys(asObject(asObject(asObject(body['properties'])[tenant])['properties']))).toEqual(['serial', 'city'])
})

describe('a schema in use', () => {
  test('may grow but not shrink, and cannot be deleted', async () => {
    const made = await makeSchema('Guests', profile, person, contact)
    const id = asText(made.body['$id'])
    const dataset = { name: 'Guests', schemaRef: { id, contentType: 'application/vnd.adobe.xed+json;version=1' } }
    expect((await emulator.call('POST', '/data/foundation/catalog/dataSets', { body: dataset })).status).toBe(201)
    const remove = await emulator.registry('PATCH', path('schemas', id), { body: [{ op: 'remove', path: '/allOf/2' }] })
    expect(remove.body['detail']).toMatch(/would be gone/)
    const grow = { op: 'add', path: '/allOf/-', value: { $ref: 'https://ns.adobe.com/xdm/context/identitymap' } }
    const grown = await emulator.registry('PATCH', path('schemas', id), { body: [grow] })
    expect(grown.body['version']).toBe('1.1')
    expect((await emulator.registry('DELETE', path('schemas', id))).status).toBe(400)
  })

  test('a class or field group that a schema refers to cannot be deleted', async () => {
    const made = await emulator.registry('POST', '/tenant/classes', { body: { title: 'Raw', allOf: [{ $ref: adhoc }] } })
    const schema = await makeSchema('Raw schema', asText(made.body['$id']))
    expect((await emulator.registry('DELETE', path('classes', made.body['$id']))).body['detail']).toMatch(/Raw schema refers to it/)
    await emulator.registry('DELETE', path('schemas', schema.body['$id']))
    expect((await emulator.registry('DELETE', path('classes', made.body['$id']))).status).toBe(204)
  })
})

describe('identities and the union', () => {
  test('a descriptor needs a field of the schema; a schema has one primary identity', async () => {
    const made = await makeSchema('People', profile, contact)
    const id = asText(made.body['$id'])
    const post = (body: object) => emulator.registry('POST', '/tenant/descriptors', { body })
    expect((await post(identity(id, '/nothing'))).body['detail']).toMatch(/no field \/nothing/)
    expect((await post(identity(id, 'personalEmail/address'))).status).toBe(400)
    const first = await post(identity(id))
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ ...identity(id), '@id': expect.stringMatching(/^[0-9a-f]{40}$/) as unknown })
    expect((await post(identity(id, '/mobilePhone/number'))).body['detail']).toMatch(/primary identity already/)
    const { body } = await emulator.registry('GET', '/tenant/descriptors', { accept: 'application/vnd.adobe.xdm+json' })
    expect(Object.keys(body)).toEqual(['xdm:descriptorIdentity'])
  })

  test('the union needs an identity, is never left, and shows in /tenant/unions', async () => {
    const made = await makeSchema('People', profile, contact)
    const tag = { body: [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }] }
    expect((await emulator.registry('PATCH', path('schemas', made.body['$id']), tag)).body['type']).toMatch(/XDM-1528-400$/)
    await emulator.registry('POST', '/tenant/descriptors', { body: identity(asText(made.body['$id'])) })
    expect((await emulator.registry('PATCH', path('schemas', made.body['$id']), tag)).body['version']).toBe('1.0')
    const { body } = await emulator.registry('GET', '/tenant/unions', { accept: 'application/vnd.adobe.xed-id+json' })
    expect(asArray(body['results'])).toEqual([expect.objectContaining({ $id: `${profile}__union` })])
    const leave = { body: [{ op: 'remove', path: '/meta:immutableTags' }] }
    expect((await emulator.registry('PATCH', path('schemas', made.body['$id']), leave)).status).toBe(400)
  })
})

test('two schemas of one class do not give a field two types in the union', async () => {
  const join = async (type: string, title: string) => {
    const own = { [`_${emulator.tenant}`]: { properties: { points: { type } } } }
    const group = { title: `${title} fields`, 'meta:intendedToExtend': [profile], allOf: [{ properties: own }] }
    const made = await emulator.registry('POST', '/tenant/fieldgroups', { body: group })
    const schema = await makeSchema(title, profile, 'https://ns.adobe.com/xdm/context/identitymap', asText(made.body['$id']))
    const body = [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }]
    return emulator.registry('PATCH', path('schemas', schema.body['$id']), { body })
  }
  expect((await join('integer', 'First')).status).toBe(200)
  expect((await join('integer', 'Second')).status).toBe(200)
  const third = await join('string', 'Third')
  expect(third.body['type']).toMatch(/XDM-1413-400$/)
  expect(third.body['detail']).toContain(`_${emulator.tenant}.points`)
})

describe('lists', () => {
  test('follow a cursor over the sort property until it is null, each resource once', async () => {
    for (const title of ['b', 'a', 'e', 'c', 'd']) await makeSchema(title, profile)
    const seen: unknown[] = []
    let next: unknown = undefined
    do {
      const start = next === undefined ? '' : `&start=${encodeURIComponent(asText(next as string))}`
      const { body } = await emulator.registry('GET', `/tenant/schemas?orderby=title&limit=2${start}`)
      seen.push(...asArray(body['results']).map((one) => asObject(one)['title']))
      next = asObject(body['_page'])['next']
    } while (next !== null)
    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('filter by several conditions, on lists by what they contain', async () => {
    const query = [`meta:intendedToExtend==${event}`, `title==Commerce Details`].map((one) => `property=${encodeURIComponent(one)}`).join('&')
    const { body } = await emulator.registry('GET', `/global/fieldgroups?${query}`)
    expect(asArray(body['results']).map((one) => asObject(one)['$id'])).toEqual([commerce])
  })
})
