import type { JsonObject } from '../content/types'

export type MappingRow = { sourceType: 'ATTRIBUTE' | 'EXPRESSION' | 'STATIC'; source: string; destination: string }

export type TransformError = {
  source: string
  destination: string
  sourceType: string
  columnName: string
  exception: string
}

export type RowError = { code: string; message: string }

export type MappedRow = {
  data: JsonObject
  errors: TransformError[]
  /** non-empty: the row is refused at ingestion */
  rejections: RowError[]
}
