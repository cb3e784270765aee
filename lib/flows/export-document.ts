import { fail, succeed, type Result } from '@/lib/result'
import { definitionSchemaPath } from './definition-json-schema'
import type { DocumentProblem } from './document-problem'
import { findSecrets } from './find-secrets'
import type { FlowDefinition } from './flow-definition'

/**
 * The definition as a document to keep in a repository: JSON with its schema's address at `origin` first, ended by a
 * line break. A definition that holds what looks like a secret is not exported at all. Pure.
 */
export function exportDocument(definition: FlowDefinition, origin: string): Result<string, DocumentProblem[]> {
  const secrets = findSecrets(definition)
  if (secrets.length > 0) return fail(secrets.map((path) => ({ path, area: 'documents', code: 'secret' })))
  return succeed(`${JSON.stringify({ $schema: `${origin}${definitionSchemaPath}`, ...definition }, null, 2)}\n`)
}

/** A file name made of the flow's name: letters and digits of any language, everything else a hyphen. */
export function documentFileName(name: string, extension: string): string {
  const stem = name.normalize('NFC').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80)
  return `${stem || 'flow'}.${extension}`
}
