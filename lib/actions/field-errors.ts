import type { ZodError } from 'zod'

/** The first complaint about each field, by dotted path. The schemas' messages are message keys. Pure. */
export function fieldErrorsOf(error: ZodError): Record<string, string> {
  const found: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    found[path] ??= issue.message
  }
  return found
}
