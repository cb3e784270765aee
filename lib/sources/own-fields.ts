import type { OwnField, OwnFieldType } from '@/lib/adobe/requests/field-group'
import { cleanFieldNames } from '@/lib/flows/clean-field-names'
import type { MappingDocument, SourceField, SourceType } from '@/lib/mapping/mapping-document'
import type { Starter } from './payments-source'

/** A column without a place in the schema, and the field of one's own that would take it. */
export type OwnFieldProposal = OwnField & { source: string; sample?: string }

const types: Record<SourceType, OwnFieldType> = {
  string: 'string', number: 'number', integer: 'integer', boolean: 'boolean', date: 'date', 'date-time': 'date-time',
  object: 'string', array: 'string', unknown: 'string',
}

const leavesOf = (fields: readonly SourceField[]): SourceField[] =>
  fields.flatMap((field) => (field.children.length > 0 ? leavesOf(field.children) : [field]))

/**
 * Fields of one's own for what neither the mapping nor the proposals read. Single values only: what lies in a list has
 * several, and a list as a whole no plain type.
 */
export function proposeOwnFields(sources: readonly SourceField[], document: MappingDocument, starters: readonly Starter[]): OwnFieldProposal[] {
  const texts = [...document.rows, ...starters].map(({ source }) => source)
  const isRead = (path: string) => texts.some((text) => text === path || wordIn(text, path))
  const open = leavesOf(sources).filter(({ path, type }) => !path.includes('[*]') && type !== 'array' && type !== 'object' && !isRead(path))
  const names = cleanFieldNames(open.map(({ path }) => path.replace(/^data\./, '')))
  return open.map(({ path, name, type, samples }) => ({
    source: path,
    name: names.get(path.replace(/^data\./, '')) ?? name,
    type: types[type],
    title: name,
    ...(samples?.[0] === undefined ? {} : { sample: samples[0] }),
  }))
}

/** Does an expression name the path, not merely a longer one that begins alike? */
function wordIn(text: string, path: string): boolean {
  for (let at = text.indexOf(path); at >= 0; at = text.indexOf(path, at + 1)) {
    if (!/[\w.]/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + path.length] ?? ' ')) return true
  }
  return false
}
