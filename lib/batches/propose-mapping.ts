import { checkMapping } from '@/lib/mapping/checks'
import { addRows } from '@/lib/mapping/commands'
import { emptyMapping, type MappingDocument, type SourceField } from '@/lib/mapping/mapping-document'
import type { LearnedLinks } from '@/lib/mapping/suggest/learn-links'
import { isCovered, neededTargets } from '@/lib/mapping/needed-targets'
import { suggestForTarget, suggestMapping, type MappingSuggestion } from '@/lib/mapping/suggest/suggest-mapping'
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
 * is left, then the likeliest column for each field that must be written. What brings an error with it (a wrong type, a
 * field that must be written beside it) is left out, so that what remains is about what nobody could propose. Pure.
 */
export function proposeMapping({ sources, targets, starters, learned, table }: Facts): MappingDocument {
  const given = { sources, targets, learned, table }
  const begun = takeStarters(emptyMapping, usableStarters(starters, { document: emptyMapping, sources, targets }))
  const likely = suggestMapping({ ...given, document: begun }).filter(({ score }) => score >= firstBar)
  const document = addHarmless(begun, likely, given)
  const needs = neededTargets(document, targets)
  const open = needs.required.filter((field) => !isCovered(field, needs))
  return addHarmless(document, open.flatMap(({ path }) => suggestForTarget(path, { ...given, document }) ?? []), given)
}

type Checked = Pick<Facts, 'sources' | 'targets'>

/** The document with those suggestions that bring no more errors than there are. */
function addHarmless(document: MappingDocument, suggestions: readonly MappingSuggestion[], { sources, targets }: Checked): MappingDocument {
  const errorsOf = (next: MappingDocument) => checkMapping({ document: next, sources, targets }).filter(({ severity }) => severity === 'error').length
  const rows = suggestions.map(({ row, destination }) => ({ ...row, destination }))
  const whole = addRows(document, rows)
  if (errorsOf(whole) === 0) return whole
  let [best, fewest] = [document, errorsOf(document)]
  for (const row of rows) {
    const next = addRows(best, [row])
    const errors = errorsOf(next)
    if (errors <= fewest) [best, fewest] = [next, errors]
  }
  return best
}
