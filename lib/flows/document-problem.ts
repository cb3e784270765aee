/** What is wrong with a document, and where. Sentences are `<area>.problems.<code>`: the wizard's own rules keep their words. */
export type DocumentProblem = {
  /** Place in the document, e.g. `mapping.rows[2].source`; empty for the document as a whole. */
  path: string
  area: 'documents' | 'setup' | 'schedule' | 'mapper'
  code: string
  values?: Record<string, string | number>
}

/** A place as people write it: `mapping.rows[2].source`, names with odd characters in quotes. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const name = String(part)
    if (!/^[\w$-]+$/.test(name)) return `${text}[${JSON.stringify(name)}]`
    return text ? `${text}.${name}` : name
  }, '')
}
