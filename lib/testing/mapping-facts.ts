import type { SourceField, SourceType } from '@/lib/mapping/mapping-document'
import type { XdmField } from '@/lib/xdm/field'
import { buildSchemaTree } from '@/lib/xdm/schema-tree'

/** A small ExperienceEvent with payments, enough to map transactions onto. */
export const paymentTargets: XdmField[] = buildSchemaTree({
  type: 'object',
  'meta:tenantNamespace': '_acme',
  required: ['_id', 'timestamp'],
  properties: {
    _id: { type: 'string' },
    timestamp: { type: 'string', format: 'date-time' },
    _acme: { type: 'object', properties: { isTest: { type: 'boolean' }, tries: { type: 'integer', minimum: 0, maximum: 100 } } },
    identityMap: {
      type: 'object', 'meta:xdmType': 'map',
      additionalProperties: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } },
    },
    personalEmail: { type: 'object', properties: { address: { type: 'string', format: 'email' } } },
    tags: { type: 'array', items: { type: 'string', maxLength: 5 } },
    commerce: {
      type: 'object',
      properties: {
        order: {
          type: 'object',
          properties: {
            purchaseID: { type: 'string' },
            priceTotal: { type: 'number' },
            currencyCode: { type: 'string', pattern: '^[A-Z]{3}$' },
            orderType: { type: 'string', enum: ['checkout', 'instant_purchase'] },
            createdDate: { type: 'string', format: 'date-time' },
            payments: {
              type: 'array',
              items: {
                type: 'object', required: ['transactionID'],
                properties: { transactionID: { type: 'string' }, paymentAmount: { type: 'number' } },
              },
            },
          },
        },
      },
    },
  },
}, { identities: [{ path: 'personalEmail.address', primary: true }] })

/** A source field for tests. */
export const sourceField = (
  path: string, type: SourceType, samples?: readonly string[], children: readonly SourceField[] = [],
): SourceField => ({ path, name: path.split('.').at(-1) ?? path, type, ...(samples ? { samples } : {}), children })

/** Columns of a payments table, and one nested list. */
export const paymentSources: SourceField[] = [
  sourceField('Transaction_Id', 'string', ['5TY05013RG002845M']),
  sourceField('Amount', 'string', ['12.50', '-3']),
  sourceField('Currency', 'string', ['EUR', 'usd']),
  sourceField('Initiated', 'date-time', ['2026-11-01T10:00:00Z']),
  sourceField('Fee', 'number'),
  sourceField('Payer', 'object', undefined, [sourceField('Payer.Email', 'string')]),
  sourceField('items', 'array', undefined, [sourceField('items[*].id', 'string'), sourceField('items[*].amount', 'number')]),
]
