/** Base paths of Adobe's services under the platform's origin. */
export const flowService = '/data/foundation/flowservice'
export const schemaRegistry = '/data/foundation/schemaregistry'
export const catalog = '/data/foundation/catalog'
export const dataPrep = '/data/foundation/conversion'
export const sandboxManagement = '/data/foundation/sandbox-management'
export const accessControl = '/data/foundation/access-control'
export const dataAccess = '/data/foundation/export'

/**
 * The connection specification of the data lake: the only one a target connection may carry (Flow Service 1307-400).
 */
export const dataLakeSpec = { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' } as const

/** An id as one segment of a path: registry ids are addresses and must be encoded whole. */
export const segment = (id: string): string => encodeURIComponent(id)
