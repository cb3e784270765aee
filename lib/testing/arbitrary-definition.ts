import fc from 'fast-check'
import { flowDefinition, type FlowDefinition } from '@/lib/flows/flow-definition'

/** Texts as people and machines write them: quotes, braces, other alphabets, shell and template signs. */
const spice = fc.constantFrom("Tim's", 'a "b"', '$HOME', '`id`', '{{marker}}', '$(id)', '支付宝', 'ü', '\\', '%s', '<marker>', '0', 'é́', '😀')
const text = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), spice), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(' ').replaceAll(/\p{C}/gu, '').trim())
  .filter((made) => made !== '')
const optional = <Key extends string>(key: Key, value: fc.Arbitrary<unknown>) =>
  fc.option(value, { nil: undefined }).map((made) => (made === undefined ? {} : { [key]: made }))
const merge = (...parts: fc.Arbitrary<object>[]) => fc.tuple(...parts).map((made) => Object.assign({}, ...made) as object)

const column = fc.constantFrom(
  { type: 'string', xdm: { type: 'string' } },
  { type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } },
  { type: 'integer', 'meta:xdmType': 'long', xdm: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 } },
  { type: 'array', xdm: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } } },
)
const columns = fc
  .uniqueArray(text, { minLength: 1, maxLength: 4 })
  .chain((names) => fc.tuple(...names.map((name) => column.map((made) => ({ name, ...made })))))

const mapping = fc
  .array(fc.record({ sourceType: fc.constantFrom('ATTRIBUTE', 'EXPRESSION', 'STATIC'), source: text, destination: text }), { minLength: 1, maxLength: 4 })
  .map((rows) => ({ version: 1, rows: rows.map((row, index) => ({ id: `r${index}`, ...row })) }))

const start = fc.oneof(
  fc.constant('as-soon-as-created'),
  fc.date({ min: new Date('2026-01-01'), max: new Date('2099-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
)

const dataAndSchedule = fc.boolean().chain((isOnce) => {
  const schedule = isOnce
    ? fc.record({ frequency: fc.constant('once'), start })
    : fc.record({ frequency: fc.constantFrom('minute', 'hour', 'day', 'week'), interval: fc.integer({ min: 1, max: 500 }), start, backfill: fc.boolean() })
  const table = columns.chain((made) => {
    const names = made.map(({ name }) => name)
    const delta = isOnce ? fc.constant({}) : fc.record({ deltaColumn: fc.constantFrom(...names) })
    return merge(fc.record({ kind: fc.constant('table'), table: text, columns: fc.constant(made) }), delta)
  })
  const rest = fc.record({ kind: fc.constant('rest'), resourcePath: text, columns })
  return fc.record({ schedule, data: fc.oneof(table, rest) })
})

const dataset = merge(fc.record({ mode: fc.constant('new'), name: text }), optional('description', text))
const existing = fc.record({
  schema: fc.record({ mode: fc.constant('existing'), title: text, classId: fc.webUrl() }),
  dataset: fc.oneof(fc.record({ mode: fc.constant('existing'), name: text }), dataset),
})
const build = fc.record({
  schema: merge(
    fc.record({ mode: fc.constant('build'), title: text.map((title) => `${title} schema`), classId: fc.webUrl(), fieldGroupIds: fc.uniqueArray(fc.webUrl(), { maxLength: 3 }) }),
    optional('description', text),
    optional('primaryIdentity', fc.record({ path: text, namespace: text })),
  ),
  dataset,
})
const rawSchema = fc.oneof(
  text.map((title) => ({ mode: 'adhoc', classTitle: `${title} class`, schemaTitle: `${title} raw` })),
  fc.constant({ mode: 'columns-only' }),
)
const options = merge(
  optional('partialIngestionPercent', fc.integer({ min: 1, max: 100 })),
  optional('errorDiagnosticsEnabled', fc.boolean()),
).filter((made) => Object.keys(made).length > 0)

/** Definitions of the kind that the wizard completes: every form of every part, with texts that hurt. */
export const arbitraryDefinition: fc.Arbitrary<FlowDefinition> = merge(
  fc.record({
    kind: fc.constant('tributary/flow'),
    version: fc.constant(1),
    name: text,
    source: fc.record({ key: fc.constantFrom('paypal', 'stripe'), connectionSpec: fc.record({ id: fc.uuid(), version: fc.constant('1.0') }), connectionName: text }),
    rawSchema,
    target: fc.oneof(existing, build),
    mapping,
  }),
  dataAndSchedule,
  optional('description', text),
  optional('options', options),
).map((made) => flowDefinition.parse(made))
