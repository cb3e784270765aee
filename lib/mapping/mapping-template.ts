import { z } from 'zod'
import { mappingDocument, type MappingDocument } from './mapping-document'

/** A mapping kept under a name for other tables and flows of one source. */
export type MappingTemplate = {
  id: string
  name: string
  /** The table it was made over. */
  table: string | undefined
  document: MappingDocument
}

export const templateNameMax = 80

export const templateName = z.string().trim().min(1).max(templateNameMax)

/** What a template keeps of a mapping: its links. Tests hold rows of the flow's own data, which stay with the flow. */
export const templateDocument = mappingDocument.pick({ version: true, rows: true })
