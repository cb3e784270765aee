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

export type SampleSource = { connectionSpecId: string; kind: 'table' | 'rest'; tables: SampleTable[] }

export type RegistryDefinition = JsonObject & {
  $id: string
  title: string
  'meta:resourceType': 'behaviors' | 'classes' | 'mixins' | 'datatypes'
}
