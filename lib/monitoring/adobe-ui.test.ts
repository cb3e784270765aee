import { expect, test } from 'vitest'
import { adobeRunUrl, adobeUiUrl } from './adobe-ui'

const place = { kind: 'adobe', sandbox: 'dev', orgId: '9C991D2E@AdobeOrg' }
const start = 'https://experience.adobe.com/#/@9C991D2E@AdobeOrg/sname:dev/platform'

test('dataflows, runs, datasets, schemas and accounts are linked to where Adobe shows them', () => {
  expect(adobeUiUrl(place, 'flow', 'de887077')).toBe(`${start}/source/dataflows/de887077/activity`)
  expect(adobeRunUrl(place, 'de887077', 'f9d2a873')).toBe(`${start}/source/dataflows/de887077/activity/f9d2a873`)
  expect(adobeUiUrl(place, 'dataset', '5c8c3c55')).toBe(`${start}/dataset/browse/5c8c3c55`)
  expect(adobeUiUrl(place, 'schema', 'https://ns.adobe.com/acme/schemas/37c3')).toBe(`${start}/schema/browse/https%3A%2F%2Fns.adobe.com%2Facme%2Fschemas%2F37c3`)
  expect(adobeUiUrl(place, 'base-connection', 'c9c00169')).toBe(`${start}/source/accounts/c9c00169/activity`)
})

test('what has no page that is known for certain is not linked, and nothing of the emulator is', () => {
  expect(adobeUiUrl(place, 'mapping-set', 'x')).toBeUndefined()
  expect(adobeUiUrl(place, 'adhoc-schema', 'x')).toBeUndefined()
  expect(adobeUiUrl({ ...place, kind: 'practice' }, 'flow', 'x')).toBeUndefined()
  expect(adobeRunUrl({ ...place, kind: 'practice' }, 'x', 'y')).toBeUndefined()
})
