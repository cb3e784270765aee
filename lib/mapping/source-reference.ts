import { printFieldReference } from '@/lib/expression/expression'
import { parsePath } from '@/lib/xdm/xdm-path'

const unescape = (name: string): string => name.replace(/\\(.)/g, '$1')

/**
 * A source path as an expression reads it: `${}` round names that are no plain words, and the first item of a list,
 * since the language has no `[*]`.
 */
export function sourceReference(path: string): string {
  const segments = parsePath(path)
  if (!segments) return printFieldReference([unescape(path)])
  return segments
    .map(({ name, indexes }) => printFieldReference([unescape(name)]) + indexes.map((at) => `[${at === '*' ? 0 : at}]`).join(''))
    .join('.')
}
