import { describe, expect, test } from 'vitest'
import { createFakeAdobe, json } from '@/lib/testing/fake-adobe'
import { createDataset, getDataset, listDatasets } from './catalog'
import { deleteCreated, findCreated } from './created-resources'
import { readRefusedRows } from './data-access'
import { createMappingSet, findMappingSets, previewMapping, validateExpression, validateMapping } from './data-prep'
import { exploreTable, exploreTables, listBaseConnections, testBaseConnection } from './flow-service/connections'
import { getFlow } from './flow-service/flows'
import { listAll } from './flow-service/items'
import { listRuns, runNow } from './flow-service/runs'
import { findFlowSpecForSource, transformationsOf } from './flow-service/specs'
import { connectionItem } from './answers'
import { findByTitle, listIdentities, listRegistry } from './schema-registry'
import { emptyMapping } from '@/lib/mapping/mapping-document'

const payPal = '221c7626-58f6-4eec-8ee2-042b0226f03b'
const query = (adobe: ReturnType<typeof createFakeAdobe>, at: number) => adobe.seen[at]?.url.searchParams

describe('Flow Service', () => {
  test('a look-up by id is unwrapped, whether it came in a list or bare, and an empty list is "not found"', async () => {
    const flow = {
      id: 'f',
      name: 'n',
      etag: '"e"',
      scheduleParams: { startTime: '1612310466', interval: '15', backfill: 'true', frequency: 'minute' },
    }
    for (const body of [{ items: [flow] }, flow]) {
      const found = await getFlow(createFakeAdobe([json(body)]).client, 'f')
      expect(found).toMatchObject({
        ok: true,
        data: { etag: '"e"', scheduleParams: { startTime: 1612310466, interval: 15, backfill: true } },
      })
    }
    expect(await getFlow(createFakeAdobe([json({ items: [] })]).client, 'f')).toMatchObject({
      ok: false,
      error: { status: 404 },
    })
  })

  test('all pages are read, by the token inside the link', async () => {
    const next = '/connections?limit=1&continuationToken=a%3Db%26c'
    const adobe = createFakeAdobe([
      json({ items: [{ id: '1' }], _links: { next: { href: next } } }),
      json({ items: [{ id: '2' }], _links: {} }),
    ])
    const found = await listAll(adobe.client, 'connections', connectionItem)
    expect(found.ok && found.data.map(({ id }) => id)).toEqual(['1', '2'])
    expect(query(adobe, 1)?.get('continuationToken')).toBe('a=b&c')
  })

  test('a link that leads to itself does not read for ever', async () => {
    const adobe = createFakeAdobe([
      json({ items: [{ id: '1' }], _links: { next: { href: '/connections?continuationToken=x' } } }),
    ])
    await listAll(adobe.client, 'connections', connectionItem)
    expect(adobe.seen).toHaveLength(2)
  })

  test('connections of another source are left out even where the filter let them through', async () => {
    const adobe = createFakeAdobe([
      json({
        items: [
          { id: '1', connectionSpec: { id: payPal } },
          { id: '2', connectionSpec: { id: 'other' } },
        ],
      }),
    ])
    const found = await listBaseConnections(adobe.client, payPal)
    expect(found.ok && found.data.map(({ id }) => id)).toEqual(['1'])
  })

  test('a connection that Adobe cannot use is a false, not an error', async () => {
    expect(await testBaseConnection(createFakeAdobe([json({ result: false })]).client, 'c')).toEqual({
      ok: true,
      data: false,
    })
  })

  test('columns keep every field that explore gave, because they go back unchanged', async () => {
    const column = {
      name: 'Create_Time',
      type: 'string',
      'meta:xdmType': 'date-time',
      xdm: { type: 'string', format: 'date-time' },
      extra: 1,
    }
    const adobe = createFakeAdobe([
      json([{ type: 'table', name: 'T', path: 'P.T', canPreview: true }]),
      json({ format: 'flat', schema: { columns: [column] }, data: [{ Create_Time: 'x' }] }),
    ])
    expect(await exploreTables(adobe.client, 'c')).toMatchObject({ ok: true, data: [{ path: 'P.T' }] })
    const table = await exploreTable(adobe.client, 'c', 'P.T', { preview: true })
    expect(table.ok && table.data.schema.columns).toEqual([column])
    expect(adobe.records.at(-1)?.responseBody).toMatchObject({ data: { rowsNotKept: 1 } })
  })

  test('a table without columns is explained as Adobe explains it', async () => {
    const adobe = createFakeAdobe([json({ format: 'flat', schema: { columns: [] } })])
    expect(await exploreTable(adobe.client, 'c', 'T')).toMatchObject({ ok: false, error: { code: '1330-400' } })
  })

  test('the flow specification that accepts the source is found, by name or by search, in every form', async () => {
    const named = {
      id: 'a',
      name: 'CRMToAEP',
      sourceConnectionSpecIds: [payPal],
      transformationSpec: [{ name: 'Copy' }],
    }
    const found = await findFlowSpecForSource(createFakeAdobe([json(named)]).client, {
      connectionSpecId: payPal,
      flowSpecName: 'CRMToAEP',
    })
    expect(found).toMatchObject({ ok: true, data: { id: 'a', version: '1.0' } })
    expect(found.ok && found.data && transformationsOf(found.data)).toMatchObject([{ name: 'Copy' }])
    const renamed = {
      items: [
        { ...named, name: 'Renamed' },
        { id: 'b', name: 'Other', sourceConnectionSpecIds: ['x'] },
      ],
    }
    const searched = await findFlowSpecForSource(createFakeAdobe([json(renamed)]).client, {
      connectionSpecId: payPal,
      flowSpecName: 'CRMToAEP',
    })
    expect(searched).toMatchObject({ ok: true, data: { id: 'a' } })
  })

  test('runs are read whatever their figures and states look like', async () => {
    const run = {
      id: 'r',
      metrics: {
        sizeSummary: { inputBytes: -1 },
        recordSummary: { inputRecordCount: '12' },
        statusSummary: { status: 'NEW_STATE', errors: [{ code: 133 }] },
      },
    }
    const adobe = createFakeAdobe([json({ items: [run], _links: {} })])
    const page = await listRuns(adobe.client, { flowId: 'f', startedSinceMs: 5 })
    expect(page).toMatchObject({
      ok: true,
      data: {
        items: [{ metrics: { recordSummary: { inputRecordCount: 12 }, statusSummary: { errors: [{ code: '133' }] } } }],
      },
    })
    expect(query(adobe, 0)?.getAll('property')).toEqual(['flowId==f', 'metrics.durationSummary.startedAtUTC>=5'])
  })

  test.each([[{ id: 'r', etag: 'e' }], [{ items: [{ id: 'r' }] }], [{ id: 'r', flowId: 'f', metrics: {} }]])(
    'a run made by hand is known in each form of its answer',
    async (body) => {
      const args = { flowId: 'f', startTime: 1, windowStartTime: 1, windowEndTime: 2 }
      expect(await runNow(createFakeAdobe([json(body, 201)]).client, args)).toEqual({ ok: true, data: { id: 'r' } })
    },
  )
})

