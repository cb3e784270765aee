import type { Json, JsonObject } from '../content/types'
import { compileExpression, type Evaluation } from './compile-expression'
import { parsePath, type ParsedPath } from './path'
import { compileSource, isJsonObject } from './read-source'
import type { MappedRow, MappingRow, TransformError } from './types'
import { validateRow } from './validate-row'
import { createRowWriter, type RowWriter } from './write-value'

type CompiledMapping = {
  mapping: MappingRow
  destination: ParsedPath
  take(row: JsonObject, nowMs: number): Evaluation
}

/**
 * What Data Prep and batch ingestion make of source rows, one result for each, in order.
 *
 * A mapping that cannot be carried out leaves its attribute out and is told in `errors`; the row goes
 * on. `rejections` says why ingestion refuses the row as a whole. Values take the types of the target
 * schema (`xed-full` form), null and absent values are left out. Never throws for what is in a row.
 */
export function applyMapping(input: {
  mappings: MappingRow[]
  schema: JsonObject
  rows: JsonObject[]
  nowMs: number
}): MappedRow[] {
  const compiled = input.mappings.map(compileMapping)
  return input.rows.map((row) => mapRow(compiled, input.schema, isJsonObject(row) ? row : {}, input.nowMs))
}

function compileMapping(mapping: MappingRow): CompiledMapping {
  return { mapping, destination: parsePath(mapping.destination), take: compileTake(mapping) }
}

function compileTake(mapping: MappingRow): CompiledMapping['take'] {
  switch (mapping.sourceType) {
    case 'ATTRIBUTE': {
      const read = compileSource(mapping.source)
      return (row) => ({ ok: true, value: read(row) ?? null })
    }
    case 'STATIC':
      return () => ({ ok: true, value: mapping.source })
    case 'EXPRESSION':
      return compileExpression(mapping.source)
  }
}

function mapRow(compiled: CompiledMapping[], schema: JsonObject, row: JsonObject, nowMs: number): MappedRow {
  const writer = createRowWriter(schema)
  const errors = compiled.flatMap((one) => applyOne(one, writer, row, nowMs))
  const data = writer.finish()
  return { data, errors, rejections: validateRow(data, schema) }
}

function applyOne(one: CompiledMapping, writer: RowWriter, row: JsonObject, nowMs: number): TransformError[] {
  const { mapping, destination } = one
  if (!destination.ok) return [errorOf(mapping, mapping.destination, `the destination cannot be read: ${destination.reason}`)]
  const taken = one.take(row, nowMs)
  if (!taken.ok) return [errorOf(mapping, mapping.destination, taken.reason)]
  const value: Json = taken.value
  if (value === null) return []
  return writer.write(destination.steps, value).map((problem) => errorOf(mapping, problem.path, problem.reason))
}

/** `columnName` is the attribute that stays empty: the destination, or the part of it that is concerned. */
export function errorOf(mapping: MappingRow, columnName: string, exception: string): TransformError {
  const { source, destination, sourceType } = mapping
  return { source, destination, sourceType, columnName, exception }
}
