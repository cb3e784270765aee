import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { createAnswerChecker } from '../testing/openapi-answers'
import { sourceSpecs } from '../content/connection-specs/connection-specs'
import type { Json, JsonObject } from '../content/types'
import { asArray, asObject, asText, asTexts } from '../json'
import { dataLakeSpecId, idOf, payPalSpecId, startForTest, tableFlowSpecId, type CallOptions, type TestEmulator } from './call-for-test'
import { connectionBody, makeFlow, passTime, targetBody } from './fixture-for-test'
import { findSampleSource } from './source-tables'

/** Where the file and Adobe's own pages disagree, or the file contradicts itself: what it would say, and why not. */
const exceptions: Record<string, string> = {
  'body/items/*/transformationSpecs: must be object': 'the file has one object, every tutorial and sample a list',
  'body/items/*/sourceSpec/attributes/uiAttributes/category: must be string': 'the file’s own example has {key}',
  'body/items/*/sourceSpec/attributes/uiAttributes/icon: must be string': 'the file’s own example has {key}',
  'body/items/*/scheduleParams/interval: must be string': 'echoed as sent: whole numbers by the flow specification’s schema',
  'body/items/*/transformations/*/params/mappingVersion: must be string': 'echoed as sent: the newest tutorials send a number',
  'body: must be array': 'explore of a table answers an object (tutorial pages); the file describes the root alone',
}

const directory = process.env['ADOBE_SPECS_DIR']
if (directory === undefined) console.info('Contract tests of the emulator’s Flow Service skipped: ADOBE_SPECS_DIR is not set.')

