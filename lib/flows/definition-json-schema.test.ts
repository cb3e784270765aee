import fs from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDefinition } from '@/lib/testing/arbitrary-definition'
import { definitionJsonSchema, definitionSchemaPath, type SchemaNode } from './definition-json-schema'
import { definitionWords } from './definition-words'
import { readDocument } from './read-document'
import messages from '../i18n/messages/en/documents.json'

const schema = definitionJsonSchema()
const sentences: Record<string, string> = messages.problems
const ajv = new Ajv({ strict: true, allErrors: true, strictTypes: false })
// ajv-formats is CommonJS: its default export hides under `default` in some loaders.
const formats = addFormats as unknown as ((ajv: Ajv) => void) & { default?: (ajv: Ajv) => void }
;(formats.default ?? formats)(ajv)
const validate = ajv.compile(schema)

test('the file that is served says what the app reads by; make it anew with: npx tributary schema > public/schemas/…', () => {
  const served = fs.readFileSync(path.join(import.meta.dirname, '../../public', definitionSchemaPath), 'utf8')
  expect(JSON.parse(served)).toEqual(schema)
})

test('every field has a title and a description, and no word is left without its field', () => {
  const used = new Set<string>()
  const silent: string[] = []
  walk(schema, '', (node, at) => {
    used.add(at)
    if (!('const' in node) && definitionWords[at] === undefined) silent.push(at)
  })
  expect(silent).toEqual([])
  expect(Object.keys(definitionWords).filter((at) => !used.has(at))).toEqual([])
})

describe('the JSON Schema and the app agree', () => {
  test('on every definition that the wizard completes', () => {
    fc.assert(
      fc.property(arbitraryDefinition, (definition) => {
        expect(validate(definition), ajv.errorsText(validate.errors)).toBe(true)
      }),
    )
  })

  test('on definitions that somebody has damaged in one place', () => {
    const damages = fc.constantFrom<unknown>(undefined, null, '', 0, -1, 1.5, [], {}, 'x', ' ', true, 201, 'existing', ['a', 'a'])
    let refused = 0
    fc.assert(
      fc.property(arbitraryDefinition, fc.nat(), damages, (definition, seed, damage) => {
        const damaged = structuredClone(definition) as unknown
        const places = placesOf(damaged)
        const place = places[seed % places.length]
        if (!place) throw new Error('a definition has places')
        if (damage === undefined) delete place.home[place.key]
        else place.home[place.key] = damage
        // Secrets and the wizard's rules between answers are no matter of form; no damage here makes a secret.
        const read = readDocument(JSON.stringify(damaged))
        if (!read.ok) refused++
        const unspoken = read.ok ? [] : read.error.filter(({ code }) => sentences[code] === undefined)
        expect(unspoken).toEqual([])
        expect(validate(JSON.parse(JSON.stringify(damaged))), `${JSON.stringify(read)} ${ajv.errorsText(validate.errors)}`).toBe(read.ok)
      }),
      { numRuns: 500 },
    )
    expect(refused).toBeGreaterThan(100)
  })
})

function walk(node: SchemaNode, at: string, visit: (node: SchemaNode, at: string) => void) {
  visit(node, at)
  for (const [name, inner] of Object.entries(node.properties ?? {})) walk(inner, at ? `${at}.${name}` : name, visit)
  if (node.items) walk(node.items, `${at}[]`, visit)
  for (const branch of [...(node.oneOf ?? []), ...(node.anyOf ?? [])]) walk(branch, at, visit)
}

type Place = { home: Record<string, unknown>; key: string }

/** Every place of a document in which a value could be another one. */
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return []
  const home = value as Record<string, unknown>
  return Object.keys(home).filter((key) => !(Array.isArray(value) && key === 'length')).flatMap((key) => [{ home, key }, ...placesOf(home[key])])
}
