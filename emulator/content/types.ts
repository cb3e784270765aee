export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** One column exactly as Flow Service explore answers it. */
export type ExploreColumn = {
  name: string
  type: string
  'meta:xdmType'?: string
  xdm: { type: string; format?: string; [k: string]: Json | undefined }
}

export type SampleTable = {
  name: string
  path: string
  columns: ExploreColumn[]
  /** default delta column */
  deltaColumn: string
  /** rows whose delta column lies in (fromMs, toMs]; deterministic, grows with time */
  rowsBetween(fromMs: number, toMs: number): JsonObject[]
}

/** A resource of a REST source. Its `path` is its resource path; it has no columns and no delta column. */
export type SampleResource = {
  name: string
  path: string
  /** The whole hierarchy as explore answers it: records lie under `data`. */
  schema: JsonObject
  /** records that came in (fromMs, toMs], each as `{data: {…}}`; deterministic, grows with time */
  rowsBetween(fromMs: number, toMs: number): JsonObject[]
}

/** A source has tables, or resources: the other list is empty. */
export type SampleSource = { connectionSpecId: string; kind: 'table' | 'rest'; tables: SampleTable[]; resources: SampleResource[] }

export type RegistryDefinition = JsonObject & {
  $id: string
  title: string
  'meta:resourceType': 'behaviors' | 'classes' | 'mixins' | 'datatypes'
}
