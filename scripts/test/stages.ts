/** What one stage counted. A check without single tests (types, lint) counts as one. */
export type StageResult = { passed: number; failed: number; skipped: number; note?: string }

export type Stage = { name: string; title: string; run: () => Promise<StageResult> }

/** Runs the stages in order. A failed one does not stop the others: one run tells everything that is wrong. */
export async function runStages(stages: readonly Stage[]): Promise<StageResult[]> {
  const results: StageResult[] = []
  for (const stage of stages) {
    console.log(`\n── ${stage.title}`)
    const startedAt = performance.now()
    const result: StageResult = await stage.run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return { passed: 0, failed: 1, skipped: 0 }
    })
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    const skipped = result.skipped ? `, ${result.skipped} skipped` : ''
    console.log(`   ${result.failed ? '✗' : '✓'} ${result.passed} passed, ${result.failed} failed${skipped} (${seconds} s)`)
    if (result.note) console.log(`   ${result.note}`)
    results.push(result)
  }
  return results
}

/** Prints the plain closing line and answers the exit code. */
export function printTotals(results: readonly StageResult[]): number {
  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[key], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped ? `, ${skipped} skipped` : ''}`)
  return sum('failed') > 0 ? 1 : 0
}
