import { fail, succeed, type Result } from '@/lib/result'
import { definitionJsonSchema, documentVersion, type SchemaNode } from './definition-json-schema'
import type { DocumentProblem } from './document-problem'
import { explainIssue } from './explain-issue'
import { findSecrets } from './find-secrets'
import { findUnknownFields } from './find-unknown-fields'
import { flowDefinition, type FlowDefinition } from './flow-definition'
import { locateJsonError } from './locate-json-error'

/** Bytes of the largest document that is read; a flow with thousands of columns stays far below. */
export const documentSizeMax = 4_000_000

/**
 * Reads a flow document. All that is wrong with it is answered at once, each with its place: not JSON, another kind of
 * document, a version from the future, fields missing, malformed or unknown, secrets. Pure.
 */
export function readDocument(text: string): Result<FlowDefinition, DocumentProblem[]> {
  const parsed = parseJson(text)
  if (!parsed.ok) return fail([parsed.error])
  const document = parsed.data
  if (!isObject(document)) return fail([whole('not-an-object')])
  const other = otherFormat(document)
  if (other) return fail([other])

  const { $schema: _schema, ...rest } = document
  const checked = flowDefinition.safeParse(rest)
  const problems = [
    ...(checked.success ? [] : checked.error.issues.map((issue) => explainIssue(issue, rest))),
    ...findUnknownFields(document, knownFields()),
    ...findSecrets(rest).map((path): DocumentProblem => ({ path, area: 'documents', code: 'secret' })),
  ]
  return checked.success && problems.length === 0 ? succeed(checked.data) : fail(withoutRepeats(problems))
}

let schema: SchemaNode | undefined

/** Made once: it is the same for every document. */
const knownFields = () => (schema ??= definitionJsonSchema())

function parseJson(text: string): Result<unknown, DocumentProblem> {
  if (text.length > documentSizeMax) return fail(whole('too-big', { limit: documentSizeMax / 1_000_000 }))
  // Editors on some systems put a byte order mark first, which JSON does not know.
  const bare = text.replace(/^\uFEFF/, '')
  if (bare.trim() === '') return fail(whole('nothing'))
  try {
    return succeed(JSON.parse(bare))
  } catch {
    return fail(whole('not-json', locateJsonError(bare)))
  }
}

/** What else the document may be: nothing below the top is worth a word then. */
function otherFormat({ kind, version, $schema }: Record<string, unknown>): DocumentProblem | undefined {
  if (kind !== 'tributary/flow') {
    return typeof kind === 'string' ? whole('other-kind', { kind: kind.slice(0, 60) }) : whole('no-kind')
  }
  const named = typeof $schema === 'string' ? Number(/flow-definition[-:](\d+)(?:\.json)?$/.exec($schema)?.[1]) : Number.NaN
  const newest = Math.max(typeof version === 'number' ? version : 0, Number.isNaN(named) ? 0 : named)
  if (newest > documentVersion) return { ...whole('newer', { version: newest, known: documentVersion }), path: 'version' }
  return undefined
}

const whole = (code: string, values?: DocumentProblem['values']): DocumentProblem => ({
  path: '', area: 'documents', code, ...(values ? { values } : {}),
})

/** A field under a secret's name is mostly unknown as well; that it is a secret is the more important news. */
function withoutRepeats(problems: DocumentProblem[]): DocumentProblem[] {
  const secret = new Set(problems.filter(({ code }) => code === 'secret').map(({ path }) => path))
  const seen = new Set<string>()
  return problems.filter(({ path, code }) => {
    if (secret.has(path) && code.startsWith('unknown-field')) return false
    const key = `${path} ${code}`
    return seen.has(key) ? false : seen.add(key)
  })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