describe('Schema Registry', () => {
  test('pages follow the value cursor until there is none', async () => {
    const page = (id: string, next: string | null) =>
      json({ results: [{ $id: id, title: id }], _page: { orderby: 'title', next, count: 1 } })
    const adobe = createFakeAdobe([page('a', 'a'), page('b', null)])
    const found = await listRegistry(adobe.client, 'tenant', 'schemas')
    expect(found.ok && found.data.map(({ $id }) => $id)).toEqual(['a', 'b'])
    expect(query(adobe, 1)?.get('start')).toBe('a')
  })

  test('a title is looked for among all before it is called missing', async () => {
    const adobe = createFakeAdobe([
      json({ results: [] }),
      json({ results: [{ $id: 's', title: 'T' }] }),
      json({ $id: 's', title: 'T', description: 'd' }),
    ])
    expect(await findByTitle(adobe.client, 'schemas', 'T')).toMatchObject({ ok: true, data: { description: 'd' } })
  })

  test('a type of descriptor that nobody made is simply absent', async () => {
    expect(await listIdentities(createFakeAdobe([json({})]).client, 's')).toEqual({ ok: true, data: [] })
  })
})

describe('Catalog', () => {
  test.each([['@/dataSets/5e89'], ['@/datasets/5e89']])('a created dataset is known by %s', async (path) => {
    expect(await createDataset(createFakeAdobe([json([path], 201)]).client, { name: 'n', schemaId: 's' })).toEqual({
      ok: true,
      data: { id: '5e89' },
    })
  })

  test('a single dataset is found under its id, with the etag of Catalog’s own header', async () => {
    const adobe = createFakeAdobe([json({ d: { name: 'n' } }, 200, { 'e-tag': '"1"' }), json({})])
    expect(await getDataset(adobe.client, 'd')).toMatchObject({ ok: true, data: { id: 'd', etag: '"1"' } })
    expect(await getDataset(adobe.client, 'd')).toMatchObject({ ok: false, error: { status: 404 } })
  })

  test('pages are offsets that begin at zero and skip nothing', async () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`d${at}`, { name: 'x' }]))
    const adobe = createFakeAdobe([json(many), json({ last: { name: 'x' } })])
    const found = await listDatasets(adobe.client)
    expect(found.ok && found.data).toHaveLength(101)
    expect([0, 1].map((at) => query(adobe, at)?.get('start'))).toEqual(['0', '100'])
  })
})

