import type { ExplainedError } from '@/lib/explained-error'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import type { MappingTemplate } from '@/lib/mapping/mapping-template'

/** Why a template was not written: its name belongs to another of the source, or something to explain. */
export type TemplateFailure = 'taken' | ExplainedError

/** The named templates of a source, and what can be done with them; every change answers when the list is up to date. */
export type TemplateShelf = {
  list: readonly MappingTemplate[]
  save: (name: string, document: MappingDocument, replaces: boolean) => Promise<TemplateFailure | undefined>
  rename: (id: string, name: string) => Promise<TemplateFailure | undefined>
  remove: (id: string) => Promise<ExplainedError | undefined>
}
