import { checkMapping } from '@/lib/mapping/checks'
import { addRows } from '@/lib/mapping/commands'
import { emptyMapping, type MappingDocument, type SourceField } from '@/lib/mapping/mapping-document'
import type { LearnedLinks } from '@/lib/mapping/suggest/learn-links'
import { suggestMapping } from '@/lib/mapping/suggest/suggest-mapping'
import { takeStarters, usableStarters } from '@/lib/mapping/usable-starters'
import type { Starter } from '@/lib/sources/payments-source'
import type { XdmField } from '@/lib/xdm/field'

/** The score from which a suggestion is ticked at first where a person looks at them one by one. */
const firstBar = 0.7

type Facts = {
  sources: readonly SourceField[]
  targets: readonly XdmField[]
  starters: readonly Starter[]
  learned?: LearnedLinks | undefined
  table: string
}

/**
 * A mapping nobody has looked at yet: what the source's file says usually fits, then suggestions of a high score for what
 * is left. A row that a check finds an error in is left out, so that what remains is about what nobody could propose. Pure.
 */
export function proposeMapping({ sources, targets, starters, learned, table }: Facts): MappingDocument {
  const begun = takeStarters(emptyMapping, usableStarters(starters, { document: emptyMapping, sources, targets }))
  const more = suggestMapping({ document: begun, sources, targets, learned, table }).filter(({ score }) => score >= firstBar)
  const whole = addRows(begun, more.map(({ row, destination }) => ({ ...row, destination })))
  const faulty = new Set(checkMapping({ document: whole, sources, targets }).flatMap(({ rowId, severity }) => (severity === 'error' && rowId ? [rowId] : [])))
  return { ...whole, rows: whole.rows.filter(({ id }) => !faulty.has(id)) }
}
