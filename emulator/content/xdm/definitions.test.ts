import { describe, expect, test } from 'vitest'
import type { RegistryDefinition } from '../types'
import { compactDefinitions, loadDefinitions } from './definitions'
import { resolveFacts } from './resolve-for-test'

const xdmDir = process.env['XDM_DIR']
const compact = loadDefinitions()

function pathsOf(definitions: RegistryDefinition[], ...ids: string[]) {
  return new Map(ids.flatMap((id) => [...resolveFacts(definitions, `https://ns.adobe.com/xdm/${id}`).paths]))
}

describe('the compact definitions', () => {
  test('are told apart by $id, alternative id and title', () => {
    for (const key of ['$id', 'meta:altId', 'title'] as const) {
      expect(new Set(compact.map((definition) => definition[key])).size).toBe(compact.length)
    }
  })

  test('refer only to definitions that exist', () => {
    for (const { $id } of compact) expect(() => resolveFacts(compact, $id)).not.toThrow()
  })

  test('give every field group classes that exist', () => {
    const classes = new Set(compact.filter((d) => d['meta:resourceType'] === 'classes').map((d) => d.$id))
    const groups = compact.filter((definition) => definition['meta:resourceType'] === 'mixins')
    expect(groups.length).toBeGreaterThan(15)
    for (const group of groups) {
      const intended = group['meta:intendedToExtend']
      expect(Array.isArray(intended)).toBe(true)
      for (const id of intended as string[]) expect(classes).toContain(id)
    }
  })

  test('describe every field that people see in a title', () => {
    const texts = JSON.stringify(compact)
    expect(texts).not.toContain('xdm:xdm:')
    expect(texts).not.toMatch(/"title":""/)
  })

  test('hold the paths that payments are mapped to', () => {
    const event = pathsOf(compact, 'context/experienceevent', 'context/experienceevent-commerce')
    expect(event.get('timestamp')).toEqual({ type: 'string', format: 'date-time' })
    expect(event.get('commerce.order.payments[*].paymentAmount')).toEqual({ type: 'number' })
    expect(event.get('commerce.order.currencyCode')).toEqual({ type: 'string', pattern: '^[A-Z]{3}$' })
    expect(event.get('productListItems[*].quantity')).toEqual({ type: 'integer' })
    expect(event.get('identityMap{*}[*].id')).toEqual({ type: 'string' })
    const product = pathsOf(compact, 'classes/product')
    expect(product.get('productName')).toEqual({ type: 'string' })
    expect(product.get('productListPrice.amount')).toEqual({ type: 'number' })
    expect(product.has('product.name')).toBe(false)
    const person = pathsOf(compact, 'context/profile-person-details', 'context/profile-personal-details')
    expect(person.get('person.name.firstName')).toEqual({ type: 'string' })
    expect(person.get('personalEmail.address')).toEqual({ type: 'string', format: 'email' })
    expect(person.get('billingAddress._repo.createDate')).toEqual({ type: 'string', format: 'date-time' })
  })

  test('require an id and a time of every event', () => {
    const facts = resolveFacts(compact, 'https://ns.adobe.com/xdm/context/experienceevent')
    expect([...(facts.required.get('') ?? [])].sort()).toEqual(['_id', 'timestamp'])
  })

  test('are handed out as copies, so that a registry may add to them', () => {
    const [first] = loadDefinitions()
    if (first !== undefined) first.title = 'changed'
    expect(compactDefinitions[0]?.title).not.toBe('changed')
  })
})

if (xdmDir === undefined) {
  console.log('skipped: compact definitions against the public XDM set (set XDM_DIR to its folder)')
} else {
  const published = loadDefinitions(xdmDir)
  const publishedById = new Map(published.map((definition) => [definition.$id, definition]))

  describe('the public definitions', () => {
    test('refer only to definitions that exist, and none brings a path with a prefix', () => {
      for (const { $id } of published) {
        for (const path of resolveFacts(published, $id).paths.keys()) expect(path).not.toMatch(/(^|\.)(xdm:|@)/)
      }
    })

    test.each(compact.map((definition) => [definition.$id, definition] as const))('agree with %s', (id, own) => {
      const theirs = publishedById.get(id)
      expect(theirs?.['meta:resourceType']).toBe(own['meta:resourceType'])
      expect(theirs?.title).toBe(own.title)
      const ours = resolveFacts(compact, id)
      const facts = resolveFacts(published, id)
      const differing = [...ours.paths].filter(
        ([path, own]) => JSON.stringify(sorted(facts.paths.get(path))) !== JSON.stringify(sorted(own)),
      )
      expect(differing.map(([path, own]) => ({ path, own, theirs: facts.paths.get(path) }))).toEqual([])
      for (const [path, names] of facts.required) {
        if (!ours.paths.has(path)) continue
        const kept = [...names].filter((name) => ours.paths.has(path === '' ? name : `${path}.${name}`))
        expect([...(ours.required.get(path) ?? [])].sort()).toEqual(kept.sort())
      }
      expect(own['meta:intendedToExtend']).toEqual(theirs?.['meta:intendedToExtend'])
    })
  })
}

function sorted(facts: object | undefined): unknown {
  return facts === undefined ? undefined : Object.entries(facts).sort(([a], [b]) => a.localeCompare(b))
}
