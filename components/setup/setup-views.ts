import type { SourceColumn } from '@/lib/flows/flow-definition'
import type { OfferedSource } from '@/lib/sources/offered-sources'
import type { XdmField } from '@/lib/xdm/field'

/** What the wizard's reads answer; routes under app/api/setup fill these forms. */

/** A source as one workspace's Adobe offers it. */
export type SourceView = OfferedSource

export type TableView = { name: string; path: string }

export type TableDetail = {
  columns: SourceColumn[]
  rows: Record<string, unknown>[]
  /** True when Adobe gave the columns but no preview. */
  isPreviewMissing?: boolean
  /** Paths whose type explore did not know and the rows told. */
  refined?: string[]
}

export type SchemaView = { id: string; title: string; description?: string; classId: string; classTitle: string; isProfileEnabled: boolean; version?: string }

export type SchemaPage = { schemas: SchemaView[]; total: number; page: number; pageCount: number }

export type SchemaTreeView = { id: string; title: string; classId: string; tree: XdmField[] }

export type ClassView = { id: string; title: string; description?: string; behaviour: 'record' | 'event'; isOwn: boolean }

export type FieldGroupView = { id: string; title: string; description?: string; isOwn: boolean }

/** A class or field group with all references resolved, as the registry answers it. */
export type DefinitionView = { id: string; resolved: Record<string, unknown>; tenantNamespace?: string }

export type DatasetView = { id: string; name: string; isProfileEnabled: boolean; createdAt?: number }

export type TitleView = { isTaken: boolean; kind?: 'schemas' | 'classes' | 'fieldgroups' | 'datatypes' }

export type FlowSpecView = {
  id: string
  version: string
  name: string
  /** It copies rows by a delta column, which recurring flows must name (1367-400). */
  takesDelta: boolean
  /** It and the source's connection specification both say that they support drafts. */
  supportsDrafts: boolean
}
