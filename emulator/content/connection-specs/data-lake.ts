import { providerId, sourcePermissions, type ConnectionSpec } from './connection-spec'

/** The data lake: what every flow into Experience Platform writes to. */
export const dataLakeSpec: ConnectionSpec = {
  id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c',
  name: 'Data Lake',
  providerId,
  version: '1.0',
  targetSpec: {
    name: 'Dataset',
    type: 'Target',
    spec: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      type: 'object',
      properties: { dataSetId: { type: 'string', minLength: 1 } },
      required: ['dataSetId'],
    },
    attributes: { uiAttributes: { isDestination: false, label: 'Data Lake' } },
  },
  attributes: { connectorName: 'Data Lake', isSource: false, isDraftModeSupported: true },
  permissionsInfo: sourcePermissions,
}
