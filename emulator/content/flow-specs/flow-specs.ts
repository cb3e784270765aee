import { providerId, sourcePermissions, type SourceConnectionSpec } from '../connection-specs/connection-spec'
import { sourceSpecs } from '../connection-specs/connection-specs'
import { dataLakeSpec } from '../connection-specs/data-lake'
import type { JsonObject } from '../types'
import { scheduleSpec } from './schedule-spec'

/** A flow specification as Flow Service answers it. */
export type FlowSpec = JsonObject & {
  id: string
  name: SourceConnectionSpec['flowSpecName']
  version: string
  sourceConnectionSpecIds: string[]
  targetConnectionSpecIds: string[]
  transformationSpecs: { name: string; spec: JsonObject }[]
}

const dialect = 'http://json-schema.org/draft-07/schema#'

const mappingSpec = {
  name: 'Mapping',
  spec: {
    $schema: dialect,
    type: 'object',
    properties: { mappingId: { type: 'string' }, mappingVersion: { type: 'string' } },
    required: ['mappingId'],
  },
}

const deltaColumn: JsonObject = {
  type: 'object',
  properties: { name: { type: 'string' }, dateFormat: { type: 'string' }, timezone: { type: 'string' } },
  required: ['name'],
}

const copySpec = {
  name: 'Copy',
  spec: { $schema: dialect, type: 'object', properties: { deltaColumn }, required: ['deltaColumn'] },
}

const optionSpec: JsonObject = {
  name: 'OptionSpec',
  spec: {
    $schema: dialect,
    type: 'object',
    properties: {
      errorDiagnosticsEnabled: { title: 'Error diagnostics.', type: 'boolean', default: false },
      partialIngestionPercent: { title: 'Partial ingestion threshold.', type: 'number', exclusiveMinimum: 0 },
    },
  },
}

const runSpec: JsonObject = {
  name: 'ProviderParams',
  spec: {
    $schema: dialect,
    type: 'object',
    properties: {
      startTime: { type: 'integer', description: 'epoch time in seconds' },
      windowStartTime: { type: 'integer', description: 'epoch time in seconds' },
      windowEndTime: { type: 'integer', description: 'epoch time in seconds' },
      deltaColumn,
    },
    required: ['startTime', 'windowStartTime', 'windowEndTime', 'deltaColumn'],
  },
}

function flowSpec(id: string, name: FlowSpec['name'], rest: JsonObject & Pick<FlowSpec, 'transformationSpecs'>): FlowSpec {
  const { attributes, ...others } = rest
  return {
    id,
    name,
    providerId,
    version: '1.0',
    sourceConnectionSpecIds: sourceSpecs.filter((one) => one.flowSpecName === name).map(({ spec }) => spec.id),
    targetConnectionSpecIds: [dataLakeSpec.id],
    optionSpec,
    scheduleSpec,
    ...others,
    attributes: {
      isSourceFlow: true,
      flacValidationSupported: true,
      frequency: 'batch',
      notification: { category: 'sources', flowRun: { enabled: true } },
      ...(attributes as JsonObject | undefined),
    },
    permissionsInfo: sourcePermissions,
  }
}

/** The two ways of payments into the data lake: from tables, and from REST resources. */
export const flowSpecs: readonly FlowSpec[] = [
  flowSpec('14518937-270c-4525-bdec-c2ba7cce3860', 'CRMToAEP', { transformationSpecs: [copySpec, mappingSpec], runSpec }),
  flowSpec('6499120c-0b15-42dc-936e-847ea3c24d72', 'RestStorageToAEP', {
    transformationSpecs: [mappingSpec],
    attributes: { isDraftModeSupported: true },
  }),
]
