import type { MappingDocument, MappingRow } from '../mapping-document'

export type MappingDifference =
  | { kind: 'added'; destination: string; theirs: MappingRow }
  | { kind: 'removed'; destination: string; ours: MappingRow }
  | { kind: 'changed'; destination: string; ours: MappingRow; theirs: MappingRow }

/** What another mapping has more, less or otherwise, by destination; links alike on both sides are left out. */
export function compareMappings(ours: MappingDocument, theirs: MappingDocument): MappingDifference[] {
  const own = new Map(ours.rows.map((row) => [row.destination, row]))
  const other = new Map(theirs.rows.map((row) => [row.destination, row]))
  const found = [...other].flatMap(([destination, row]): MappingDifference[] => {
    const mine = own.get(destination)
    if (!mine) return [{ kind: 'added', destination, theirs: row }]
    return mine.source === row.source && mine.sourceType === row.sourceType ? [] : [{ kind: 'changed', destination, ours: mine, theirs: row }]
  })
  const gone = [...own].flatMap(([destination, row]): MappingDifference[] => (other.has(destination) ? [] : [{ kind: 'removed', destination, ours: row }]))
  return [...found, ...gone]
}

/** How another mapping is taken over: only what is missing here, its word before ours, or instead of ours. */
export type TakeOver = 'missing' | 'theirs' | 'replace'

/** A mapping with another one taken over. Ours keep their ids and places; the same document when nothing changes. */
export function takeOver(ours: MappingDocument, theirs: MappingDocument, how: TakeOver): MappingDocument {
  const differences = compareMappings(ours, theirs)
  const wanted = differences.filter(({ kind }) => kind === 'added' || (kind === 'changed' && how !== 'missing') || (kind === 'removed' && how === 'replace'))
  if (wanted.length === 0) return ours
  const highest = ours.rows.reduce((most, row) => Math.max(most, Number(/^r(\d{1,15})$/.exec(row.id)?.[1] ?? 0)), 0)
  const changed = new Map(wanted.flatMap((one) => (one.kind === 'changed' ? [[one.destination, one.theirs] as const] : [])))
  const gone = new Set(wanted.flatMap(({ kind, destination }) => (kind === 'removed' ? [destination] : [])))
  const kept = ours.rows.filter(({ destination }) => !gone.has(destination)).map((row) => {
    const other = changed.get(row.destination)
    return other ? { ...row, sourceType: other.sourceType, source: other.source } : row
  })
  const added = wanted.flatMap((one) => (one.kind === 'added' ? [one.theirs] : [])).map((row, at) => ({ ...row, id: `r${highest + 1 + at}` }))
  return { ...ours, rows: [...kept, ...added] }
}
