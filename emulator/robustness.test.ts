import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import type { Json } from './content/types'
import { openTestEmulator, type TestEmulator } from './testing/test-emulator'

let emulator: TestEmulator
beforeAll(async () => {
  emulator = await openTestEmulator()
})
afterAll(() => emulator.close())

const foundation = '/data/foundation'
const registry = `${foundation}/schemaregistry/tenant`
const writes = [
  ['POST', `${registry}/classes`],
  ['POST', `${registry}/fieldgroups`],
  ['POST', `${registry}/datatypes`],
  ['POST', `${registry}/schemas`],
  ['POST', `${registry}/descriptors`],
  ['POST', `${foundation}/catalog/dataSets`],
  ['POST', `${foundation}/conversion/mappingSets`],
  ['POST', `${foundation}/conversion/mappingSets/validate`],
  ['POST', `${foundation}/conversion/mappingSets/preview`],
  ['POST', `${foundation}/conversion/languages/el/validate`],
  ['POST', `${foundation}/flowservice/connections`],
  ['POST', `${foundation}/flowservice/sourceConnections`],
  ['POST', `${foundation}/flowservice/targetConnections`],
  ['POST', `${foundation}/flowservice/flows`],
  ['POST', `${foundation}/flowservice/runs`],
  ['POST', '/_emulator/clock'],
  ['POST', '/_emulator/switches'],
] as const

/** Names that the services look for, so that random bodies come past the first check. */
const names = [
  'title', 'type', 'allOf', '$ref', 'properties', 'definitions', '_adhoc', 'items', 'required', 'name', 'schemaRef', 'id', 'contentType',
  'mappings', 'source', 'destination', 'sourceType', 'outputSchema', 'mappingSet', 'data', 'expression', 'sampleData', 'connectionSpec', 'auth',
  'params', 'specName', 'flowSpec', 'sourceConnectionIds', 'targetConnectionIds', 'transformations', 'scheduleParams', 'meta:immutableTags',
  '@type', 'xdm:sourceSchema', 'xdm:sourceProperty', 'advanceSeconds', '__proto__', 'constructor',
]
const values = [
  'object', 'string', 'array', 'https://ns.adobe.com/xdm/context/profile', 'https://ns.adobe.com/xdm/data/adhoc', '#/definitions/a', 'union',
  'xdm:descriptorIdentity', '221c7626-58f6-4eec-8ee2-042b0226f03b', 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', 'concat(a', '', '\u0000', '/a/b',
]
const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5, depthSize: 'small' },
    fc.constantFrom<Json>(null, true, 0, -1, 1e300, ...values),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('json'), { maxKeys: 6 }),
  ),
}))

test.each(writes)('%s %s answers any body with a success or a refusal, never with a failure of its own', async (method, path) => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await fc.assert(
    fc.asyncProperty(json, async (body) => {
      const answer = await emulator.call(method, path, { body: JSON.stringify(body) })
      expect(answer.status, answer.text).toBeLessThan(500)
    }),
    { numRuns: 40 },
  )
  expect(complaints).not.toHaveBeenCalled()
})

const queries = fc.dictionary(
  fc.constantFrom('property', 'orderby', 'orderBy', 'limit', 'start', 'name', 'tags', 'properties', 'count', 'continuationToken', 'version', 'path'),
  fc.oneof(fc.string(), fc.constantFrom('a==b', 'a~[', '-', 'desc:', '!x', 'a[].b==c', '0', '999', '%')),
)
const reads = [
  `${registry}/schemas`,
  `${registry}/descriptors`,
  `${registry}/schemas/${encodeURIComponent('%')}`,
  `${foundation}/catalog/dataSets`,
  `${foundation}/catalog/batches`,
  `${foundation}/conversion/mappingSets`,
  `${foundation}/flowservice/flows`,
  `${foundation}/flowservice/runs`,
  `${foundation}/flowservice/connectionSpecs`,
  `${foundation}/export/batches/none/meta`,
  '/_emulator/resources',
]

test.each(reads)('GET %s answers any query with a success or a refusal', async (path) => {
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const accept = path.endsWith('descriptors') ? 'application/vnd.adobe.xdm+json' : 'application/vnd.adobe.xed+json'
      const answer = await emulator.call('GET', `${path}?${new URLSearchParams(query).toString()}`, { accept })
      expect(answer.status, answer.text).toBeLessThan(500)
    }),
    { numRuns: 40 },
  )
})
