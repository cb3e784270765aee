import type { AdobeCall } from '../types'
import { schemaRegistry } from './paths'

/** Types a field of one's own may have here; the registry knows more. */
export const ownFieldTypes = ['string', 'number', 'integer', 'boolean', 'date', 'date-time'] as const
export type OwnFieldType = (typeof ownFieldTypes)[number]

export type OwnField = { name: string; type: OwnFieldType; title?: string | undefined; isRequired?: boolean | undefined }

type FieldGroup = {
  title: string
  description: string
  /** The class it extends. */
  classId: string
  /** The organisation's own, with its underscore: custom fields live under it (XDM-1020 to 1024 otherwise). */
  namespace: string
  fields: readonly OwnField[]
}

/** Makes a field group with fields of one's own (Schema Registry `POST /tenant/fieldgroups`). */
export function fieldGroupRequest({ title, description, classId, namespace, fields }: FieldGroup): AdobeCall {
  const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name)
  const own = {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    ...(required.length > 0 && { required }),
  }
  return {
    method: 'POST',
    path: `${schemaRegistry}/tenant/fieldgroups`,
    body: {
      title,
      description,
      type: 'object',
      'meta:intendedToExtend': [classId],
      definitions: { own: { properties: { [namespace]: own } } },
      allOf: [{ $ref: '#/definitions/own' }],
    },
    label: 'field-group',
  }
}

function fieldSchema({ type, title }: OwnField): Record<string, unknown> {
  const isDate = type === 'date' || type === 'date-time'
  return { ...(title && { title }), type: isDate ? 'string' : type, ...(isDate && { format: type }), ...(type === 'integer' && longRange) }
}

/** Without a range the registry takes a whole number for 32 bits, which amounts in minor units and epoch times outgrow. */
const longRange = { minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991 }
