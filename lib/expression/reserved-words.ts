/** Words of the language which a field name may not be written as without `${}` (Data Prep functions page). */
export const reservedWords: ReadonlySet<string> = new Set([
  'new', 'mod', 'or', 'break', 'var', 'lt', 'for', 'false', 'while', 'eq', 'gt', 'div', 'not', 'null', 'continue',
  'else', 'and', 'ne', 'true', 'le', 'if', 'ge', 'return', '_errors', 'do', 'function', 'empty', 'size',
])
