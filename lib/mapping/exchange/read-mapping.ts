import type { MappingDocument } from '../mapping-document'
import { readMappingCsv } from './mapping-csv'
import { readMappingJson } from './mapping-json'

/** `code` is a message key: `mapper.exchange.errors.<code>`. */
export type ReadMapping = { ok: true; document: MappingDocument; skipped: number } | { ok: false; code: 'notJson' | 'noMapping' | 'noHeading' | 'noRows' | 'empty' }

/** Reads a mapping from a file's text, JSON or a table, whichever it is. Never throws. */
export function readMapping(text: string): ReadMapping {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return { ok: false, code: 'empty' }
  return /^[[{]/.test(trimmed) ? readMappingJson(trimmed) : readMappingCsv(text)
}