describe.runIf(directory !== undefined)('answers are valid under Adobe’s OpenAPI file', () => {
  const check = directory === undefined ? () => [] : createAnswerChecker(directory)
  const seen = new Set<string>()
  let emulator: TestEmulator
  let ids: { connectionId: string; sourceId: string; targetId: string; flowId: string; runId: string }

  beforeAll(async () => {
    emulator = startForTest()
    const made = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', {
      deltaColumn: 'updatedAt', options: { errorDiagnosticsEnabled: true, partialIngestionPercent: 10 },
    })
    await passTime(emulator, 7_200)
    const runs = await emulator.call('GET', `/runs?property=flowId==${made.flowId}`)
    ids = { ...made, runId: asText(asObject((runs.body['items'] as never[])[0])['id']) }
  })
  afterAll(() => emulator.close())

  async function observe(method: string, path: string, more: CallOptions = {}): Promise<{ status: number; faults: string[] }> {
    const answer = await emulator.call(method, path, more)
    const body = 'list' in answer.body ? answer.body['list'] : answer.body
    const faults = check({ method, path: `/data/foundation/flowservice${path}`, status: answer.status, body })
    for (const fault of faults) seen.add(fault)
    return { status: answer.status, faults: [...new Set(faults)].filter((fault) => !(fault in exceptions)) }
  }

  test.each([
    '/connectionSpecs', `/connectionSpecs/${payPalSpecId}`, `/connectionSpecs/${dataLakeSpecId}`, '/flowSpecs', `/flowSpecs/${tableFlowSpecId}`,
    '/flowSpecs?property=name=="CRMToAEP"', '/connections', '/sourceConnections', '/targetConnections', '/flows', '/runs',
    '/runs?limit=1', '/flows?count=true',
  ])('GET %s', async (path) => {
    expect(await observe('GET', path)).toEqual({ status: 200, faults: [] })
  })

  test('what is asked of single resources', async () => {
    const { connectionId, sourceId, targetId, flowId, runId } = ids
    const paths = [
      `/connections/${connectionId}`, `/connections/${connectionId}/test`, `/connections/${connectionId}/explore?objectType=root`,
      `/connections/${connectionId}/explore?objectType=table&object=PayPal.Transactions&preview=true`,
      `/sourceConnections/${sourceId}`, `/targetConnections/${targetId}`, `/flows/${flowId}`, `/runs/${runId}`,
    ]
    for (const path of paths) expect([path, await observe('GET', path)]).toEqual([path, { status: 200, faults: [] }])
  })

  test('what is made, changed, switched and deleted', async () => {
    const { connectionId, flowId } = ids
    expect(await observe('POST', '/connections', { body: connectionBody() })).toEqual({ status: 201, faults: [] })
    expect(await observe('POST', '/targetConnections', { body: targetBody('products') })).toEqual({ status: 201, faults: [] })
    const rename = async (path: string) => {
      const { headers } = await emulator.call('GET', path)
      return observe('PATCH', path, { body: [{ op: 'replace', path: '/name', value: 'New name' }], ifMatch: headers.get('etag') ?? '' })
    }
    expect(await rename(`/connections/${connectionId}`)).toEqual({ status: 200, faults: [] })
    expect(await rename(`/flows/${flowId}`)).toEqual({ status: 200, faults: [] })
    for (const path of [`/sourceConnections/${ids.sourceId}`, `/targetConnections/${ids.targetId}`]) {
      expect(await rename(path)).toEqual({ status: 200, faults: [] })
    }
    expect(await observe('POST', `/flows/${flowId}/action?op=disable`)).toEqual({ status: 200, faults: [] })
    expect(await observe('POST', '/flows/search', { body: { limit: 5 } })).toEqual({ status: 200, faults: [] })
    const once = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', {
      scheduleParams: { startTime: emulator.world.clock.now() / 1000 + 60, frequency: 'once' },
    })
    const seconds = Math.floor(emulator.world.clock.now() / 1000)
    const params = { startTime: seconds, windowStartTime: seconds - 86_400, windowEndTime: seconds, deltaColumn: { name: 'updatedAt' } }
    expect(await observe('POST', '/runs', { body: { flowId: once.flowId, params } })).toEqual({ status: 201, faults: [] })
    expect(await observe('DELETE', `/flows/${flowId}`)).toEqual({ status: 204, faults: [] })
    const spare = idOf(await emulator.call('POST', '/connections', { body: connectionBody() }))
    expect(await observe('DELETE', `/connections/${spare}`)).toEqual({ status: 204, faults: [] })
  })

  test.each(sourceSpecs.map(({ spec }) => [spec.name, spec] as const))('everything that is asked on the way from %s', async (_name, spec) => {
    const authSpec = asObject(asArray(spec['authSpec'])[0] ?? {})
    const required = asTexts(asObject(authSpec['spec'])['required'])
    const auth = { specName: authSpec['name'] ?? '', params: Object.fromEntries(required.map((name) => [name, 'x'])) }
    const connectionSpec = { id: spec.id, version: spec.version }
    const made = await emulator.call('POST', '/connections', { body: { name: spec.name, auth, connectionSpec } })
    const path = `/connections/${idOf(made)}`
    expect(check({ method: 'POST', path: '/data/foundation/flowservice/connections', status: made.status, body: made.body })).toEqual([])
    for (const query of ['', '/test']) expect(await observe('GET', path + query)).toEqual({ status: 200, faults: [] })
    const source = findSampleSource(emulator.world, spec.id)
    const sourceConnections: JsonObject[] = [
      ...(source?.tables ?? []).map((table) => ({ data: { format: 'tabular' }, params: { tableName: table.path, columns: table.columns as Json } })),
      ...(source?.resources ?? []).map((resource) => ({ data: { format: 'json' }, params: { resourcePath: resource.path } })),
    ]
    for (const reading of sourceConnections) {
      const object = asText(asObject(reading['params'])['tableName'])
      const sourceParams = Buffer.from(JSON.stringify(reading['params'])).toString('base64')
      const query = new URLSearchParams({
        preview: 'true',
        ...(object === '' ? { objectType: 'rest', object: 'json', fileType: 'json', sourceParams } : { objectType: 'table', object }),
      })
      expect(await observe('GET', `${path}/explore?${query.toString()}`)).toEqual({ status: 200, faults: [] })
      const body = { name: `From ${spec.name}`, baseConnectionId: idOf(made), connectionSpec, ...reading }
      expect(await observe('POST', '/sourceConnections', { body })).toEqual({ status: 201, faults: [] })
    }
    expect(await observe('GET', '/sourceConnections?limit=100')).toEqual({ status: 200, faults: [] })
  })

  test('no exception is named in vain', () => {
    expect([...seen].filter((fault) => fault in exceptions).sort()).toEqual(Object.keys(exceptions).sort())
  })

  test('a wrong answer is noticed', () => {
    const path = '/data/foundation/flowservice/flows'
    expect(check({ method: 'GET', path, status: 200, body: { items: [{ id: 7 }] } })).toEqual(['body/items/*/id: must be string'])
    expect(check({ method: 'GET', path, status: 418, body: {} })).toEqual(['status: 418 is not described'])
  })
})
