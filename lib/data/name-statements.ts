/** Statements whose text depends on how many values they are given are countless; the frequent ones come first and are few. */
const mostNames = 400

/**
 * Names by which the database keeps the plans of statements, one per text. Beyond the first hundreds there are none: every
 * connection keeps all it has planned, and an empty name stands for a plan that is used once.
 */
export function nameStatements(): (statement: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= mostNames) return known ?? ''
    const name = `tributary_${names.size + 1}`
    names.set(sql, name)
    return name
  }
}
