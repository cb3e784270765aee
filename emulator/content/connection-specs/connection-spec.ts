import type { JsonObject } from '../types'

/** Every specification is Adobe's own provider's. */
export const providerId = '0ed90a81-07f4-4586-8190-b40eccef1c5a'

/** A connection specification as Flow Service answers it. */
export type ConnectionSpec = JsonObject & { id: string; name: string; version: string }

/** One thing that flows can read, and the flow specification that takes it. */
export type SourceConnectionSpec = { spec: ConnectionSpec; flowSpecName: 'CRMToAEP' | 'RestStorageToAEP' }

export type AuthSpec = { name: string; type: string; spec: JsonObject }

type SourceFacts = {
  id: string
  name: string
  label: string
  category: string
  description: string
  authSpec: AuthSpec[]
  isBeta?: boolean
}

const schemaDialect = 'http://json-schema.org/draft-07/schema#'

/** A JSON Schema for credentials; what is secret says so by its format. */
export function authSchema(properties: Record<string, JsonObject>, required: string[]): JsonObject {
  return { $schema: schemaDialect, type: 'object', additionalProperties: false, properties, required }
}

export const secret = (description: string): JsonObject => ({ type: 'string', format: 'password', minLength: 1, description })

export const plain = (description: string): JsonObject => ({ type: 'string', minLength: 1, description })

/** A source whose account has tables: explored from the root, read by `tableName` and `columns`. */
export function tableSource(facts: SourceFacts): SourceConnectionSpec {
  const column = { type: 'object', required: ['name', 'type'], properties: { name: { type: 'string' }, type: { type: 'string' } } }
  const columns = { type: 'array', items: column, minItems: 1 }
  return {
    flowSpecName: 'CRMToAEP',
    spec: connectionSpec(facts, {
      name: 'CRM',
      spec: sourceParams({ tableName: { type: 'string', minLength: 1 }, columns }, ['tableName', 'columns']),
    }),
  }
}

/** A source whose account has resources behind addresses: explored one by one, read by `resourcePath`. */
export function restSource(facts: SourceFacts): SourceConnectionSpec {
  const made = connectionSpec(facts, {
    name: 'REST',
    spec: sourceParams({ resourcePath: { type: 'string', minLength: 1 } }, ['resourcePath']),
  })
  return { flowSpecName: 'RestStorageToAEP', spec: { ...made, attributes: { ...(made['attributes'] as JsonObject), isDraftModeSupported: true } } }
}

function sourceParams(properties: Record<string, JsonObject>, required: string[]): JsonObject {
  return { $schema: schemaDialect, type: 'object', properties, required }
}

function connectionSpec(facts: SourceFacts, source: { name: string; spec: JsonObject }): ConnectionSpec {
  return {
    id: facts.id,
    name: facts.name,
    providerId,
    version: '1.0',
    authSpec: facts.authSpec,
    sourceSpec: {
      name: source.name,
      type: 'Source',
      spec: source.spec,
      attributes: {
        uiAttributes: {
          isSource: true,
          isBeta: facts.isBeta === true,
          category: { key: facts.category },
          icon: { key: facts.name },
          label: facts.label,
          description: facts.description,
        },
      },
    },
    exploreSpec: exploreSpec(source.name),
    attributes: {
      category: facts.category,
      connectorName: facts.label,
      isSource: true,
      uiAttributes: { apiFeatures: { explorePaginationSupported: false } },
    },
    permissionsInfo: sourcePermissions,
  }
}

/** Shared by every specification: what one must be allowed to see and to change. */
export const sourcePermissions: JsonObject = {
  view: [{ '@type': 'lowLevel', name: 'EnterpriseSource', permissions: ['read'] }],
  manage: [{ '@type': 'lowLevel', name: 'EnterpriseSource', permissions: ['write'] }],
}

function exploreSpec(name: string): JsonObject {
  const objectTypes = name === 'REST' ? ['rest'] : ['root', 'table']
  return {
    name,
    type: name === 'REST' ? 'Rest' : 'Tables',
    requestSpec: {
      $schema: schemaDialect,
      type: 'object',
      properties: { objectType: { type: 'string', enum: objectTypes }, object: { type: 'string' } },
      required: ['objectType'],
    },
  }
}
