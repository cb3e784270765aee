import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { connectionSpecs } from '@/emulator/content/connection-specs/connection-specs'
import { connectionSpecItem } from '@/lib/adobe/answers-specs'
import english from '@/lib/i18n/messages/en/setup.json'
import chinese from '@/lib/i18n/messages/zh-CN/setup.json'
import { catalogue } from './catalogue'
import { offeredSources, specIdOf } from './offered-sources'

const item = (spec: unknown) => connectionSpecItem.parse(spec)
const offered = offeredSources(connectionSpecs.map(item))

const unknown = {
  id: '0b1f1c2a-8a35-4f0e-9c55-2f6d3a1e7b90',
  name: 'klarna',
  authSpec: [{ name: 'Key', spec: { type: 'object', properties: { apiKey: { type: 'string', format: 'password' } }, required: ['apiKey'] } }],
  sourceSpec: { spec: { type: 'object', properties: { resourcePath: { type: 'string' } } }, attributes: { uiAttributes: { isSource: true, isBeta: true, label: 'Klarna', category: { key: 'payments' } } } },
}

describe('the emulator offers', () => {
  test('every source of the catalogue, with a form for each way to sign in', () => {
    expect(offered.map(({ key, isOffered }) => [key, isOffered])).toEqual(catalogue.map(({ key }) => [key, true]))
    for (const { auths, key } of offered) {
      expect(auths.length).toBeGreaterThan(0)
      expect(auths[0]?.name).toBe(catalogue.find((source) => source.key === key)?.authSpecName)
      expect(auths.every(({ fields }) => fields.some(({ kind }) => kind === 'secret'))).toBe(true)
    }
  })

  test('what our hints name: no default or example is for a field that does not exist', () => {
    for (const source of catalogue) {
      const names = offered.find(({ key }) => key === source.key)?.auths.flatMap(({ fields }) => fields.map(({ name }) => name))
      expect(Object.keys(source.authFields).filter((name) => !names?.includes(name))).toEqual([])
    }
  })
})

test.each([['English', english], ['Chinese', chinese]] as const)('beside every field of every way to sign in stands where to find its value, in %s', (_language, { source }) => {
  const { hints, auth } = source as unknown as { hints: Record<string, Record<string, string>>; auth: Record<string, { hint?: string }> }
  const bare = offered.flatMap(({ key, auths }) =>
    auths.flatMap(({ fields }) => fields.filter(({ name }) => !hints[key]?.[name] && !auth[name]?.hint).map(({ name }) => `${key}: ${name}`)),
  )
  expect(bare).toEqual([])
})

describe('a specification this build has never seen', () => {
  test('is offered when Adobe counts it among payments, with its form, its kind and its own words', () => {
    const found = offeredSources([item(unknown)]).find(({ isKnown }) => !isKnown)
    expect(found).toMatchObject({ key: `spec-${unknown.id}`, name: 'Klarna', kind: 'rest', status: 'beta', isOffered: true })
    expect(found?.auths[0]?.fields).toMatchObject([{ name: 'apiKey', kind: 'secret', isRequired: true }])
    expect(specIdOf(found?.key ?? '')).toBe(unknown.id)
  })

  test.each([
    ['a destination', { ...unknown, attributes: { isSource: false, category: 'payments' }, sourceSpec: null }],
    ['another category', { ...unknown, sourceSpec: { attributes: { uiAttributes: { isSource: true, category: { key: 'crm' } } } } }],
  ])('%s is not', (_name, spec) => {
    expect(offeredSources([item(spec)]).every(({ isKnown }) => isKnown)).toBe(true)
  })

  test('whatever Adobe answers, nothing is thrown and every source can be told apart', () => {
    const spec = fc.record({ id: fc.string({ minLength: 1 }), name: fc.string(), attributes: fc.dictionary(fc.constantFrom('category', 'uiAttributes', 'connectorName'), fc.jsonValue()), exploreSpec: fc.jsonValue() })
    fc.assert(fc.property(fc.uniqueArray(spec, { selector: ({ id }) => id }), (specs) => {
      const keys = offeredSources(specs.map(item)).map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
    }))
  })
})

test('a workspace without the specifications offers none of the catalogue', () => {
  expect(offeredSources([]).every(({ isOffered }) => !isOffered)).toBe(true)
})
