import Ajv from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authFieldsOf, authFormSchema, authParams, emptyAuthValues, type AuthField, type AuthValues } from './auth-fields'

const spec = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    host: { type: 'string', description: 'Where the account answers' },
    clientId: { type: 'string' },
    clientSecret: { type: 'string', format: 'password' },
    port: { type: 'integer' },
    mode: { type: 'string', enum: ['live', 'sandbox'] },
    expirationDate: { type: 'string', 'ui:hidden': true },
    oauth: { type: 'object', properties: { 'token.url': { type: 'string' } }, required: ['token.url'] },
    requestParameterOverride: { type: 'object' },
  },
  required: ['clientId', 'clientSecret', 'region'],
}

describe('the form of an authentication specification', () => {
  const fields = authFieldsOf(spec, { host: { default: 'api.sandbox.paypal.com', example: 'api.paypal.com' } })
  const byName = (values: Record<string, string | boolean>): AuthValues =>
    ({ ...emptyAuthValues(fields), ...Object.fromEntries(fields.filter(({ name }) => name in values).map(({ id, name }) => [id, values[name] ?? ''])) })

  test('knows secrets by their format, leaves hidden fields out, opens objects and takes our hints', () => {
    expect(fields.map(({ path, kind, isRequired }) => [path.join('/'), kind, isRequired])).toEqual([
      ['host', 'text', false], ['clientId', 'text', true], ['clientSecret', 'secret', true], ['port', 'number', false], ['mode', 'choice', false],
      ['oauth/token.url', 'text', false], ['requestParameterOverride', 'json', false], ['region', 'text', true],
    ])
    expect(fields[0]).toMatchObject({ default: 'api.sandbox.paypal.com', example: 'api.paypal.com', description: 'Where the account answers' })
    expect(fields[4]?.options).toEqual(['live', 'sandbox'])
  })

  test('asks for what is required, for numbers where numbers are wanted and for JSON where only that will do', () => {
    const params = byName({ host: '', clientId: '', clientSecret: 's', port: 'many', requestParameterOverride: '[', region: 'eu' })
    const result = authFormSchema(fields).safeParse({ name: ' ', params })
    expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['name', 'connection-name-missing'], ['params.f1', 'field-missing'], ['params.f3', 'not-a-number'], ['params.f6', 'not-json'],
    ])
  })

  test('sends numbers as numbers, objects where they belong, nothing for what was left empty, and secrets unchanged', () => {
    const values = byName({ host: '', clientId: 'id', clientSecret: ' s ', port: '443', mode: 'live', 'token.url': 'u', requestParameterOverride: '{"a":1}' })
    expect(authParams(fields, values)).toEqual({
      clientId: 'id', clientSecret: ' s ', port: 443, mode: 'live', oauth: { 'token.url': 'u' }, requestParameterOverride: { a: 1 },
    })
  })

  test('takes a choice as the specification spells it, even one of blanks alone', () => {
    const [field] = authFieldsOf({ properties: { mode: { type: 'string', enum: [' ', 'live '] } }, required: ['mode'] })
    if (!field) throw new Error('no field')
    for (const mode of [' ', 'live ']) {
      expect(authFormSchema([field]).safeParse({ name: 'n', params: { [field.id]: mode } }).data?.params).toEqual({ [field.id]: mode })
    }
  })

  test('anything that is no specification gives an empty form', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(Array.isArray(authFieldsOf(value))).toBe(true)
    }))
  })
})

const names = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('a.b', 'x[0]', '__proto__', 'constructor', '金额', 'client secret'))
const described = fc.record({ title: fc.string(), description: fc.string() }, { requiredKeys: [] })
const leaf = fc.oneof(
  fc.constantFrom({ type: 'string' }, { type: 'string', format: 'password' }, { type: ['string', 'null'] }, { type: 'number' }, { type: 'integer' }, { type: 'boolean' }, { type: 'object' }, {}),
  fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 4 }).map((options) => ({ type: 'string', enum: options })),
)
const objectOf = (inner: fc.Arbitrary<object>) =>
  fc.dictionary(names, fc.tuple(inner, described).map(([schema, words]) => ({ ...schema, ...words })), { maxKeys: 5 }).chain((properties) =>
    fc.subarray(Object.keys(properties)).map((required) => ({ type: 'object', properties, required })),
  )
const anySpec = objectOf(fc.oneof(leaf, objectOf(fc.oneof(leaf, objectOf(leaf)))))

/** What a person would type into a field. */
function typed({ kind, options }: AuthField): string | boolean {
  const samples: Record<AuthField['kind'], string | boolean> = {
    text: 'x', secret: 's', number: '7', boolean: true, choice: options?.[0] ?? '', json: '{}',
  }
  return samples[kind]
}

describe('any JSON Schema in an authentication specification', () => {
  test('gives a form that can be filled in, and what it sends satisfies the schema', () => {
    const ajv = new Ajv({ strict: false, formats: { password: true } })
    fc.assert(fc.property(anySpec, (schema) => {
      const fields = authFieldsOf(schema)
      expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
      expect(fields.map(({ id }) => id).every((id) => /^f\d+$/.test(id))).toBe(true)
      const params = Object.fromEntries(fields.map((field) => [field.id, typed(field)]))
      expect(authFormSchema(fields).safeParse({ name: 'n', params }).error).toBeUndefined()
      const validate = ajv.compile(schema)
      validate(authParams(fields, params))
      expect(validate.errors).toBeNull()
    }), { numRuns: 7000, seed: Number(process.env.FCSEED) })
  })

  test('never takes an unfilled form whose schema asks for something typed', () => {
    fc.assert(fc.property(anySpec, (schema) => {
      const fields = authFieldsOf(schema)
      const asks = fields.some(({ isRequired, kind }) => isRequired && kind !== 'boolean')
      expect(authFormSchema(fields).safeParse({ name: 'n', params: emptyAuthValues(fields) }).success).toBe(!asks)
    }))
  })
})
