/** The type of an XDM field as people name it (schema-registry field constraints: JSON Schema type + format + meta:xdmType). */
export type XdmType =
  | 'string' | 'number' | 'integer' | 'long' | 'short' | 'byte' | 'boolean'
  | 'date' | 'date-time' | 'object' | 'array' | 'map'

/** One node of a resolved schema's field tree. Arrays carry their item's fields as children; their own path ends in `[*]` for children. */
export type XdmField = {
  /** Dotted path from the root, arrays as `payments[*]`, e.g. `commerce.order.payments[*].transactionID`. Unique in its tree. */
  path: string
  /** Last segment without `[*]`. */
  name: string
  type: XdmType
  /** For arrays and maps: the type of an item or value. */
  itemType?: XdmType
  title?: string
  description?: string
  format?: string
  pattern?: string
  enum?: readonly string[]
  minimum?: number
  maximum?: number
  maxLength?: number
  required: boolean
  /** Under the tenant's namespace. */
  tenant: boolean
  deprecated?: boolean
  /** 'primary' or 'identity' where an identity descriptor (or identityMap) names this field. */
  identity?: 'primary' | 'identity'
  children: readonly XdmField[]
}
