import type { z } from 'zod'
import { formatPath, type DocumentProblem } from './document-problem'

type Issue = z.core.$ZodIssue
type Explained = Pick<DocumentProblem, 'code' | 'values'>

/** An issue of zod's as a problem a person can mend: where it is, what is there, what may be there. Pure. */
export function explainIssue(issue: Issue, document: unknown): DocumentProblem {
  const value = valueAt(document, issue.path)
  return { path: formatPath(issue.path), area: 'documents', ...explain(issue, value) }
}

function explain(issue: Issue, value: unknown): Explained {
  if (value === undefined) return { code: 'missing' }
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'never') return { code: 'not-here' }
      return { code: 'wrong-type', values: { expected: typeNames[issue.expected] ?? issue.expected, found: typeOf(value) } }
    case 'invalid_value':
      return { code: 'not-one-of', values: { allowed: listed(issue.values), found: shown(value) } }
    case 'invalid_union':
      return { code: 'not-one-of', values: { allowed: listed(optionsOf(issue)), found: shown(value) } }
    case 'invalid_format':
      return { code: issue.format === 'datetime' ? 'not-a-moment' : 'wrong-form', values: { found: shown(value) } }
    case 'too_small':
      if (issue.origin === 'string') return { code: 'empty' }
      if (issue.origin === 'array') return { code: 'empty-list' }
      return { code: issue.inclusive ? 'too-small' : 'not-above', values: { limit: Number(issue.minimum) } }
    case 'too_big':
      if (issue.origin === 'string') return { code: 'too-long', values: { limit: Number(issue.maximum) } }
      return { code: 'too-large', values: { limit: Number(issue.maximum) } }
    case 'custom':
      return { code: 'twice' }
    default:
      return { code: 'wrong-form', values: { found: shown(value) } }
  }
}

/** Zod names the types as code does; a document's author reads JSON's words. */
const typeNames: Record<string, string> = { int: 'whole number', record: 'object' }

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

const listed = (values: readonly unknown[]) => values.map(String).join(', ')

const optionsOf = (issue: Issue): readonly unknown[] => ('options' in issue && Array.isArray(issue.options) ? issue.options : [])

/** The value as it stands in the document, shortened so that a message stays a message. */
function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[part] : undefined),
    document,
  )
}