describe('Data Prep', () => {
  test('a created mapping set answers the version that the flow must name', async () => {
    const answer = await createMappingSet(createFakeAdobe([json({ id: 'm', version: 0 })]).client, {
      name: 'n',
      schemaId: 's',
      document: emptyMapping,
    })
    expect(answer).toMatchObject({ ok: true, data: { id: 'm', version: 0 } })
  })

  test('mapping sets of another name are left out even where the filter let them through', async () => {
    const adobe = createFakeAdobe([
      json({ data: [{ id: '1', name: 'n' }, { id: '2', name: 'nn' }, { id: '3' }], _page: { count: 0 } }),
    ])
    const found = await findMappingSets(adobe.client, 'n')
    expect(found.ok && found.data.map(({ id }) => id)).toEqual(['1'])
  })

  test('questions to Adobe about a mapping are asked again after a fault, since they change nothing', async () => {
    const adobe = createFakeAdobe([
      json({}, 503),
      json({
        validationResponse: [
          { status: 'SUCCESS', errors: null },
          { status: 'FAILED', errors: null },
        ],
      }),
    ])
    const answer = await validateMapping(adobe.client, 's', emptyMapping)
    expect(answer).toMatchObject({ ok: true, data: [[], [{ exception: 'FAILED' }]] })
    expect(
      await previewMapping(createFakeAdobe([json({ data: { _id: '1' }, errors: null })]).client, 's', emptyMapping, []),
    ).toMatchObject({ ok: true, data: [{ data: { _id: '1' } }] })
  })

  test.each([
    [{ validationStatus: 'succeeded', error: 'none' }, null], [{ validationStatus: 'failed', error: 'No function uper' }, 'No function uper'],
    [true, null], [false, ''],
  ])('an expression is judged in either form of the answer: %j', async (body, objection) => {
    const answer = await validateExpression(createFakeAdobe([json(body)]).client, 'uper(a)', { a: 'x' })
    expect(answer).toMatchObject({ ok: true, data: objection })
  })
})

test('refused rows are read line by line, and none where there are no files', async () => {
  const lines = '{"a":1,"_errors":[{"code":1401,"message":"m"}]}\n{"_corrupt_record":"x"}\n'
  const adobe = createFakeAdobe([json({ data: [{ name: 'part-0.json' }] }), new Response(lines)])
  expect(await readRefusedRows(adobe.client, 'b')).toMatchObject({
    ok: true,
    data: [{ a: 1, _errors: [{ code: '1401' }] }, { _corrupt_record: 'x' }],
  })
  expect(await readRefusedRows(createFakeAdobe([json({}, 404)]).client, 'b')).toEqual({ ok: true, data: [] })
})

describe('what was created is found again by its marker', () => {
  const marker = '[tributary:ab12]'

  test('in Flow Service among several of one name', async () => {
    const items = [
      { id: '1', name: 'n', description: 'theirs' },
      { id: '2', name: 'n', description: `ours ${marker}`, etag: '"e"' },
    ]
    const found = await findCreated(createFakeAdobe([json({ items })]).client, { kind: 'flow', name: 'n', marker })
    expect(found).toEqual({ ok: true, data: [{ adobeId: '2', etag: '"e"', detail: {} }] })
  })

  test('in the registry, with the ad-hoc namespace; another’s resource of the same title is not ours', async () => {
    const resource = {
      $id: 'c',
      title: 'T',
      description: `x ${marker}`,
      'meta:altId': '_acme.classes.c',
      'meta:datasetNamespace': '_c',
    }
    const look = { kind: 'adhoc-class' as const, name: 'T', marker }
    expect(await findCreated(createFakeAdobe([json({ results: [resource] })]).client, look)).toEqual({
      ok: true,
      data: [{ adobeId: 'c', detail: { altId: '_acme.classes.c', namespace: '_c' } }],
    })
    const theirs = createFakeAdobe([json({ results: [{ ...resource, description: 'x' }] })])
    expect(await findCreated(theirs.client, look)).toEqual({ ok: true, data: [] })
  })

  test('identity descriptors by schema and path', async () => {
    const descriptor = {
      '@id': 'i',
      '@type': 'xdm:descriptorIdentity',
      'xdm:sourceSchema': 's',
      'xdm:sourceProperty': '/personalEmail/address',
      'xdm:namespace': 'Email',
    }
    const adobe = createFakeAdobe([json({ 'xdm:descriptorIdentity': [descriptor] })])
    const look = {
      kind: 'identity-descriptor' as const,
      schemaId: 's',
      path: 'personalEmail.address',
      namespace: 'Email',
    }
    expect(await findCreated(adobe.client, look)).toMatchObject({ ok: true, data: [{ adobeId: 'i' }] })
    expect(await findCreated(adobe.client, { ...look, path: 'person.name' })).toEqual({ ok: true, data: [] })
  })

  test('a look-up that fails is a failure, never "nothing there"', async () => {
    const adobe = createFakeAdobe([json({}, 500)])
    for (const kind of ['flow', 'dataset', 'mapping-set', 'schema'] as const) {
      expect(await findCreated(adobe.client, { kind, name: 'n', marker })).toMatchObject({ ok: false })
    }
  })

  test('deleting what is gone is done; deleting what is in use is an error', async () => {
    expect(await deleteCreated(createFakeAdobe([new Response(null, { status: 204 })]).client, 'flow', 'f')).toEqual({
      ok: true,
      data: 'deleted',
    })
    expect(await deleteCreated(createFakeAdobe([json({}, 404)]).client, 'schema', 's')).toEqual({
      ok: true,
      data: 'gone',
    })
    expect(
      await deleteCreated(createFakeAdobe([json({ code: '1418-400' }, 400)]).client, 'base-connection', 'b'),
    ).toMatchObject({ ok: false })
  })
})
