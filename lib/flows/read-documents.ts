import { fail, type Result } from '@/lib/result'
import type { DocumentProblem } from './document-problem'
import type { FlowDefinition } from './flow-definition'
import { documentSizeMax, readDocument } from './read-document'

/** One document of several, named so that a person finds it again: its file, and its place in the file's list. */
export type NamedDocument = { name: string; text: string; read: Result<FlowDefinition, DocumentProblem[]> }

/** Reads a file that holds one flow document, or a list of them. What is wrong is said of each by itself. Pure. */
export function readDocuments(name: string, text: string): NamedDocument[] {
  const list = listOf(text)
  if (!list) return [{ name, text, read: readDocument(text) }]
  if (list.length === 0) return [{ name, text, read: fail([{ path: '', area: 'documents', code: 'nothing' }]) }]
  return list.map((one, index) => {
    const alone = JSON.stringify(one)
    return { name: `${name} [${index + 1}]`, text: alone, read: readDocument(alone) }
  })
}

function listOf(text: string): unknown[] | undefined {
  const bare = text.replace(/^\uFEFF/, '')
  // What is too big, or no list, is for the reader of one document to refuse.
  if (bare.length > documentSizeMax || !bare.trimStart().startsWith('[')) return undefined
  try {
    const parsed: unknown = JSON.parse(bare)
    return Array.isArray(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}
