import type { DraftAnswers } from './draft-answers'
import { mappingKey } from './mapping-key'

/** A whole draft in memory for tests: the tutorial's own example onto a schema of the Product class. */
export function wholeAnswers(): DraftAnswers {
  const answers: DraftAnswers = {
    source: {
      workspaceId: 'c0ffee00-0000-4000-8000-000000000001',
      sourceKey: 'paypal',
      connectionSpec: { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' },
      baseConnectionId: 'base-1',
      connectionName: 'PayPal shop',
    },
    data: {
      table: 'PayPal.Catalog_Products',
      columns: [
        { name: 'Product_Id', type: 'string', xdm: { type: 'string' } },
        { name: 'updatedAt', type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } },
      ],
      deltaColumn: 'updatedAt',
    },
    target: {
      schemaMode: 'build',
      schemaTitle: 'PayPal Catalog Products 2026-11-24 c0ff',
      classId: 'https://ns.adobe.com/xdm/classes/product',
      fieldGroupIds: [],
      datasetMode: 'new',
      datasetName: 'PayPal Catalog Products 2026-11-24 c0ff',
      rawSchema: { mode: 'adhoc', classTitle: 'raw class', schemaTitle: 'raw schema' },
    },
    schedule: {
      schedule: { frequency: 'minute', interval: 30, start: 'as-soon-as-created', backfill: true },
      flowSpec: { id: 'flow-spec', version: '1.0' },
    },
    review: { name: 'PayPal products' },
  }
  answers.mapping = {
    document: { version: 1, rows: [{ id: 'a', sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: '_id' }] },
    verdict: {
      key: mappingKey(answers.data, answers.target) ?? '', mapped: 1, required: 0, requiredMapped: 0, errors: 0, warnings: 0,
    },
  }
  return answers
}
