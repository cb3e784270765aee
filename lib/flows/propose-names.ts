import { objectWords } from '@/lib/sources/object-hint'
import type { FlowDefinition } from './flow-definition'

/** What makes the names of one draft its own: the day it was begun and a few characters of its id. */
export type NameStamp = { date: string; short: string }

export type ProposedNames = {
  flow: string
  targetSchema: string
  dataset: string
  rawClass: string
  rawSchema: string
}

/** The stamp of a draft; the same for its whole life, so that a proposal can be recognised as one later. */
export function nameStamp(draftId: string, createdAt: Date | string): NameStamp {
  return { date: new Date(createdAt).toISOString().slice(0, 10), short: draftId.replace(/-/g, '').slice(0, 4) }
}

/** A table's path as people would say it: `PayPal.Catalog_Products` becomes "PayPal Catalog Products". */
export function tableTitle(sourceName: string, table: string): string {
  const isNamed = table.toLowerCase().startsWith(sourceName.toLowerCase())
  const words = objectWords(isNamed ? table.slice(sourceName.length) : table)
  const spoken = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ')
  return spoken ? `${sourceName} ${spoken}` : sourceName
}

/** Names for everything a flow makes. Titles must be unique among all resources of Adobe's registry (XDM-1521), hence the stamp. */
export function proposeNames(sourceName: string, table: string, stamp: NameStamp): ProposedNames {
  const title = tableTitle(sourceName, table)
  const tail = `${stamp.date} ${stamp.short}`
  return {
    flow: title,
    targetSchema: `${title} ${tail}`,
    dataset: `${title} ${tail}`,
    rawClass: `${title} raw class ${tail}`,
    rawSchema: `${title} raw ${tail}`,
  }
}

/** How the raw columns are described in one of the two ways, with the proposed titles where it needs some. */
export function proposeRawSchema(mode: FlowDefinition['rawSchema']['mode'], names: Pick<ProposedNames, 'rawClass' | 'rawSchema'>): FlowDefinition['rawSchema'] {
  return mode === 'adhoc' ? { mode, classTitle: names.rawClass, schemaTitle: names.rawSchema } : { mode }
}
