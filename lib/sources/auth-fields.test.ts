import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { authFieldsOf, authFormSchema, authParams } from './auth-fields'

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
  },
  required: ['clientId', 'clientSecret'],
}

describe('the form of an authentication specification', () => {
  const fields = authFieldsOf(spec, { host: { default: 'api.sandbox.paypal.com', example: 'api.paypal.com' } })

  test('knows secrets by their format, leaves hidden fields out and takes our hints', () => {
    expect(fields.map(({ name, kind, isRequired }) => [name, kind, isRequired])).toEqual([
      ['host', 'text', false], ['clientId', 'text', true], ['clientSecret', 'secret', true], ['port', 'number', false], ['mode', 'choice', false],
    ])
    expect(fields[0]).toMatchObject({ default: 'api.sandbox.paypal.com', example: 'api.paypal.com', description: 'Where the account answers' })
    expect(fields[4]?.options).toEqual(['live', 'sandbox'])
  })

  test('asks for what is required and for numbers where numbers are wanted', () => {
    const result = authFormSchema(fields).safeParse({
      name: ' ', params: { host: '', clientId: '', clientSecret: 's', port: 'many', mode: '' },
    })
    expect(result.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['name', 'connection-name-missing'], ['params.clientId', 'field-missing'], ['params.port', 'not-a-number'],
    ])
  })

  test('sends numbers as numbers, nothing for what was left empty, and secrets unchanged', () => {
    expect(authParams(fields, { host: '', clientId: 'id', clientSecret: ' s ', port: '443', mode: 'live' })).toEqual({
      clientId: 'id', clientSecret: ' s ', port: 443, mode: 'live',
    })
  })

  test('anything that is no specification gives an empty form', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      expect(Array.isArray(authFieldsOf(value))).toBe(true)
    }))
  })
})
