/** Causes that we can explain; the sentences are `runs.guide.<key>.title | cause | next`. */
export const guideKeys = [
  'source-copy', 'processing', 'rows-refused', 'rows-refused-blind', 'required-missing', 'corrupt-row', 'wrong-type', 'wrong-format',
  'not-in-list', 'mapping-transform', 'no-files', 'unknown',
] as const
export type GuideKey = (typeof guideKeys)[number]

/** By Adobe's code, its HTTP status left off: documents and answers differ in it. The last two series are known from the field only. */
const causes: readonly [RegExp, GuideKey][] = [
  [/^CONNECTOR-1001\b/i, 'source-copy'],
  [/^CONNECTOR-2001\b/i, 'processing'],
  [/^INGEST-1212\b/i, 'rows-refused'],
  [/^INGEST-1211\b/i, 'rows-refused-blind'],
  [/^(INGEST-1555|DCVS-1111)\b/i, 'required-missing'],
  [/^(INGEST-)?1401\b/i, 'corrupt-row'],
  [/^DCVS-1104\b/i, 'wrong-type'],
  [/^DCVS-1105\b/i, 'wrong-format'],
  [/^DCVS-1106\b/i, 'not-in-list'],
  [/^MAPPER-/i, 'mapping-transform'],
  [/^133$/, 'no-files'],
]

/** The explanation of a run's or a row's error code. */
export const guideOf = (code: string): GuideKey => causes.find(([pattern]) => pattern.test(code.trim()))?.[1] ?? 'unknown'

/** Codes that only count what other codes of the same run explain. */
const isSummary = (code: string) => ['rows-refused', 'rows-refused-blind', 'processing'].includes(guideOf(code))

/** The errors that say something by themselves: a mere count is left out where its reasons are there. */
export function explainingErrors<Error extends { code: string }>(errors: readonly Error[]): Error[] {
  const reasons = errors.filter(({ code }) => !isSummary(code))
  return reasons.length > 0 ? reasons : [...errors]
}

/** Where the remedy is: with the mapping, the source or the dataset's schema. */
export function mendAtOf(code: string): 'mapping' | 'source' | undefined {
  const key = guideOf(code)
  if (key === 'source-copy' || key === 'no-files') return 'source'
  return key === 'unknown' || key === 'rows-refused-blind' ? undefined : 'mapping'
}
